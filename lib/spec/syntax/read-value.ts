import type {
  DottedSyntax,
  LiteralSyntax,
  NameSyntax,
  NumberSyntax,
  OptionSyntax,
  OrderKeySyntax,
  StringSyntax,
  WordSyntax,
} from './ast.ts';
import { type Reader, quote } from './reader.ts';
import { readStringValue } from './scan-string.ts';
import * as t from './tokens.ts';

/** Reads a name, or reports that `wanted` is missing and leaves the line. */
export function readName(reader: Reader, wanted = 'a name'): NameSyntax | null {
  const index = reader.at;
  const kind = reader.kind;
  if (kind === t.WORD) {
    reader.at = index + 1;
    if (reader.kinds[index + 1] === t.MINUS && reader.isAdjacent(index + 1)) {
      return readHyphenedName(reader, index);
    }
    return { text: reader.textOf(index), span: reader.spanOf(index) };
  }
  if (kind === t.NUMBER_WORD || kind === t.NUMBER) {
    reader.at = index + 1;
    const text = reader.textOf(index);
    reader.report(
      'DZL119',
      reader.spanOf(index),
      `${quote(text)} is not a name${reader.describeSubject()}`,
      'start it with a letter or "_"',
    );
    return { text, span: reader.spanOf(index) };
  }
  return reader.reportMissing(wanted);
}

/** Reads `support-tickets`, of which only the `-` is wrong; an arrow is left alone. */
function readHyphenedName(reader: Reader, first: number): NameSyntax {
  let end = first + 1;
  while (
    reader.kinds[end] === t.MINUS &&
    reader.isAdjacent(end) &&
    reader.isAdjacent(end + 1) &&
    (reader.kinds[end + 1] === t.WORD || reader.kinds[end + 1] === t.NUMBER_WORD)
  ) {
    end += 2;
  }
  reader.at = end;
  const span = reader.spanFrom(first);
  const text = reader.text.slice(span.start, span.end);
  if (end === first + 1) return { text, span };
  const mended = text.replaceAll('-', '_');
  reader.report(
    'DZL119',
    span,
    `${quote(text)} is not a name${reader.describeSubject()}`,
    `write "${mended}"`,
  );
  return { text: mended, span };
}

/** Reads `a.b.c`. */
export function readDotted(reader: Reader, wanted = 'a name'): DottedSyntax | null {
  const first = reader.at;
  const name = readName(reader, wanted);
  if (name === null) return null;
  if (reader.kind !== t.DOT) return { text: name.text, parts: [name], span: name.span };
  const parts = [name];
  while (reader.take(t.DOT)) {
    const part = readName(reader, 'a name');
    if (part === null) break;
    parts.push(part);
  }
  return { text: parts.map((part) => part.text).join('.'), parts, span: reader.spanFrom(first) };
}

/** Reads at least one thing, and more behind commas. */
export function readList<Item>(reader: Reader, readOne: (reader: Reader) => Item | null): Item[] {
  const items: Item[] = [];
  do {
    const item = readOne(reader);
    if (item === null) break;
    items.push(item);
  } while (reader.take(t.COMMA));
  return items;
}

const readPlainName = (reader: Reader): NameSyntax | null => readName(reader);

/** Reads `a, b, c`. */
export function readNames(reader: Reader): NameSyntax[] {
  return readBareList(reader, readPlainName);
}

/** Reads a list, and reports brackets around it. */
function readBareList<Item>(reader: Reader, readOne: (reader: Reader) => Item | null): Item[] {
  if (reader.kind !== t.OPEN_SQUARE) return readList(reader, readOne);
  reader.report(
    'DZL120',
    reader.spanOf(reader.at),
    `"[" is not expected after ${quote(reader.textOf(reader.at - 1))}${reader.describeSubject()}`,
    'write the names without brackets, separated by commas',
  );
  reader.at++;
  const items = readList(reader, readOne);
  reader.take(t.CLOSE_SQUARE);
  return items;
}

/** Reads a string, or reports that `wanted` is missing and leaves the line. */
export function readString(reader: Reader, wanted = 'a text in quotes'): StringSyntax | null {
  return readOptionalString(reader) ?? reader.reportMissing(wanted, 'write it in double quotes');
}

/** Reads a string if one comes next. */
export function readOptionalString(reader: Reader): StringSyntax | null {
  if (reader.kind !== t.STRING) return null;
  const span = reader.spanOf(reader.at++);
  return { value: readStringValue(reader.text, span.start, span.end), span };
}

/** Claims that a number comes next, perhaps a negative one. */
export function isNumberNext(reader: Reader): boolean {
  return (
    reader.kind === t.NUMBER ||
    (reader.kind === t.MINUS && reader.kindAt(1) === t.NUMBER && reader.isAdjacent(reader.at + 1))
  );
}

/** Reads a number, with its sign. */
export function readNumber(reader: Reader): NumberSyntax | null {
  if (!isNumberNext(reader)) {
    if (reader.kind === t.END || reader.kind === t.INVALID) return reader.reportMissing('a number');
    reader.report(
      'DZL125',
      reader.spanOf(reader.at),
      `${quote(reader.textOf(reader.at))} is not a number${reader.describeSubject()}`,
      'write digits, as in 12 or -0.5',
    );
    reader.leaveLine();
    return null;
  }
  const first = reader.at;
  reader.at += reader.kind === t.MINUS ? 2 : 1;
  const span = reader.spanFrom(first);
  const text = reader.text.slice(span.start, span.end);
  return { value: Number(text), text, span };
}

