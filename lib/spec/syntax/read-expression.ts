import type { ExpressionSyntax } from './ast.ts';
import { isAggregateNext, MEASURES, readAggregate } from './read-aggregate.ts';
import { readCondition } from './read-condition.ts';
import { isNumberNext, readNumber, readWholeNumber } from './read-value.ts';
import type { Reader } from './reader.ts';
import { isTooDeep } from './too-deep.ts';
import * as t from './tokens.ts';

/** Reads an arithmetic expression, or reports what is wrong with it, leaves the line and gives null. */
export function readExpression(reader: Reader): ExpressionSyntax | null {
  const { depth } = reader;
  let left = readProduct(reader);
  while (left !== null && (reader.kind === t.PLUS || reader.kind === t.MINUS)) {
    if (isTooDeep(reader)) return null;
    const operator = reader.kind === t.PLUS ? '+' : '-';
    reader.at++;
    left = joinArithmetic(operator, left, readProduct(reader));
    reader.depth++;
  }
  reader.depth = depth;
  return left;
}

function readProduct(reader: Reader): ExpressionSyntax | null {
  const { depth } = reader;
  let left = readPrimary(reader);
  while (left !== null && (reader.kind === t.STAR || reader.kind === t.SLASH)) {
    if (isTooDeep(reader)) return null;
    const operator = reader.kind === t.STAR ? '*' : '/';
    reader.at++;
    left = joinArithmetic(operator, left, readPrimary(reader));
    reader.depth++;
  }
  reader.depth = depth;
  return left;
}

function joinArithmetic(
  operator: '+' | '-' | '*' | '/',
  left: ExpressionSyntax,
  right: ExpressionSyntax | null,
): ExpressionSyntax | null {
  if (right === null) return null;
  return {
    kind: 'arithmetic',
    operator,
    left,
    right,
    span: { start: left.span.start, end: right.span.end },
  };
}

function readPrimary(reader: Reader): ExpressionSyntax | null {
  const first = reader.at;
  if (reader.kind === t.OPEN_ROUND) {
    if (isTooDeep(reader)) return null;
    reader.at++;
    reader.depth++;
    const inner = readExpression(reader);
    reader.depth--;
    if (inner === null) return null;
    if (!reader.take(t.CLOSE_ROUND)) return reader.reportMissing('an operator or ")"');
    return { ...inner, span: reader.spanFrom(first) };
  }
  if (isNumberNext(reader)) {
    const value = readNumber(reader);
    return value && { kind: 'number', value, span: value.span };
  }
  if (reader.kind !== t.WORD) {
    return reader.reportMissing('a number, a field or an aggregate', 'write, for example, count(Task)');
  }
  if (reader.kindAt(1) !== t.OPEN_ROUND) {
    reader.at++;
    const name = { text: reader.textOf(first), span: reader.spanOf(first) };
    return { kind: 'name', name, span: name.span };
  }
  if (isAggregateNext(reader)) return readAggregate(reader, readCondition);
  if (reader.word.toLowerCase() === 'round') return readRound(reader);
  reader.reportUnknownWord([...MEASURES, 'round'], 'DZL126');
  reader.leaveLine();
  return null;
}

/** Reads `round(expression [, digits])`. */
function readRound(reader: Reader): ExpressionSyntax | null {
  if (isTooDeep(reader)) return null;
  const first = reader.at;
  reader.at += 2;
  reader.depth++;
  const value = readExpression(reader);
  reader.depth--;
  if (value === null) return null;
  const digits = reader.take(t.COMMA) ? readWholeNumber(reader) : null;
  if (!reader.take(t.CLOSE_ROUND)) {
    return reader.at < reader.end ? reader.reportMissing('"," or ")"') : null;
  }
  return { kind: 'round', value, digits, span: reader.spanFrom(first) };
}
