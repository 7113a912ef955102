import type { FieldType } from '../../spec/app-spec.ts';

/** A field as it is shown. */
export interface ShownField {
  readonly field: string;
  readonly label: string;
  /** The type of the field, which says how it is shown. */
  readonly kind: FieldType['kind'];
  /** The entity that a `ref` or `many` refers to; null for others. */
  readonly target: string | null;
}

/** A group of fields of a detail page. */
export interface ShownSection {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly ShownField[];
}
