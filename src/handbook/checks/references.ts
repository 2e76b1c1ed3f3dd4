import type { ChapterFile, Content } from '../content.ts';
import { idsIn } from '../ids.ts';
import { listKnown, type Problem } from '../problem.ts';
import type { YamlFile } from '../yaml.ts';
import type { Check } from './check.ts';

type Kind = 'claim' | 'topic' | 'section' | 'work' | 'disagreement';

/** Ids that one place of the content names. */
interface Names {
  kind: Kind;
  ids: string[];
  /** What names them, for the message. `the section "one"` */
  by: string;
  file: string;
  lineOf: (index: number) => number;
}

/** What ids of a kind may be, and what to do about another. */
interface Allowed {
  /** Missing while not all of them could be read, so that one that is not found may be there. */
  ids: Set<string> | undefined;
  expected: string;
  mend: string;
}

/** Everything that the content names by an id is there, and named once in its place. */
export const checkReferences: Check = (content) => {
  const known = knownIds(content);
  const renamed = new Map(
    idsIn(content).flatMap(({ kind, id, now }) =>
      now === undefined ? [] : [[`${kind} ${id}`, now]],
    ),
  );
  return allNames(content).flatMap((names) => problemsOf(names, known[names.kind], renamed));
};

function problemsOf(
  { kind, ids, by, file, lineOf }: Names,
  known: Allowed,
  renamed: ReadonlyMap<string, string>,
): Problem[] {
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) < index) {
      return {
        file,
        line: lineOf(index),
        found: `the ${kind} "${id}" twice in ${by}`,
        expected: `each ${kind} once`,
        mend: 'remove one of the two',
      };
    }
    if (!known.ids || known.ids.has(id)) return [];
    const now = renamed.get(`${kind} ${id}`);
    return {
      file,
      line: lineOf(index),
      found: `an unknown ${kind} "${id}" in ${by}`,
      expected: `${known.expected}; ${listKnown(known.ids, id)}`,
      mend: now === undefined ? known.mend : `it is "${now}" now: name that`,
    };
  });
}

function knownIds(content: Content): Record<Kind, Allowed> {
  const { chapters, sources, topics, disagreements, literature } = content;
  const { allSourcesRead, unreadable, unreadFiles } = content;
  const claims = [...sources.values()].flatMap(({ data }) => Object.keys(data.claims));
  const sections = [...chapters.values()].flatMap(({ text }) =>
    text.sections.flatMap(({ id }) => id ?? []),
  );
  const works = (literature?.data ?? []).flatMap((group) => Object.keys(group.works));
  return {
    claim: {
      ids: allSourcesRead ? new Set(claims) : undefined,
      expected: 'a claim of one of the sources',
      mend: 'mend the spelling, or add the claim to its source',
    },
    topic: {
      ids: topics && new Set(Object.keys(topics.data)),
      expected: 'a topic of topics.yaml',
      mend: 'mend the spelling, or add the topic there',
    },
    section: {
      ids: unreadable.size === 0 ? new Set(sections) : undefined,
      expected: 'the id of a section',
      mend: 'mend the spelling, or name another section',
    },
    work: {
      ids: unreadFiles.has('literature.yaml') ? undefined : new Set(works),
      expected: 'a work of literature.yaml',
      mend: 'mend the spelling, or add the work there',
    },
    disagreement: {
      ids: unreadFiles.has('disagreements.yaml')
        ? undefined
        : new Set(Object.keys(disagreements?.data ?? {})),
      expected: 'a disagreement of disagreements.yaml',
      mend: 'mend the spelling, or add the disagreement there',
    },
  };
}

/** Takes what the ids of a list are, the list, what names them, and where it stands in its file. */
type Add = (kind: Kind, ids: string[], by: string, path: PropertyKey[]) => void;

/** The ids that a YAML file names, as `list` finds them. */
function namesIn<T>(yaml: YamlFile<T> | undefined, list: (data: T, add: Add) => void): Names[] {
  if (!yaml) return [];
  const names: Names[] = [];
  list(yaml.data, (kind, ids, by, path) => {
    const lineOf = (index: number) => yaml.lineOf([...path, index]);
    names.push({ kind, ids, by, file: yaml.file, lineOf });
  });
  return names;
}

const entries = Object.entries;

/** Everything that names something by an id, other than links. */
function allNames(content: Content): Names[] {
  const { chapters, sources, glossary, disagreements, literature } = content;
  const { comparison, pathways, careers } = content;
  return [
    ...[...chapters.values()].flatMap(namesInChapter),
    ...[...sources.values()].flatMap((source) =>
      namesIn(source, ({ claims }, add) => {
        for (const [id, { topics }] of entries(claims)) {
          add('topic', topics, `the claim "${id}"`, ['claims', id, 'topics']);
        }
      }),
    ),
    ...namesIn(glossary, (terms, add) => {
      for (const [id, { claims, topics }] of entries(terms)) {
        add('claim', claims, `the term "${id}"`, [id, 'claims']);
        add('topic', topics, `the term "${id}"`, [id, 'topics']);
      }
    }),
    ...namesIn(disagreements, (all, add) => {
      for (const [id, { positions }] of entries(all)) {
        positions.forEach(({ claims }, p) => {
          add('claim', claims, `the disagreement "${id}"`, [id, 'positions', p, 'claims']);
        });
      }
    }),
    ...namesIn(literature, (groups, add) => {
      groups.forEach(({ works }, group) => {
        for (const [id, { stances }] of entries(works)) {
          stances.forEach(({ claims }, s) => {
            add('claim', claims, `the work "${id}"`, [group, 'works', id, 'stances', s, 'claims']);
          });
        }
      });
    }),
    ...namesIn(comparison, ({ rows }, add) => {
      for (const [row, { cells }] of entries(rows)) {
        for (const [role, { claims, section }] of entries(cells)) {
          const by = `the cell "${role}" of the row "${row}"`;
          const path = ['rows', row, 'cells', role];
          add('claim', claims, by, [...path, 'claims']);
          if (section !== undefined) add('section', [section], by, [...path, 'section']);
        }
      }
    }),
    ...namesIn(pathways, (all, add) => {
      for (const [id, { steps }] of entries(all)) {
        const sections = steps.map(({ section }) => section);
        add('section', sections, `the pathway "${id}"`, [id, 'steps']);
      }
    }),
    ...namesIn(careers, (all, add) => {
      for (const [id, { stations }] of entries(all)) {
        stations.forEach(({ claims, title }, s) => {
          add('claim', claims, `the station "${title}"`, [id, 'stations', s, 'claims']);
        });
      }
    }),
  ];
}

function namesInChapter({ file, frontmatter, text }: ChapterFile): Names[] {
  return [
    ...namesIn(frontmatter, ({ topics, reading, sections }, add) => {
      add('topic', topics, "the chapter's topics", ['topics']);
      add('work', reading, 'the further reading', ['reading']);
      for (const [id, { claims }] of entries(sections)) {
        add('claim', claims, `the section "${id}"`, ['sections', id, 'claims']);
      }
    }),
    ...text.disagreements.map(
      ({ id, line }): Names => ({
        kind: 'disagreement',
        ids: [id],
        by: 'a box',
        file,
        lineOf: () => line,
      }),
    ),
  ];
}
