import type { AggregateSyntax, ConditionSyntax } from './ast.ts';
import { readDotted } from './read-value.ts';
import type { Reader } from './reader.ts';
import { isTooDeep } from './too-deep.ts';
import * as t from './tokens.ts';

/** The functions over rows that the language has. */
export const MEASURES = ['count', 'sum', 'avg', 'min', 'max'] as const;

/** Claims that `count(`, `sum(` or another aggregate comes next, in any case. */
export function isAggregateNext(reader: Reader): boolean {
  if (reader.kindAt(1) !== t.OPEN_ROUND) return false;
  const word = reader.word.toLowerCase();
  return MEASURES.some((measure) => measure === word);
}

/**
 * Reads `count(argument [where condition])`, or reports what is wrong with it and leaves the line. `readWhere` is what
 * reads conditions, handed in because these hold aggregates in turn.
 */
export function readAggregate(
  reader: Reader,
  readWhere: (reader: Reader) => ConditionSyntax | null,
): AggregateSyntax | null {
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
    where = readWhere(reader);
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
