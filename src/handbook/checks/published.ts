import type { Content } from '../content.ts';
import { idsIn } from '../ids.ts';
import { HOMES, HOUSED, KINDS, type Kind, spaceOf } from '../kinds.ts';
import { findPublished, type Ledger, type Publication } from '../ledger.ts';
import { listKnown, type Problem } from '../problem.ts';
import type { YamlFile } from '../yaml.ts';
import type { Check } from './check.ts';

/**
 * No published id is lost: each is in the book as what it was published as, or is named in the
 * `formerly` of what took its place. Before the first ledger is written there is nothing to lose.
 */
export const checkPublished: Check = (content) => {
  const { published } = content;
  return published ? [...lostIds(published, content), ...unknownHomes(published)] : [];
};

function lostIds({ file, data, lineOf }: YamlFile<Ledger>, content: Content): Problem[] {
  const uses = idsIn(content);
  const present = new Set(
    uses.map(({ kind, id, now }) =>
      now === undefined ? `${kind} ${id}` : `former ${spaceOf(kind)} ${id}`,
    ),
  );
  const isLost = (kind: Kind, id: string) =>
    !present.has(`${kind} ${id}`) && !present.has(`former ${spaceOf(kind)} ${id}`);
  const unpublished = (kind: Kind) =>
    uses
      .filter(({ now, ...use }) => now === undefined && spaceOf(use.kind) === spaceOf(kind))
      .filter(({ id }) => !findPublished(data, kind, id))
      .map(({ id }) => id);

  return KINDS.filter((kind) => isRead(kind, content)).flatMap((kind) =>
    Object.entries<Publication>(data[kind])
      .filter(([id]) => isLost(kind, id))
      .map(([id, { first, in: homes }]) => ({
        file,
        line: lineOf([kind, id]),
        found: `no ${kind} "${id}", which is published since ${first}${homes ? `, in ${homes.join(', ')}` : ''}`,
        expected: `every published id in the book, or in the "formerly" of what took its place; of ${sharers(kind, 's and ')}s that aren't published yet ${listKnown(unpublished(kind), id)}`,
        mend: `add "formerly: [${id}]" to the ${sharers(kind, ' or ')} that people should find in its place, or bring it back`,
      })),
  );
}

/** The kinds that share ids with a kind, itself among them, in words. */
function sharers(kind: Kind, and: string): string {
  return KINDS.filter((other) => spaceOf(other) === spaceOf(kind)).join(and);
}

/** Whether everything of a kind could be read, so that what is not found is not there. */
function isRead(kind: Kind, content: Content): boolean {
  const { chapters, unreadable, unreadFiles, allSourcesRead } = content;
  switch (kind) {
    case 'chapter':
    case 'section':
      return unreadable.size === 0 && [...chapters.values()].every((one) => one.frontmatter);
    case 'source':
    case 'claim':
      return allSourcesRead;
    default:
      return !unreadFiles.has(FILES[kind]);
  }
}

const FILES = {
  topic: 'topics.yaml',
  term: 'glossary.yaml',
  disagreement: 'disagreements.yaml',
  work: 'literature.yaml',
  row: 'comparison.yaml',
  pathway: 'pathways.yaml',
  career: 'careers.yaml',
};

/** What the ledger says that something was published in has to be published too. */
function unknownHomes({ file, data, lineOf }: YamlFile<Ledger>): Problem[] {
  return HOUSED.flatMap((kind) =>
    Object.entries(data[kind]).flatMap(([id, publication]) =>
      publication.in.flatMap((home, index) =>
        Object.hasOwn(data[HOMES[kind]], home)
          ? []
          : {
              file,
              line: lineOf([kind, id, 'in', index]),
              found: `the ${kind} "${id}" in a ${HOMES[kind]} "${home}" that was never published`,
              expected: `the ledger as "npm run publish-ids" wrote it; ${listKnown(Object.keys(data[HOMES[kind]]), home)}`,
              mend: 'take the file back to what it was, and run "npm run publish-ids"',
            },
      ),
    ),
  );
}
