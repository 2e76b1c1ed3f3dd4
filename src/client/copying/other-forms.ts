/** The other forms in which something can be copied, offered beside the button that copied its link. */
import {
  type Citable,
  type Copied,
  nameOf,
  toBibtex,
  toCitation,
  toLink,
  toMarkdown,
  toQuote,
} from '../../handbook/copied-forms.ts';
import { put } from './clipboard.ts';

/** What each is called, on its button and in what is said once it is copied. */
const FORMS: [name: string, write: (what: Citable) => Copied][] = [
  ['Markdown link', toMarkdown],
  ['Quote', toQuote],
  ['Citation', toCitation],
  ['BibTeX', toBibtex],
];

const forms = document.createElement('div');
forms.popover = 'auto';
forms.className = 'copy-forms';
forms.role = 'group';
document.body.append(forms);

let opener: HTMLElement | undefined;

/**
 * Offers them without a move of the focus: whoever wanted the link alone goes on.
 *
 * @param button what was pressed: they stand beside it, and Tab goes from it to them
 */
export function offerOtherForms(button: HTMLElement, what: Citable): void {
  const title = document.createElement('p');
  title.textContent = 'Copy as';
  const choices = FORMS.map(([name, write]) =>
    createChoice(name, () => put(write(what), `${name} copied`, button)),
  );
  if ('share' in navigator) choices.push(createChoice('Share…', () => share(what, button)));
  forms.replaceChildren(title, ...choices);
  forms.ariaLabel = `Copy “${what.title}” in another form`;
  opener = button;
  forms.showPopover({ source: button });
}

function createChoice(text: string, act: () => void): HTMLButtonElement {
  const choice = document.createElement('button');
  choice.type = 'button';
  choice.textContent = text;
  choice.addEventListener('click', () => {
    // Some browsers return the focus to the body.
    opener?.focus();
    forms.hidePopover();
    act();
  });
  return choice;
}

/** Hands the link to the system. */
async function share(what: Citable, button: HTMLElement): Promise<void> {
  try {
    await navigator.share({ title: nameOf(what), url: what.url });
  } catch (error) {
    // Whoever closes the system's sheet has thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    put(toLink(what), 'Link copied', button, what.url);
  }
}

forms.addEventListener('toggle', ({ newState }) => {
  if (opener) opener.ariaExpanded = String(newState === 'open');
});