/** Reads a whole number without a sign. */
export function readWholeNumber(reader: Reader): NumberSyntax | null {
  const first = reader.at;
  const number = readNumber(reader);
  if (number === null || /^\d+$/.test(number.text)) return number;
  reader.report(
    'DZL125',
    number.span,
    `${quote(number.text)} is not a whole number from 0 up${reader.describeSubject()}`,
    'write digits only',
  );
  reader.at = Math.max(reader.at, first + 1);
  return null;
}

/** Reads a literal, or reports that one is missing and leaves the line. */
export function readLiteral(reader: Reader): LiteralSyntax | null {
  const index = reader.at;
  switch (reader.kind) {
    case t.STRING: {
      const { value, span } = readOptionalString(reader)!;
      return { kind: 'string', value, span };
    }
    case t.WORD: {
      if (reader.kindAt(1) === t.MINUS && reader.isAdjacent(index + 1)) {
        const name = readName(reader)!;
        return { kind: 'name', value: name.text, span: name.span };
      }
      reader.at = index + 1;
      return toLiteral(reader.textOf(index), reader.spanOf(index));
    }
    case t.NUMBER:
    case t.MINUS:
      if (isNumberNext(reader)) return readNumberLiteral(reader);
  }
  if (reader.kind === t.NUMBER_WORD) return reportUnquoted(reader, index, index + 1);
  return reader.reportMissing('a value', 'write a text in quotes, a number, true, false, null or a name');
}

/** The literal that a word is. */
export function toLiteral(word: string, span: LiteralSyntax['span']): LiteralSyntax {
  if (word === 'true' || word === 'false') return { kind: 'bool', value: word === 'true', span };
  if (word === 'current_user') return { kind: 'current_user', span };
  if (word === 'None' || (word.length === 4 && word.toLowerCase() === 'null')) return { kind: 'null', span };
  return { kind: 'name', value: word, span };
}

/** A number; one that goes on without a space (`2020-01-01`, `3.4.5`) wants quotes. */
function readNumberLiteral(reader: Reader): LiteralSyntax | null {
  const first = reader.at;
  const number = readNumber(reader)!;
  let end = reader.at;
  while (isNumberPart(reader.kinds[end]!) && reader.isAdjacent(end) && reader.isAdjacent(end + 1)) {
    const kind = reader.kinds[end + 1]!;
    if (kind !== t.NUMBER && kind !== t.NUMBER_WORD && kind !== t.WORD) break;
    end += 2;
  }
  if (end > reader.at) return reportUnquoted(reader, first, end);
  return { kind: 'number', value: number.value, text: number.text, span: number.span };
}

function isNumberPart(kind: number): boolean {
  return kind === t.MINUS || kind === t.DOT || kind === t.COLON;
}

function reportUnquoted(reader: Reader, first: number, end: number): null {
  reader.at = end;
  const span = reader.spanFrom(first);
  const written = reader.text.slice(span.start, span.end);
  reader.report(
    'DZL125',
    span,
    `${quote(written)} is neither a number nor a name${reader.describeSubject()}`,
    `write it in quotes: "${written}"`,
  );
  return null;
}

/** Reads `true` or `false`. */
export function readBool(reader: Reader): Extract<LiteralSyntax, { kind: 'bool' }> | null {
  const word = readWord(reader, ['true', 'false'] as const);
  return word === null ? null : { kind: 'bool', value: word.value === 'true', span: word.span };
}

/** Reads one of `words`; another word is reported, and the line left. */
export function readWord<Word extends string>(
  reader: Reader,
  words: readonly Word[],
): WordSyntax<Word> | null {
  const word = reader.word;
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) {
    reader.reportUnknownWord(words);
    reader.leaveLine();
    return null;
  }
  return { value: found, span: reader.spanOf(reader.at++) };
}

/** Reads `NAME = literal` as often as it comes. */
export function readOptions(reader: Reader): OptionSyntax[] {
  const options: OptionSyntax[] = [];
  while (reader.kind === t.WORD && reader.kindAt(1) === t.EQUAL) options.push(readOption(reader)!);
  return options;
}

/** Reads one `NAME = literal`. */
export function readOption(reader: Reader): OptionSyntax | null {
  const first = reader.at;
  const name = readName(reader);
  if (name === null) return null;
  const value = reader.take(t.EQUAL)
    ? readLiteral(reader)
    : reader.reportMissing('"="', `write ${name.text}=value`);
  return { name, value, span: reader.spanFrom(first) };
}

/** Reads `NAME [asc|desc] {, …}`. */
export function readOrder(reader: Reader): OrderKeySyntax[] {
  return readBareList(reader, readOrderKey);
}

function readOrderKey(reader: Reader): OrderKeySyntax | null {
  const first = reader.at;
  const field = readName(reader);
  if (field === null) return null;
  const word = reader.word.toLowerCase();
  if (word !== 'asc' && word !== 'desc') return { field, direction: null, span: field.span };
  reader.at++;
  return { field, direction: word, span: reader.spanFrom(first) };
}

/** Reads the `:` after a key; a missing one is reported, and reading goes on. */
export function readColon(reader: Reader): void {
  if (reader.take(t.COLON)) return;
  const index = reader.at - 1;
  const start = reader.ends[index]!;
  reader.report(
    'DZL121',
    { start, end: start + 1 },
    `":" is missing after ${quote(reader.textOf(index))}${reader.describeSubject()}`,
    `write ${reader.textOf(index)}: …`,
  );
}
