import type { DefaultValue } from '../../spec/app-spec.ts';
import type { InputKind } from '../fields/field-kinds.ts';
import type { ShownField } from './shown-model.ts';

/** A field of a form: an input, or a value that is only shown. */
export interface FormFieldModel {
  /** The spec's field, or the free input's name. */
  readonly field: string;
  readonly label: string;
  readonly help: string | null;
  readonly placeholder: string | null;
  readonly input: InputKind;
  /** A value must be entered (never so for a checkbox). */
  readonly required: boolean;
  /** The surface does not name the field: it was added so that the form can be saved. */
  readonly isAdded: boolean;
  /** Shown, not entered: `auto_*` fields and a record's key. Left out of create pages. */
  readonly isReadOnly: boolean;
  /** What is shown where the input is read-only; null otherwise. */
  readonly shown: ShownField | null;
  /** An input that stands for no field of the entity. */
  readonly isFreeText: boolean;
  readonly initial: DefaultValue | null;
  /** The choices of an enum, in the order declared; null for other types. */
  readonly choices: readonly Choice[] | null;
  /** The target of a `ref` or `many`; null for other types. */
  readonly entity: string | null;
  readonly maxLength: number | null;
  /** The bounds as the spec writes them, so that decimals keep their digits. */
  readonly min: string | null;
  readonly max: string | null;
  /** The `step` of a number input: `1`, `any`, or `0.01` by the decimal's scale; null for other types. */
  readonly step: string | null;
  readonly pattern: string | null;
}

/** One value of an enum, and the label that people read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}
