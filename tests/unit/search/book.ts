import type { Handbook, Section } from '../../../src/handbook/handbook.ts';

/** What a test says of a section; what it leaves out is empty, and no word of it is indexed. */
export interface Told extends Partial<Omit<Section, 'chapter'>> {
  id: string;
  part?: string;
  track?: 'craft' | 'both' | 'people';
}

/** A claim that says nothing, for a section that rests on one. */
export const CLAIM = { text: '' } as Section['claims'][number];

/** A handbook of some sections, in the one chapter of their part, and of nothing else but what is given. */
export function handbookOf(sections: Told[], more: Partial<Handbook> = {}): Handbook {
  const parts = [...new Set(sections.map(({ part = 'start' }) => part))];
  return {
    parts: parts.map((id) => ({ id, title: `Part ${id}` })),
    topics: [],
    sections: new Map(
      sections.map(({ part = 'start', track = 'both', ...told }) => {
        const chapter = {
          id: 'steps',
          title: '',
          track,
          part: { id: part, title: `Part ${part}` },
        };
        const empty = { title: '', text: '', questions: [], keywords: [] };
        const none = { claims: [CLAIM], topics: [], subsections: [] };
        return [told.id, { ...empty, ...none, chapter, ...told } as unknown as Section];
      }),
    ),
    glossary: [],
    comparison: { roles: [], rows: [] },
    pathways: [],
    literature: [],
    careers: [],
    disagreements: new Map(),
    synonyms: [],
    ...more,
  } as unknown as Handbook;
}
