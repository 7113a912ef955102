import type {
  AssertionSyntax,
  LiteralSyntax,
  MetaSyntax,
  NameSyntax,
  OptionSyntax,
  PairSyntax,
  SetupLineSyntax,
  StringSyntax,
  TestItemSyntax,
  TestSyntax,
  WordSyntax,
} from './ast.ts';
import type { TestOperator } from '../app-spec.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import { readKey, readPair } from './read-ux.ts';
import {
  readBool,
  readColon,
  readDotted,
  readLiteral,
  readName,
  readOption,
  readOptionalString,
  readString,
  readWord,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

const OPERATORS = ['equals', 'not_equals', 'greater_than', 'less_than', 'contains', 'not_contains'] as const;

/** Reads `test name "Title":`, its docstring and its lines. */
export function readTest(reader: Reader): TestSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the test');
  const title = readOptionalString(reader);
  let docstring: StringSyntax | null = null;
  const headLine = reader.line;
  const parts = readBlock(
    reader,
    'test',
    name ?? '',
    (inner) => {
      const isFirst = inner.line === headLine + 1 && docstring === null;
      if (inner.kind !== t.STRING || !isFirst) return readTestItem(inner);
      docstring = readOptionalString(inner);
      return null;
    },
    (inner) => {
      docstring = readOptionalString(inner);
      return docstring !== null;
    },
  );
  return name && { kind: 'test', name, title, docstring, ...parts };
}

function readTestItem(reader: Reader): TestItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  switch (word) {
    case 'setup':
      reader.at++;
      return { kind: word, ...readBlock(reader, 'setup', '', readSetupLine) };
    case 'action':
      return readTestAction(reader, first);
    case 'data':
    case 'filter':
      reader.at++;
      return { kind: word, ...readBlock(reader, word, '', readPair) };
    case 'search':
      reader.at++;
      return { kind: word, ...readBlock(reader, word, '', readSearchLine) };
    case 'order_by': {
      readKey(reader);
      const value = readString(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'expect':
      reader.at++;
      return { kind: word, ...readBlock(reader, word, '', readAssertion) };
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  const words = ['setup', 'action', 'data', 'filter', 'search', 'order_by', 'expect', 'meta'];
  return reportUnknownLine(reader, words);
}

function readTestAction(reader: Reader, first: number): TestItemSyntax {
  readKey(reader);
  const verb = readWord(reader, ['create', 'update', 'delete', 'get'] as const);
  const target = verb && readDotted(reader, 'the name of an entity or of a setup row');
  const relation = target !== null && reader.kind === t.WORD ? readName(reader) : null;
  return { kind: 'action', verb, target, relation, span: reader.spanFrom(first) };
}

/** Reads `task: create Task with title="…", status=open`. */
function readSetupLine(reader: Reader): SetupLineSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const name = readName(reader, 'the name of a row');
  if (name === null) return null;
  readColon(reader);
  const entity = readWord(reader, ['create']) && readDotted(reader, 'the name of an entity');
  const values: OptionSyntax[] = [];
  if (entity !== null && reader.at < reader.end && readWord(reader, ['with']) !== null) {
    do {
      const value = readOption(reader);
      if (value === null) break;
      values.push(value);
    } while (reader.take(t.COMMA));
  }
  return { kind: 'setup_line', name, entity, values, span: reader.spanFrom(first) };
}

function readSearchLine(reader: Reader): PairSyntax | MetaSyntax | null {
  if (reader.word === 'query' || isMetaNext(reader)) return readPair(reader);
  return reportUnknownLine(reader, ['query', 'meta']);
}

function isOperator(word: string): boolean {
  return OPERATORS.some((operator) => operator === word);
}

function readAssertion(reader: Reader): AssertionSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const word = reader.word;
  const isColon = reader.kindAt(1) === t.COLON;
  const second = reader.wordAt(1);
  if (word === 'status' && isColon) {
    readKey(reader);
    const value = readWord(reader, ['success', 'error'] as const);
    return { kind: 'status', value, span: reader.spanFrom(first) };
  }
  if (word === 'created' && isColon) {
    readKey(reader);
    const value = readBool(reader);
    return { kind: 'created', value, span: reader.spanFrom(first) };
  }
  const isRow = second === 'field' && !isOperator(reader.wordAt(2)) && isOperator(reader.wordAt(3));
  if (word === 'field' && !isRow && isFieldAt(reader, 0)) {
    return readFieldAssertion(reader, first, null);
  }
  if (second === 'field' && word !== '' && isFieldAt(reader, 1)) {
    return readFieldAssertion(reader, first, readName(reader));
  }
  if (word === 'count' && !isColon && second !== 'count') return readCount(reader, first, null);
  if (second === 'count' && reader.kindAt(2) !== t.COLON && word !== '') {
    return readCount(reader, first, readName(reader));
  }
  if (word === 'error_message' && !isColon) {
    reader.at++;
    return { kind: 'error_message', ...readOperatorAndValue(reader), span: reader.spanFrom(first) };
  }
  return readUnchecked(reader, first);
}

/** Claims that `field NAME` starts there, rather than something called `field`. */
function isFieldAt(reader: Reader, offset: number): boolean {
  if (reader.kindAt(offset + 1) !== t.WORD) return false;
  return !isOperator(reader.wordAt(offset + 1)) || isOperator(reader.wordAt(offset + 2));
}

function readFieldAssertion(reader: Reader, first: number, row: NameSyntax | null): AssertionSyntax | null {
  reader.at++;
  const field = readName(reader, 'the name of a field');
  if (field === null) return null;
  const operator = readOperator(reader);
  let value: Extract<AssertionSyntax, { kind: 'field' }>['value'] = null;
  const at = reader.at;
  if (operator !== null && reader.word === 'field' && reader.kindAt(1) === t.WORD) {
    reader.at++;
    const name = readName(reader)!;
    value = { kind: 'field', name, span: reader.spanFrom(at) };
  } else if (operator !== null) value = readLiteral(reader);
  return { kind: 'field', row, field, operator, value, span: reader.spanFrom(first) };
}

function readCount(reader: Reader, first: number, entity: NameSyntax | null): AssertionSyntax {
  reader.at++;
  return { kind: 'count', entity, ...readOperatorAndValue(reader), span: reader.spanFrom(first) };
}

function readOperator(reader: Reader): WordSyntax<TestOperator> | null {
  return readWord(reader, OPERATORS);
}

function readOperatorAndValue(reader: Reader): {
  operator: WordSyntax<TestOperator> | null;
  value: LiteralSyntax | null;
} {
  const operator = readOperator(reader);
  return { operator, value: operator && readLiteral(reader) };
}

/** Reads `NAME: literal` or `NAME op literal`. */
function readUnchecked(reader: Reader, first: number): AssertionSyntax | null {
  const name = readName(reader, 'something to expect');
  if (name === null) return null;
  if (reader.take(t.COLON)) {
    const value = readLiteral(reader);
    return { kind: 'unchecked', name, operator: null, value, span: reader.spanFrom(first) };
  }
  return { kind: 'unchecked', name, ...readOperatorAndValue(reader), span: reader.spanFrom(first) };
}
