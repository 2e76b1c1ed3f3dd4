import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import { checkCareers } from './careers.ts';
import type { Check } from './check.ts';
import { checkCode } from './code.ts';
import { checkComparison } from './comparison.ts';
import { checkContents } from './contents.ts';
import { checkHeadings } from './headings.ts';
import { checkIds } from './ids.ts';
import { checkImages } from './images.ts';
import { checkLinks } from './links.ts';
import { checkOutgoing } from './outgoing.ts';
import { checkOutlines } from './outlines.ts';
import { checkPublished } from './published.ts';
import { checkQuestions } from './questions.ts';
import { checkReferences } from './references.ts';
import { checkSections } from './sections.ts';

const CHECKS: readonly Check[] = [
  checkContents,
  checkCode,
  checkHeadings,
  checkSections,
  checkIds,
  checkReferences,
  checkQuestions,
  checkOutlines,
  checkComparison,
  checkCareers,
  checkPublished,
  checkLinks,
  checkOutgoing,
  checkImages,
];

/** Every problem of a content folder that could be read: the same for the build and for `npm run check`. */
export function checkContent(content: Content): Problem[] {
  return CHECKS.flatMap((check) => check(content));
}
