import type { FilterShape, InputKind } from '../fields/field-kinds.ts';
import type { Choice } from './form-model.ts';
import type { ShownField } from './shown-model.ts';

/** How a list page shows, finds and orders records. */
export interface ListModel {
  readonly columns: readonly ListColumn[];
  /** One form control and one query parameter each. */
  readonly filters: readonly ListFilter[];
  /** The fields in which `?q=` searches, case ignored; a match in one is enough. Empty: no search box. */
  readonly search: readonly SearchKey[];
  /** What `?sort=` accepts, with `-` before it for descending; any other value is ignored. */
  readonly sorts: readonly SortOption[];
  /** The order without `?sort=`; the key follows as a tie-breaker. */
  readonly order: readonly OrderKey[];
  readonly pageSize: number;
  /** The text that the page shows where there is no record at all. */
  readonly emptyText: string;
  /** Columns that are refs: their records are loaded in the same query as the rows. */
  readonly joins: readonly string[];
  /** Columns that are `many`: their records are loaded in a query of their own. */
  readonly prefetches: readonly string[];
}

/** A column of a list. `isLink`, true for the first column: its text links to the record's page. */
export interface ListColumn extends ShownField {
  readonly isLink: boolean;
  /** The value of `?sort=` for this column; null: it does not sort. */
  readonly sort: string | null;
}

/** A filter above a list. `choices`: an enum's, or null; `entity`: the target of a ref or many, or null. */
export interface ListFilter extends FilterShape {
  readonly field: string;
  readonly label: string;
  /** The query parameter: the field's name, or `f_<name>` for a field called q, sort or page. */
  readonly parameter: string;
  readonly input: InputKind;
  readonly choices: readonly Choice[] | null;
  readonly entity: string | null;
}

/** A field that the search of a list looks into. */
export interface SearchKey {
  readonly field: string;
  /** For a ref or many: the field of the target to look into; null otherwise. */
  readonly through: string | null;
}

/** An order that a list offers. */
export interface SortOption extends OrderKey {
  /** The value of `?sort=`: the name of the field in the spec. */
  readonly parameter: string;
  readonly label: string;
}

/** One key of the order in which records are listed. */
export interface OrderKey {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
  /** Values of an enum in the order in which they sort; null for other fields. */
  readonly enumOrder: readonly string[] | null;
  /** For a ref: the field of the target by which it sorts; null otherwise. */
  readonly through: string | null;
}
