import type { GivenValue, PlainValue } from './given-value.ts';
import type { LoginCase, MarkupCase } from './page-case.ts';

/** What a test of a list page asserts. */
export type ListCase =
  | LoginCase
  | MarkupCase
  /** A saved record stands on the list, with the text of its `field` where that is not null. */
  | { readonly kind: 'shows-a-record'; readonly field: string | null }
  | { readonly kind: 'says-that-there-is-nothing'; readonly text: string }
  /** `records` of them fill more than one page of `size`; each stands on one page, and below the first there is the first. */
  | { readonly kind: 'has-pages'; readonly size: number; readonly records: number }
  | { readonly kind: 'ignores-an-unknown-order' }
  /** Of two records, made at these times, the later one stands first; the program fills `field` in. */
  | {
      readonly kind: 'shows-the-newest-first';
      readonly field: string;
      readonly pair: readonly [GivenValue, GivenValue];
    }
  /** The word `needle`, in capitals, finds the one record that is given it and no other. */
  | { readonly kind: 'searches'; readonly field: string; readonly given: GivenValue }
  /** A text that no record has, and signs that databases take for any text, find nothing; the page says `text`. */
  | { readonly kind: 'finds-nothing'; readonly text: string }
  /** `query` finds the one record that is given the value; null: its own key, or its day. `other`: what another one has. */
  | {
      readonly kind: 'filters';
      readonly field: string;
      readonly parameter: string;
      readonly given: GivenValue;
      readonly other: GivenValue | null;
      readonly query: PlainValue | null;
    }
  /** The records with these values stand in this order, and the other way round with `-`. */
  | {
      readonly kind: 'sorts';
      readonly field: string;
      readonly parameter: string;
      readonly pair: readonly [GivenValue, GivenValue];
      /** The program fills the field in: the value takes its place afterwards. */
      readonly isFilledIn: boolean;
    };

/** A list case of one kind. */
export type ListCaseOf<K extends ListCase['kind']> = Extract<ListCase, { readonly kind: K }>;
