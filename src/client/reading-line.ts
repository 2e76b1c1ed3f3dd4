/** How far down the window a section is being read, as a share of its height. */
export const READING_LINE = 0.3;
