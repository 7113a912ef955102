import type { FormFieldModel } from '../pages/form-model.ts';
import type { Address } from '../pages/page-link.ts';
import type { ShownField } from '../pages/shown-model.ts';
import type { ScreenPart } from './screen-part.ts';

/** How a backend writes what stands on a page; `entity` is that of the record at hand, null where there is none. */
export interface ScreenPrinter {
  part(part: ScreenPart, entity: string | null): string;
  /** The value of a field, in a row of a list or on a page of its record. */
  value(field: ShownField, entity: string, where: 'cell' | 'page'): string;
  /** The value of a field that leads to the page of its record, and is never empty. */
  link(field: ShownField, entity: string, page: Address): string;
  input(field: FormFieldModel, entity: string | null): string;
}
