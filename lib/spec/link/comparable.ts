import type { Comparison } from '../condition.ts';
import { describeOperandType, type OperandType, type TypedOperand } from './operand-type.ts';

const orders: readonly Comparison[] = ['<', '>', '<=', '>='];

/** Why two sides cannot be compared by an operator, and how to mend it; null where they can. */
export function findMismatch(
  left: TypedOperand,
  operator: Comparison,
  right: TypedOperand,
): { message: string; fix: string } | null {
  const [a, b] = [left.type, right.type];
  if (operator === 'in' || operator === 'not in') return findMembershipMismatch(left, operator, right);
  if (right.operand.kind === 'list') {
    return {
      message: `${left.label} cannot be compared with a list by "${operator}"`,
      fix: `write "${operator === '!=' || operator === 'is not' ? 'not in' : 'in'}"`,
    };
  }
  if (a.kind === 'any' || b.kind === 'any') return null;
  const isOrder = orders.includes(operator);
  if (a.kind === 'many' || b.kind === 'many') {
    const many = a.kind === 'many' ? left : right;
    return {
      message: `${many.label} holds several rows and cannot be compared by "${operator}"`,
      fix: `write "… in ${many.label}", as in current_user in ${many.label}`,
    };
  }
  if (a.kind === 'null' || b.kind === 'null') {
    return isOrder
      ? { message: `null is neither greater nor less than anything`, fix: 'write "is null" or "is not null"' }
      : null;
  }
  if (isOrder) {
    for (const side of [left, right]) {
      if (isOrdered(side.type)) continue;
      return {
        message: `${side.label} is ${describeOperandType(side.type)}, which "${operator}" cannot order`,
        fix: 'write = or !=',
      };
    }
  }
  if (areAlike(a, b, left, right)) return null;
  return {
    message: `${left.label} is ${describeOperandType(a)} and cannot be compared with ${right.label}, ${describeOperandType(b)}`,
    fix: fixMismatch(left, right),
  };
}

function findMembershipMismatch(
  left: TypedOperand,
  operator: Comparison,
  right: TypedOperand,
): { message: string; fix: string } | null {
  if (right.operand.kind === 'list' || right.type.kind === 'any' || right.type.kind === 'json') return null;
  if (right.type.kind === 'many') {
    const alike =
      left.type.kind === 'current_user' ||
      left.type.kind === 'any' ||
      (left.type.kind === 'ref' && isSameTarget(left.type, right.type));
    return alike
      ? null
      : {
          message: `${left.label} is ${describeOperandType(left.type)} and cannot be among ${right.label}, ${describeOperandType(right.type)}`,
          fix: 'compare a ref to the same entity, or current_user',
        };
  }
  return {
    message: `"${operator}" wants a list after it, and ${right.label} is none`,
    fix: `write ${left.label} ${operator} [${right.label}]`,
  };
}

function isOrdered(type: OperandType): boolean {
  return ['number', 'text', 'date', 'datetime', 'time', 'enum', 'any'].includes(type.kind);
}

function isSameTarget(
  a: Extract<OperandType, { kind: 'ref' | 'many' }>,
  b: Extract<OperandType, { kind: 'ref' | 'many' }>,
): boolean {
  return a.target === null || b.target === null || a.target === b.target;
}

function areAlike(a: OperandType, b: OperandType, left: TypedOperand, right: TypedOperand): boolean {
  if (a.kind === 'ref' && b.kind === 'ref') return isSameTarget(a, b);
  if (a.kind === 'current_user' || b.kind === 'current_user') {
    return [a, b].every(({ kind }) => ['ref', 'text', 'uuid', 'current_user'].includes(kind));
  }
  if (a.kind === 'enum' && b.kind === 'enum') return a.values.some((value) => b.values.includes(value));
  if (a.kind === b.kind) return true;
  if (isPair(a, b, 'date', 'datetime')) return true;
  if (isPair(a, b, 'enum', 'text')) return left.operand.kind === 'field' && right.operand.kind === 'field';
  return isPair(a, b, 'uuid', 'ref') || isPair(a, b, 'text', 'uuid');
}

function isPair(a: OperandType, b: OperandType, x: string, y: string): boolean {
  return (a.kind === x && b.kind === y) || (a.kind === y && b.kind === x);
}

function fixMismatch(left: TypedOperand, right: TypedOperand): string {
  const { kind } = left.type;
  if (kind === 'text' && right.operand.kind === 'literal') return 'write the value in quotes';
  if (kind === 'number') return 'write a number, without quotes';
  if (kind === 'bool') return 'write true or false';
  if (kind === 'date' || kind === 'datetime') {
    return 'write today, now, 7_days_ago, or a date as in "2026-01-31"';
  }
  if (kind === 'time') return 'write a time as in "09:00"';
  if (kind === 'ref') return 'write current_user, null, or a field behind the ref, as in owner.name';
  return 'compare two things of one kind';
}
