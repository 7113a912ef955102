import type { FormFieldModel } from '../pages/form-model.ts';
import type { Address } from '../pages/page-link.ts';
import type { ShownField } from '../pages/shown-model.ts';
import type { ScreenPart } from './screen-part.ts';

/**
 * How a backend writes links, buttons, values and inputs in its templates. `entity` is the entity of the
 * current record; null: there is none.
 */
export interface ScreenPrinter {
  part(part: ScreenPart, entity: string | null): string;
  /** The value of a field, in a row of a list or on a page of its record. */
  value(field: ShownField, entity: string, where: 'cell' | 'page'): string;
  /** The value of a field as a link to the record's page; where it is empty, the record's label. */
  link(field: ShownField, entity: string, page: Address): string;
  input(field: FormFieldModel, entity: string | null): string;
}
