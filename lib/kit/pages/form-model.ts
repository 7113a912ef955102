import type { DefaultValue } from '../../spec/app-spec.ts';
import type { InputKind } from '../fields/field-kinds.ts';
import type { ShownField } from './shown-model.ts';

/** An input of a form, found by its `label`. */
export interface FormFieldModel {
  /** The spec's field, or the free input's name. */
  readonly field: string;
  readonly label: string;
  readonly help: string | null;
  readonly placeholder: string | null;
  readonly input: InputKind;
  /** A value must be entered (never so for a checkbox). */
  readonly required: boolean;
  /** The surface does not name it: it was added so that the form can succeed. */
  readonly isAdded: boolean;
  /** Shown, not entered: `auto_*` fields and a record's key. Left out of create pages. */
  readonly isReadOnly: boolean;
  /** What is shown where the input is read-only; null otherwise. */
  readonly shown: ShownField | null;
  /** No entity field backs it. */
  readonly isFreeText: boolean;
  readonly initial: DefaultValue | null;
  /** Of an enum, in the order declared. */
  readonly choices: readonly Choice[] | null;
  /** Target of a `ref` or `many`. */
  readonly entity: string | null;
  readonly maxLength: number | null;
  /** Bounds as written. */
  readonly min: string | null;
  readonly max: string | null;
  /** Of numbers: `1`, `any`, or `0.01` by the decimal's scale. */
  readonly step: string | null;
  readonly pattern: string | null;
}

/** One value of a closed list, with its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}
