import type { GivenValue, PlainValue } from './given-value.ts';
import type { LoginCase, MarkupCase } from './page-case.ts';

/** What a test of a list page asserts. */
export type ListCase =
  | LoginCase
  | MarkupCase
  /** The list shows a saved record, with the value of its `field`; null: no value is checked. */
  | { readonly kind: 'shows-a-record'; readonly field: string | null }
  /** A list without records shows `text`. */
  | { readonly kind: 'says-that-there-is-nothing'; readonly text: string }
  /**
   * `records` records fill more than one page of `size` rows. Each is on exactly one page, and a page number
   * below 1 shows the first page.
   */
  | { readonly kind: 'has-pages'; readonly size: number; readonly records: number }
  | { readonly kind: 'ignores-an-unknown-order' }
  /** Of two records with these values in `field`, which the application fills in, the later comes first. */
  | {
      readonly kind: 'shows-the-newest-first';
      readonly field: string;
      readonly pair: readonly [GivenValue, GivenValue];
    }
  /** A search for `NEEDLE` finds only the record with the given value, which has `needle` in it. */
  | { readonly kind: 'searches'; readonly field: string; readonly given: GivenValue }
  /**
   * A search for a text that no record has finds nothing, and the page shows `text`. So does a search for
   * `%%%`, since SQL wildcards are escaped.
   */
  | { readonly kind: 'finds-nothing'; readonly text: string }
  /**
   * Of two records, which have `given` and `other` in `field`, the filter finds the first. `other` null: the
   * value of a sample. `query`: the value of `parameter`; null: the key of the given record, or the day of a
   * datetime.
   */
  | {
      readonly kind: 'filters';
      readonly field: string;
      readonly parameter: string;
      readonly given: GivenValue;
      readonly other: GivenValue | null;
      readonly query: PlainValue | null;
    }
  /** `?sort=<parameter>` lists records with these values in this order, `?sort=-<parameter>` in reverse. */
  | {
      readonly kind: 'sorts';
      readonly field: string;
      readonly parameter: string;
      readonly pair: readonly [GivenValue, GivenValue];
      /** The application fills the field in, so its value must be replaced once the record is saved. */
      readonly isFilledIn: boolean;
    };

/** A list case of one kind. */
export type ListCaseOf<K extends ListCase['kind']> = Extract<ListCase, { readonly kind: K }>;
