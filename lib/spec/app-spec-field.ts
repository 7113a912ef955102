import type { Place } from '../diagnostics/diagnostic.ts';

/** The type of a field. Lengths count characters; `precision` counts all digits of a decimal, `scale` those behind the point. */
export type FieldType =
  | { readonly kind: 'str'; readonly maxLength: number }
  | {
      readonly kind:
        'text' | 'int' | 'float' | 'bool' | 'date' | 'time' | 'datetime' | 'uuid' | 'email' | 'url' | 'json';
    }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'ref'; readonly entity: string }
  | { readonly kind: 'many'; readonly entity: string };

/** The fitted default of a field: an enum value and a bare word on `str` are already `string`s. */
export type DefaultValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'today' }
  | { readonly kind: 'now' };

/** A field of an entity. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  /** Written `required` (or implied by `pk`): a value must be given. */
  readonly required: boolean;
  /** May be null in storage, by the language's rule. */
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  /** Set on creation (`add`) or on each save (`update`); only on date and time types. */
  readonly auto: 'add' | 'update' | null;
  readonly default: DefaultValue | null;
  /** Bounds as written, so that decimals keep their digits. */
  readonly min: string | null;
  readonly max: string | null;
  readonly pattern: string | null;
  readonly help: string | null;
  readonly was: string | null;
  readonly place: Place;
}
