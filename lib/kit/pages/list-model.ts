import type { FilterShape, InputKind } from '../fields/field-kinds.ts';
import type { Choice } from './form-model.ts';
import type { ShownField } from './shown-model.ts';

/** How a list page shows, finds and orders records. */
export interface ListModel {
  readonly columns: readonly ListColumn[];
  /** One form control and one query parameter each. */
  readonly filters: readonly ListFilter[];
  /** What `?q=` looks into (any of them contains the text, case ignored); empty: no search box. */
  readonly search: readonly SearchKey[];
  /** What `?sort=` accepts, with `-` before it for descending; any other value is ignored. */
  readonly sorts: readonly SortOption[];
  /** The order without `?sort=`; the key follows as a tie-breaker. */
  readonly order: readonly OrderKey[];
  readonly pageSize: number;
  /** Said where there is no record at all. */
  readonly emptyText: string;
  /** Refs among the columns (to load with the rows) and `many` columns (to load in one more query). */
  readonly joins: readonly string[];
  readonly prefetches: readonly string[];
}

/** The first column's text links to the record's page; it has `isLink`. */
export interface ListColumn extends ShownField {
  readonly isLink: boolean;
  /** The value of `?sort=` for this column; null: it does not sort. */
  readonly sort: string | null;
}

/** A filter above a list; `choices` is null where any value may be asked for, `entity` where the field is no reference. */
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
  /** The spec's name of the field. */
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
