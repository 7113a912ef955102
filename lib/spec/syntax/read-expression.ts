import type { AggregateSyntax, ConditionSyntax, ExpressionSyntax } from './ast.ts';
import { isTooDeep, readCondition } from './read-condition.ts';
import { isNumberNext, readDotted, readNumber, readWholeNumber } from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

const MEASURES = ['count', 'sum', 'avg', 'min', 'max'] as const;

/** Claims that `count(`, `sum(` or another aggregate comes next, in any case. */
export function isAggregateNext(reader: Reader): boolean {
  if (reader.kindAt(1) !== t.OPEN_ROUND) return false;
  const word = reader.word.toLowerCase();
  return MEASURES.some((measure) => measure === word);
}

/** Reads `count(argument [where condition])`, or reports what is wrong with it and leaves the line. */
export function readAggregate(reader: Reader): AggregateSyntax | null {
  if (isTooDeep(reader)) return null;
  const first = reader.at;
  const measure = reader.word.toLowerCase() as (typeof MEASURES)[number];
  reader.at += 2;
  let distinct = false;
  let argument = null;
  if (!reader.take(t.STAR)) {
    if (isDistinctNext(reader)) {
      distinct = true;
      reader.at++;
    }
    argument = readDotted(reader, 'an entity, a field or "*"');
    if (argument === null) return null;
  }
  let where: ConditionSyntax | null = null;
  if (reader.word.toLowerCase() === 'where') {
    reader.at++;
    reader.depth++;
    where = readCondition(reader);
    reader.depth--;
    if (where === null) return null;
  }
  if (!reader.take(t.CLOSE_ROUND)) return reader.reportMissing('"where" or ")"');
  return { kind: 'aggregate', measure, distinct, argument, where, span: reader.spanFrom(first) };
}

/** Claims that `distinct` comes next as a word of its own, not as the name of a field. */
function isDistinctNext(reader: Reader): boolean {
  if (reader.word.toLowerCase() !== 'distinct' || reader.kindAt(1) !== t.WORD) return false;
  if (reader.wordAt(1).toLowerCase() !== 'where') return true;
  const kind = reader.kindAt(2);
  return kind === t.CLOSE_ROUND || kind === t.DOT || reader.wordAt(2).toLowerCase() === 'where';
}

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
  if (isAggregateNext(reader)) return readAggregate(reader);
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
