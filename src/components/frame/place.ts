/** What the bar calls a page. */
export interface Place {
  title: string;
  /** The path from the site's root of where it begins. */
  path: string;
  /** What it is a part of. */
  within?: string;
}
