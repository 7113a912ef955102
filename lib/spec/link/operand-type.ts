import type { Operand } from '../condition.ts';
import type { Span } from '../syntax/ast.ts';
import type { EntityInfo, FieldInfo } from './context.ts';

/** What a side of a comparison is, as far as comparing goes; `any` is compared with everything. */
export type OperandType =
  | {
      readonly kind:
        'number' | 'text' | 'bool' | 'date' | 'datetime' | 'time' | 'uuid' | 'json' | 'null' | 'any';
    }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'ref' | 'many'; readonly target: EntityInfo | null }
  | { readonly kind: 'current_user' };

/** A resolved side with its type and how a user calls it. */
export interface TypedOperand {
  readonly operand: Operand;
  readonly type: OperandType;
  /** `status`, `the number 5`. */
  readonly label: string;
  readonly span: Span;
  /** May be empty in a record. */
  readonly nullable: boolean;
}

/** The type of a field in a comparison. */
export function typeOfField(field: FieldInfo): OperandType {
  const { type } = field;
  if (type === null) return { kind: 'any' };
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'decimal':
      return { kind: 'number' };
    case 'str':
    case 'text':
    case 'email':
    case 'url':
      return { kind: 'text' };
    case 'enum':
      return { kind: 'enum', values: type.values.map((value) => value.text) };
    case 'ref':
    case 'many':
      return { kind: type.kind, target: field.target };
    default:
      return { kind: type.kind };
  }
}

/** `a number`, `one of open, closed`. */
export function describeOperandType(type: OperandType): string {
  switch (type.kind) {
    case 'enum':
      return 'an enum';
    case 'ref':
      return type.target === null ? 'a ref' : `a ref ${type.target.declaration.syntax.name.text}`;
    case 'many':
      return type.target === null ? 'a many' : `a many ${type.target.declaration.syntax.name.text}`;
    case 'json':
      return 'json';
    case 'current_user':
      return 'the user who is logged in';
    case 'null':
      return 'null';
    default:
      return `a ${type.kind}`;
  }
}
