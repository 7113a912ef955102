import type { PlainTypeName, TypeSyntax } from './ast.ts';
import { readQuotableName } from './read-quotable-name.ts';
import { readDotted, readList, readWholeNumber } from './read-value.ts';
import { type Reader, listWords, quote } from './reader.ts';
import * as t from './tokens.ts';

const PLAIN_TYPES: ReadonlySet<string> = new Set<PlainTypeName>([
  'text',
  'int',
  'float',
  'bool',
  'date',
  'time',
  'datetime',
  'uuid',
  'email',
  'url',
  'json',
]);

const TYPE_WORDS = ['str', ...PLAIN_TYPES, 'decimal', 'enum', 'ref', 'many'];

/** What other languages call the types. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  string: 'str(200)',
  varchar: 'str(200)',
  char: 'str(200)',
  integer: 'int',
  bigint: 'int',
  number: 'int" or "decimal(12,2)',
  money: 'decimal(12,2)',
  numeric: 'decimal(12,2)',
  double: 'float',
  boolean: 'bool',
  timestamp: 'datetime',
  guid: 'uuid',
  choice: 'enum[…]',
  reference: 'ref',
  foreign_key: 'ref',
  list: 'many',
  object: 'json',
};

/** Claims that a whole type starts `offset` tokens further on, and that what follows it does not make it a list of names. */
export function isTypeAt(reader: Reader, offset: number): boolean {
  const word = reader.wordAt(offset);
  const kind = reader.kindAt(offset + 1);
  if (PLAIN_TYPES.has(word)) {
    const following = reader.wordAt(offset + 1).toLowerCase();
    return kind !== t.COMMA && following !== 'asc' && following !== 'desc';
  }
  if (word === 'str' || word === 'decimal') return kind === t.OPEN_ROUND;
  if (word === 'enum') return kind === t.OPEN_SQUARE;
  if (word !== 'ref' && word !== 'many') return false;
  const following = reader.wordAt(offset + 1).toLowerCase();
  return kind === t.WORD && following !== 'asc' && following !== 'desc';
}

/** Reads a type; an unknown one is reported and passed with its brackets. */
export function readType(reader: Reader): TypeSyntax | null {
  const first = reader.at;
  const word = reader.word;
  if (PLAIN_TYPES.has(word)) {
    reader.at++;
    return { kind: word as PlainTypeName, span: reader.spanOf(first) };
  }
  switch (word) {
    case 'str':
      return readStrType(reader, first);
    case 'decimal':
      return readDecimalType(reader, first);
    case 'enum':
      return readEnumType(reader, first);
    case 'ref':
    case 'many': {
      reader.at++;
      const target = readDotted(reader, 'the name of an entity');
      return { kind: word, target, span: reader.spanFrom(first) };
    }
    case '':
      return reader.reportMissing('a type', `write ${listWords(TYPE_WORDS)}`);
  }
  reportUnknownType(reader, word);
  return null;
}

function readStrType(reader: Reader, first: number): TypeSyntax {
  reader.at++;
  let length = null;
  if (reader.take(t.OPEN_ROUND)) {
    length = readWholeNumber(reader);
    closeArguments(reader);
  } else reportArguments(reader, 'a length', 'str(200)');
  return { kind: 'str', length, span: reader.spanFrom(first) };
}

function readDecimalType(reader: Reader, first: number): TypeSyntax {
  reader.at++;
  let precision = null;
  let scale = null;
  if (reader.take(t.OPEN_ROUND)) {
    precision = readWholeNumber(reader);
    if (reader.take(t.COMMA)) scale = readWholeNumber(reader);
    else if (precision !== null) reportArguments(reader, 'the number of decimal places', 'decimal(12,2)');
    closeArguments(reader);
  } else reportArguments(reader, 'a precision', 'decimal(12,2)');
  return { kind: 'decimal', precision, scale, span: reader.spanFrom(first) };
}

