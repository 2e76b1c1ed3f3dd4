import { textsOf } from '../content.ts';
import type { Check } from './check.ts';

/** Every image says in words what it shows. */
export const checkImages: Check = (content) =>
  textsOf(content).flatMap(({ file, text }) =>
    text.images
      .filter(({ alt }) => alt.trim() === '')
      .map(({ src, line }) => ({
        file,
        line,
        found: `an image without alternative text: "${src}"`,
        expected: "words for whoever can't see it",
        mend: `write ![what it shows](${src})`,
      })),
  );
