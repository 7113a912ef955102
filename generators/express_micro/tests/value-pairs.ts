import { isGenerated, js, numberRange } from '../../../lib/index.ts';
import type { FieldSpec } from '../../../lib/index.ts';
import { keyCodeOf, makeCode, textWith } from './test-scope.ts';
import type { TestScope } from './test-scope.ts';

/** Two different values of a field as code, the lower one first; `query` is how a filter asks for the first. */
export interface ValuePair {
  readonly setup: readonly string[];
  readonly value: string;
  /** Null: any other sample has another value, or none. */
  readonly other: string | null;
  readonly query: string;
}

/** Values that tell two records apart; null where none are sure. */
export function valuePair(scope: TestScope, field: FieldSpec): ValuePair | null {
  if (isGenerated(field)) return null;
  const pair = (value: string, other: string | null, query = value): ValuePair => ({
    setup: [],
    value,
    other,
    query,
  });
  switch (field.type.kind) {
    case 'enum': {
      const [lower, upper] = unalphabeticPair(field.type.values);
      return upper === undefined ? null : pair(js(lower), js(upper));
    }
    case 'bool':
      return { ...pair('false', 'true'), query: "'false'" };
    case 'date':
      return pair("'2024-01-01'", "'2024-02-01'");
    case 'time':
      return pair("'01:00:00'", "'02:00:00'");
    case 'datetime':
      return pair(
        "new Date('2024-01-01T12:00Z')",
        "new Date('2024-02-01T12:00Z')",
        `toLocal(record.${field.name}).slice(0, 10)`,
      );
    case 'int':
    case 'float':
    case 'decimal': {
      const { least, most } = numberRange(field);
      return most > least ? pair(String(least), String(least + 1)) : null;
    }
    case 'uuid':
      return pair("'10000000-0000-4000-8000-000000000001'", "'20000000-0000-4000-8000-000000000002'");
    case 'str':
    case 'text':
    case 'email':
    case 'url': {
      const first = textWith(field, 'first');
      const second = textWith(field, 'second');
      if (first === null || second === null) return null;
      return pair(js(first), js(second), js(first.toUpperCase()));
    }
    case 'ref':
    case 'many': {
      const { kind, entity } = field.type;
      if (scope.unmakeable.has(entity)) return null;
      const key = keyCodeOf(scope, entity, 'wanted');
      const setup = [`const wanted = ${makeCode(entity)};`];
      return { ...pair(kind === 'many' ? `[${key}]` : key, null, key), setup };
    }
    case 'json':
      return null;
  }
}

/** Two values whose order is not that of the alphabet, if there are such. */
function unalphabeticPair(values: readonly string[]): readonly string[] {
  const index = values.findIndex((value, place) => place > 0 && value < values[place - 1]!);
  return index < 0 ? values.slice(0, 2) : [values[index - 1]!, values[index]!];
}
