/** What is known of texts in which names are swapped. */
interface SwappedTexts {
  /** The user's text as it was. */
  readonly mine: string;
  /** Some lines of the base still have the old names, so that one name may mean either of two things. */
  readonly isMixed: boolean;
}

/** Three versions of a text in LF lines. */
export interface LineTexts {
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  /** Names that a rename took from the modules from which the user's text imports them. */
  readonly gone?: ReadonlySet<string>;
  /** Where the rename swaps names. */
  readonly swapped?: SwappedTexts;
}
