/** One line of the canonical text, with the lines of its block; offsets say where it stood in the source. */
export interface Line {
  readonly start: number;
  /** The end of its own words; the lines of its block come after. */
  readonly end: number;
  readonly text: string;
  readonly children: readonly Line[];
}
