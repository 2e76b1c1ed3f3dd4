import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** One rule about the content: finds every place that breaks it. */
export type Check = (content: Content) => Problem[];
