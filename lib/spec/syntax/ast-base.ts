/** What the nodes of every kind are made of: stretches of text, names, literals, blocks. */

/** A stretch of the file's text in UTF-16 offsets; `end` is exclusive. `placeOf` turns it into lines and columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word used as a name. */
export interface NameSyntax {
  readonly text: string;
  readonly span: Span;
}

/** `a.b.c`; one part is a plain name. `text` is the parts joined by dots. */
export interface DottedSyntax {
  readonly text: string;
  readonly parts: readonly NameSyntax[];
  readonly span: Span;
}

/** A string without its quotes, escapes resolved. */
export interface StringSyntax {
  readonly value: string;
  readonly span: Span;
}

/** A word out of a closed list. */
export interface WordSyntax<Word extends string> {
  readonly value: Word;
  readonly span: Span;
}

export type LiteralSyntax =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'bool'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null' | 'current_user'; readonly span: Span }
  | { readonly kind: 'name'; readonly value: string; readonly span: Span };

export interface NumberSyntax {
  readonly value: number;
  /** As written, so that decimals keep their digits. */
  readonly text: string;
  readonly span: Span;
}

/** `NAME = literal` as an option on a line. */
export interface OptionSyntax {
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `NAME: literal` on a line of its own (defaults, data, filter). */
export interface PairSyntax {
  readonly kind: 'pair';
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `meta NAME = literal`. */
export interface MetaSyntax {
  readonly kind: 'meta';
  readonly name: NameSyntax;
  readonly value: LiteralSyntax | null;
  readonly span: Span;
}

/** `NAME [asc|desc]`; `direction` is null where none was written. */
export interface OrderKeySyntax {
  readonly field: NameSyntax;
  readonly direction: 'asc' | 'desc' | null;
  readonly span: Span;
}

/** What every block has: `head` reaches from its first word to the `:`, `span` over its last line as well. */
export interface BlockSyntax {
  readonly span: Span;
  readonly head: Span;
  /** True where a line within was reported and lost something: claims that something is absent should be held back. */
  readonly broken: boolean;
}

/** What every named declaration at the left margin has. */
export interface DeclarationBase extends BlockSyntax {
  readonly name: NameSyntax;
  readonly title: StringSyntax | null;
}
