/** Says that the page has no passage of the name that its address gives, and offers to search for it. */
const note = document.createElement('p');
note.role = 'status';
note.dataset.unknownFragment = '';
note.className = 'mb-9 max-w-measure border-l-3 border-rule pl-3 font-sans text-ui text-quiet';

/** @param id what the address asks for */
export function sayUnknown(id: string): void {
  const search = document.createElement('a');
  const words = id.replaceAll('-', ' ');
  search.href = `${import.meta.env.BASE_URL}search/?${new URLSearchParams({ q: words })}`;
  search.textContent = `Search the handbook for “${words}”`;
  note.replaceChildren(
    `This page has no passage called “${id}”. `,
    search,
    ', or read on from here.',
  );
  document.querySelector('h1')?.after(note);
}

/** Takes back what was said. */
export function sayNothing(): void {
  note.remove();
}
