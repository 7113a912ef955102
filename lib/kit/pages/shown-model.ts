import type { FieldType } from '../../spec/app-spec.ts';
import type { Address } from './page-link.ts';

/** A field whose value a page shows. */
export interface ShownField {
  readonly field: string;
  readonly label: string;
  /** The type of the field, which says how it is shown. */
  readonly kind: FieldType['kind'];
  /** Each record has a value in the field. */
  readonly isNeverEmpty: boolean;
  /** Of a decimal: how many digits stand behind the point; null for others. */
  readonly scale: number | null;
  /**
   * The page of the records that a `ref` or `many` refers to; null where those have no page, and for other
   * types.
   */
  readonly targetPage: Address | null;
}

/** A group of fields of a detail page. */
export interface ShownSection {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly ShownField[];
}
