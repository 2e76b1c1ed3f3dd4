/** What a preview says of a page beside its title. */
export interface Fact {
  /** `Chapter` */
  label: string;
  /** `Letting go of the code` */
  data: string;
}