/** Null where the list is missing or not all understood: what the field may hold is not known then. */
function readEnumType(reader: Reader, first: number): TypeSyntax | null {
  reader.at++;
  if (!reader.take(t.OPEN_SQUARE)) {
    reportArguments(reader, 'a list of values', 'enum[open,closed]');
    const following = reader.kindAt(1);
    // `enum open,closed]`: the opening bracket was forgotten, so the rest of the line is values.
    if (reader.kind === t.WORD && (following === t.COMMA || following === t.CLOSE_SQUARE)) reader.leaveLine();
    return null;
  }
  const before = reader.losses;
  const values =
    reader.kind === t.CLOSE_SQUARE ? [] : readList(reader, (inner) => readQuotableName(inner, 'a value'));
  closeArguments(reader);
  if (reader.losses > before) return null;
  return { kind: 'enum', values, span: reader.spanFrom(first) };
}

/** Reads the bracket that ends a type's arguments; what stands before it is reported and passed. */
function closeArguments(reader: Reader): void {
  if (reader.take(t.CLOSE_ROUND) || reader.take(t.CLOSE_SQUARE) || reader.at >= reader.end) return;
  const start = reader.at;
  passBrackets(reader, 1);
  const end = reader.kinds[reader.at - 1] === t.CLOSE_ROUND || reader.kinds[reader.at - 1] === t.CLOSE_SQUARE;
  const last = Math.max(start, reader.at - (end ? 2 : 1));
  const span = { start: reader.starts[start]!, end: reader.ends[last]! };
  const written = quote(reader.text.slice(span.start, span.end));
  reader.report(
    'DZL120',
    span,
    `${written} is not expected after ${quote(reader.textOf(start - 1))}${reader.describeSubject()}`,
    'separate by commas, and close the bracket behind the last one',
  );
}

function reportArguments(reader: Reader, wanted: string, example: string): void {
  const span = reader.spanOf(reader.at - 1);
  const word = quote(reader.textOf(reader.at - 1));
  reader.report(
    'DZL113',
    span,
    `${wanted} is missing after ${word}${reader.describeSubject()}`,
    `write ${example}`,
  );
  passArguments(reader);
}

/** Passes what stands for a type's arguments in brackets of another kind, or in none. */
function passArguments(reader: Reader): void {
  if (reader.kind !== t.OPEN_ROUND && reader.kind !== t.OPEN_SQUARE) return;
  reader.at++;
  passBrackets(reader, 1);
}

function reportUnknownType(reader: Reader, word: string): void {
  const near = OTHER_WORDS[word.toLowerCase()] ?? reader.suggestWord(word, TYPE_WORDS);
  reader.report(
    'DZL112',
    reader.spanOf(reader.at),
    `unknown type ${quote(word)}${reader.describeSubject()}`,
    fixUnknownType(word, near),
  );
  reader.at++;
  const takesName = near === 'ref' || near === 'many';
  if (takesName && reader.kind === t.WORD) readDotted(reader);
  passArguments(reader);
  // `enumopen,closed]`: the opening bracket was forgotten, so the rest of the line is values.
  if (reader.kind === t.COMMA) reader.leaveLine();
}

/** A capital letter speaks for the name of an entity. */
function fixUnknownType(word: string, near: string | undefined): string {
  if (near !== undefined) return `write "${near}"`;
  return /^[A-Z][a-z]/.test(word) ? `write "ref ${word}"` : `write ${listWords(TYPE_WORDS)}`;
}

/** Passes tokens until `depth` open brackets are closed. */
function passBrackets(reader: Reader, depth: number): void {
  let open = depth;
  while (open > 0 && reader.at < reader.end) {
    const kind = reader.kinds[reader.at++];
    if (kind === t.OPEN_ROUND || kind === t.OPEN_SQUARE) open++;
    else if (kind === t.CLOSE_ROUND || kind === t.CLOSE_SQUARE) open--;
  }
}
