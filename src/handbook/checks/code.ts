import { textsOf } from '../content.ts';
import type { Check } from './check.ts';

/** Texts hold text: of MDX they use links, headings with ids and `<Disagreement>`, and nothing that runs. */
export const checkCode: Check = (content) =>
  textsOf(content).flatMap(({ file, text }) => [
    ...text.code.map(({ what, line }) => ({
      file,
      line,
      found: `code in a text: ${what}`,
      expected: 'Markdown, and of components only <Disagreement id="…" />',
      mend: 'write it as text; a literal "{" or "<" is written "\\{" or "\\<"',
    })),
    ...(content.about?.file === file ? text.disagreements : []).map(({ line }) => ({
      file,
      line,
      found: 'a disagreement outside of a chapter',
      expected: '<Disagreement id="…" /> in chapters',
      mend: 'link to it: /disagreements/#its-id',
    })),
  ]);
