import type { Comparison } from '../condition.ts';
import type { ConditionSyntax, LiteralSyntax, OperandSyntax, Span } from './ast.ts';
import { isAggregateNext, readAggregate } from './read-aggregate.ts';
import { isNumberNext, readDotted, readList, readLiteral, toLiteral } from './read-value.ts';
import { type Reader, quote } from './reader.ts';
import { isTooDeep } from './too-deep.ts';
import * as t from './tokens.ts';

/** Reads a condition, or reports what is wrong with it, leaves the line and gives null. */
export function readCondition(reader: Reader): ConditionSyntax | null {
  return readParts(reader, 'or', readConjunction);
}

function readConjunction(reader: Reader): ConditionSyntax | null {
  return readParts(reader, 'and', readTerm);
}

/** Reads parts joined by `word` in any case; the parts of a part of the same kind become its own. */
function readParts(
  reader: Reader,
  word: 'and' | 'or',
  readPart: (reader: Reader) => ConditionSyntax | null,
): ConditionSyntax | null {
  const first = readPart(reader);
  if (first === null || !isJoinNext(reader, word)) return first;
  const parts: ConditionSyntax[] = [];
  addPart(parts, first, word);
  const start = first.span.start;
  while (isJoinNext(reader, word)) {
    reader.at++;
    const part = readPart(reader);
    if (part === null) return null;
    addPart(parts, part, word);
  }
  return { kind: word, parts, span: { start, end: reader.ends[reader.at - 1]! } };
}

function isJoinNext(reader: Reader, word: string): boolean {
  const written = reader.word;
  return written === word || (written.length === word.length && written.toLowerCase() === word);
}

function addPart(parts: ConditionSyntax[], part: ConditionSyntax, kind: 'and' | 'or'): void {
  if (part.kind === kind) for (const inner of part.parts) parts.push(inner);
  else parts.push(part);
}

function readTerm(reader: Reader): ConditionSyntax | null {
  const first = reader.at;
  if (isWordNext(reader, 'not') && !isComparedName(reader)) {
    reader.at++;
    const part = reader.kind === t.OPEN_ROUND ? readParenthesis(reader) : readComparison(reader);
    return part && { kind: 'not', part, span: reader.spanFrom(first) };
  }
  return reader.kind === t.OPEN_ROUND ? readParenthesis(reader) : readComparison(reader);
}

function isWordNext(reader: Reader, word: string): boolean {
  return reader.word.toLowerCase() === word;
}

/** Claims that the word at the cursor is the left side of a comparison, whatever it means elsewhere. */
function isComparedName(reader: Reader): boolean {
  const kind = reader.kindAt(1);
  return kind === t.DOT || (kind >= t.EQUAL && kind <= t.GREATER_EQUAL);
}

function readParenthesis(reader: Reader): ConditionSyntax | null {
  if (isTooDeep(reader)) return null;
  const first = reader.at++;
  reader.depth++;
  const inner = readCondition(reader);
  reader.depth--;
  if (inner === null) return null;
  if (!reader.take(t.CLOSE_ROUND)) return reader.reportMissing('"and", "or" or ")"');
  return { ...inner, span: reader.spanFrom(first) };
}

function readComparison(reader: Reader): ConditionSyntax | null {
  const first = reader.at;
  const left = readOperand(reader);
  if (left === null) return null;
  const at = reader.at;
  const operator = readOperator(reader);
  if (operator === null) return null;
  const operatorSpan = reader.spanFrom(at);
  const right = readOperand(reader);
  if (right === null) return null;
  return { kind: 'compare', left, operator, operatorSpan, right, span: reader.spanFrom(first) };
}

const SIGNS: Readonly<Record<number, Comparison>> = {
  [t.EQUAL]: '=',
  [t.NOT_EQUAL]: '!=',
  [t.GREATER]: '>',
  [t.LESS]: '<',
  [t.GREATER_EQUAL]: '>=',
  [t.LESS_EQUAL]: '<=',
};

function readOperator(reader: Reader): Comparison | null {
  const sign = SIGNS[reader.kind];
  if (sign !== undefined) {
    reader.at++;
    const second = reader.kind;
    if (second !== t.EQUAL && !(sign === '<' && second === t.GREATER)) return sign;
    const span = { start: reader.starts[reader.at - 1]!, end: reader.ends[reader.at]! };
    reader.at++;
    const meant: Comparison = sign === '<' ? '!=' : sign;
    reader.report(
      'DZL126',
      span,
      `${quote(reader.text.slice(span.start, span.end))} is not a comparison${reader.describeSubject()}`,
      `write "${meant}"`,
    );
    return meant;
  }
  const word = reader.word.toLowerCase();
  if (word === 'in') {
    reader.at++;
    return 'in';
  }
  if (word === 'not' && reader.wordAt(1).toLowerCase() === 'in') {
    reader.at += 2;
    return 'not in';
  }
  if (word === 'is') {
    reader.at++;
    if (!isWordNext(reader, 'not')) return 'is';
    reader.at++;
    return 'is not';
  }
  if (reader.kind !== t.END && reader.kind !== t.INVALID && reader.kind !== t.CLOSE_ROUND) {
    reader.reportUnknownWord(['=', '!=', '>', '<', '>=', '<=', 'in', 'not in', 'is', 'is not'], 'DZL126');
    reader.leaveLine();
    return null;
  }
  return reader.reportMissing('a comparison', 'compare it: = != > < >= <= in, not in, is, is not');
}

const MEASURES = new Set(['days_since', 'hours_since', 'days_until']);

function readOperand(reader: Reader): OperandSyntax | null {
  const first = reader.at;
  switch (reader.kind) {
    case t.WORD:
      return readWordOperand(reader, first);
    case t.NUMBER_WORD: {
      const found = /^(\d+)_(days|hours)_ago$/i.exec(reader.textOf(first));
      if (found === null) break;
      reader.at++;
      const unit = found[2]!.toLowerCase() as 'days' | 'hours';
      return { kind: 'ago', amount: Number(found[1]), unit, span: reader.spanOf(first) };
    }
    case t.OPEN_SQUARE: {
      reader.at++;
      const values = reader.kindAt(0) === t.CLOSE_SQUARE ? [] : readList(reader, readLiteral);
      if (reader.take(t.CLOSE_SQUARE)) return { kind: 'list', values, span: reader.spanFrom(first) };
      if (reader.at < reader.end) reader.reportMissing('"," or "]"');
      return null;
    }
    case t.STRING:
    case t.NUMBER:
    case t.MINUS: {
      if (reader.kind === t.MINUS && !isNumberNext(reader)) break;
      const value = readLiteral(reader);
      return value && literalOperand(value);
    }
    case t.OPEN_ROUND:
      return reader.reportMissing('a value', 'write a list in square brackets: [a, b]');
  }
  if (reader.kind === t.NUMBER_WORD) {
    readLiteral(reader);
    reader.leaveLine();
    return null;
  }
  return reader.reportMissing('a field or a value');
}

function literalOperand(value: LiteralSyntax): OperandSyntax {
  return { kind: 'literal', value, span: value.span };
}

function readWordOperand(reader: Reader, first: number): OperandSyntax | null {
  const word = reader.word;
  const following = reader.kindAt(1);
  if (following === t.OPEN_ROUND) {
    if (MEASURES.has(word.toLowerCase())) return readElapsed(reader, first);
    if (isAggregateNext(reader)) return readAggregate(reader, readCondition);
    reader.reportUnknownWord([...MEASURES, 'count', 'sum', 'avg', 'min', 'max'], 'DZL126');
    reader.leaveLine();
    return null;
  }
  if (word === 'current_user') {
    const path = readDotted(reader);
    return path && { kind: 'current_user', path: path.parts.slice(1), span: path.span };
  }
  if (following !== t.DOT) {
    const literal = toLiteral(word, reader.spanOf(first));
    if (literal.kind !== 'name') {
      reader.at++;
      return literalOperand(literal);
    }
  }
  const path = readDotted(reader);
  return path && { kind: 'path', path, span: path.span };
}

/** Reads `days_since(path)`. */
function readElapsed(reader: Reader, first: number): OperandSyntax | null {
  const measure = reader.word.toLowerCase() as 'days_since' | 'hours_since' | 'days_until';
  reader.at += 2;
  const path = readDotted(reader, 'a field');
  if (path === null) return null;
  if (!reader.take(t.CLOSE_ROUND)) return reader.reportMissing('")"');
  const span: Span = reader.spanFrom(first);
  return { kind: 'elapsed', measure, path, span };
}
