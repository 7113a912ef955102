import type {
  ConstraintSyntax,
  EntitySyntax,
  FieldSyntax,
  MetaSyntax,
  ModifierSyntax,
  NameSyntax,
} from './ast.ts';
import { readBlock, skipBody } from './read-block.ts';
import { isTypeAt, readType } from './read-type.ts';
import {
  readColon,
  readLiteral,
  readName,
  readNumber,
  readOptionalString,
  readOrder,
  readString,
} from './read-value.ts';
import { readQuotableName } from './read-quotable-name.ts';
import { type Reader, listWords, quote } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `entity Name "Title" was Old:` and its lines. */
export function readEntity(reader: Reader): EntitySyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the entity');
  const title = readOptionalString(reader);
  const was = readWas(reader);
  const parts = readBlock(reader, 'entity', name ?? '', readEntityItem);
  return name && { kind: 'entity', name, title, was, ...parts };
}

/** Reads `was Name` if it comes next. */
export function readWas(reader: Reader): NameSyntax | null {
  return reader.takeWord('was') ? readName(reader, 'the former name') : null;
}

/** Claims that `meta NAME` comes next, which any block accepts. */
export function isMetaNext(reader: Reader): boolean {
  return reader.word === 'meta' && reader.kindAt(1) === t.WORD && reader.kindAt(2) === t.EQUAL;
}

/** Reads `meta NAME = literal`. */
export function readMeta(reader: Reader): MetaSyntax | null {
  const first = reader.at++;
  const name = readName(reader);
  if (name === null) return null;
  reader.at++;
  const value = readLiteral(reader);
  return { kind: 'meta', name, value, span: reader.spanFrom(first) };
}

/** Reports the line's first word as none of `words`, and leaves out the line with all that is beneath it. */
export function reportUnknownLine(reader: Reader, words: readonly string[]): null {
  if (reader.word === 'meta' && reader.kindAt(1) === t.WORD) {
    reader.at += 2;
    reader.reportMissing('"="', 'write meta NAME = value');
  } else reader.reportUnknownWord(words);
  skipBody(reader);
  return null;
}

const ENTITY_WORDS = ['unique', 'index', 'meta'];

type EntityItem = EntitySyntax['items'][number];

function readEntityItem(reader: Reader): EntityItem | null {
  const word = reader.word;
  if (word === 'meta' && isMetaNext(reader)) return readMeta(reader);
  const isColon = reader.kindAt(1) === t.COLON;
  if ((word === 'unique' || word === 'index') && !(isColon && isTypeAt(reader, 2))) {
    return readConstraint(reader, word);
  }
  if (isColon || word !== '') return readField(reader, ENTITY_WORDS);
  return reader.reportMissing('a field', 'write NAME: type');
}

function readConstraint(reader: Reader, kind: 'unique' | 'index'): ConstraintSyntax {
  const first = reader.at++;
  reader.take(t.COLON);
  const keys = readOrder(reader);
  return { kind, keys, span: reader.spanFrom(first) };
}

/** Reads `NAME: type modifiers`; where no `:` follows the name, it might be one of `words` misspelt. */
export function readField(reader: Reader, words: readonly string[] = []): FieldSyntax | null {
  const first = reader.at;
  const before = reader.losses;
  if (reader.word === 'meta' && reader.kindAt(1) === t.WORD) return reportUnknownLine(reader, words);
  passNeedlessWord(reader);
  const isQuoted = reader.kindAt(1) === t.COLON;
  const name = isQuoted
    ? readQuotableName(reader, 'the name of a field')
    : readName(reader, 'the name of a field');
  if (name === null) return null;
  if (reader.kind !== t.COLON) {
    const near = reader.suggestWord(name.text, words);
    if (near !== undefined || !isTypeAt(reader, 0)) return reportNoField(reader, first, name, near);
  }
  const outer = reader.subject;
  reader.subject = { kind: 'field', name: name.text, outer };
  readColon(reader);
  const type = readType(reader);
  const modifiers = readModifiers(reader);
  reader.subject = outer;
  const broken = reader.losses > before || reader.at < reader.end;
  return { kind: 'field', name, type, modifiers, span: reader.spanFrom(first), broken };
}

/** Reports and passes the `field` of `field title: text`, which other blocks have. */
function passNeedlessWord(reader: Reader): void {
  if (reader.kindAt(1) !== t.WORD || reader.kindAt(2) !== t.COLON) return;
  const word = reader.word;
  if (word !== 'field') return;
  reader.report(
    'DZL110',
    reader.spanOf(reader.at),
    `unknown word "${word}" before "${reader.wordAt(1)}"${reader.describeSubject()}`,
    `leave out "${word}"`,
  );
  reader.at++;
}

function reportNoField(reader: Reader, first: number, name: NameSyntax, near: string | undefined): null {
  reader.report(
    'DZL110',
    reader.spanOf(first),
    `unknown word ${quote(name.text)}${reader.describeSubject()}`,
    near === undefined ? `write "${name.text}: type" if it is a field` : `write "${near}"`,
  );
  skipBody(reader);
  return null;
}

const MODIFIERS = [
  'required',
  'optional',
  'pk',
  'unique',
  'auto_add',
  'auto_update',
  'default',
  'min',
  'max',
  'pattern',
  'help',
  'was',
];

/** Reads all modifiers of a line; those that are not known are reported and left out. */
function readModifiers(reader: Reader): ModifierSyntax[] {
  const modifiers: ModifierSyntax[] = [];
  if (reader.kind === t.QUESTION) {
    reader.at++;
    modifiers.push({ kind: 'optional', span: reader.spanOf(reader.at - 1) });
  }
  let isReported = false;
  while (reader.at < reader.end && !reader.isLineFull) {
    const modifier = readModifier(reader);
    if (modifier !== undefined) {
      isReported = false;
      if (modifier !== null) modifiers.push(modifier);
      continue;
    }
    const kind = reader.kind;
    if (kind === t.COLON && reader.at === reader.end - 1) break;
    const isMisspelt = kind === t.WORD && reader.suggestWord(reader.word, MODIFIERS) !== undefined;
    if (!isReported || isMisspelt) reportModifier(reader, isMisspelt);
    isReported = true;
    reader.at++;
  }
  if (reader.isLineFull) reader.leaveLine();
  return modifiers;
}

function reportModifier(reader: Reader, isMisspelt: boolean): void {
  if (reader.kind === t.WORD) {
    if (isMisspelt) reader.reportUnknownWord(MODIFIERS);
    else {
      reader.report(
        'DZL110',
        reader.spanOf(reader.at),
        `unknown word ${quote(reader.word)}${reader.describeSubject()}`,
        `write ${listWords(MODIFIERS)}`,
      );
    }
  } else if (reader.kind !== t.INVALID) {
    reader.report(
      'DZL120',
      reader.spanOf(reader.at),
      `${quote(reader.textOf(reader.at))} is not expected after ` +
        `${quote(reader.textOf(reader.at - 1))}${reader.describeSubject()}`,
      'remove it',
    );
  }
}

/** Reads one modifier; null where it was reported, undefined where none comes next. */
function readModifier(reader: Reader): ModifierSyntax | null | undefined {
  const first = reader.at;
  if (reader.kind === t.EQUAL) return readDefault(reader, first);
  const word = reader.word;
  const isEqual = reader.kindAt(1) === t.EQUAL;
  switch (word) {
    case 'required':
    case 'optional':
    case 'pk':
    case 'unique':
    case 'auto_add':
    case 'auto_update':
      reader.at++;
      if (word === 'unique') reader.take(t.QUESTION);
      return { kind: word, span: reader.spanFrom(first) };
    case 'default':
      reader.at++;
      return readDefault(reader, first);
    case 'min':
    case 'max': {
      takeEqual(reader, isEqual);
      const value = readNumber(reader);
      return value && { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'pattern':
    case 'help': {
      takeEqual(reader, isEqual);
      const value = readString(reader);
      return value && { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'was': {
      takeEqual(reader, isEqual);
      const value = readName(reader, 'the former name');
      return value && { kind: 'was', value, span: reader.spanFrom(first) };
    }
    default:
      return undefined;
  }
}

/** Passes the modifier's word and its `=`; a missing one is reported, and reading goes on. */
function takeEqual(reader: Reader, isEqual: boolean): void {
  const word = reader.textOf(reader.at++);
  if (isEqual) reader.at++;
  else if (reader.at < reader.end) {
    const end = reader.ends[reader.at - 1]!;
    reader.report(
      'DZL113',
      { start: end, end: end + 1 },
      `"=" is missing after "${word}"${reader.describeSubject()}`,
      `write ${word}=…`,
    );
  }
}

function readDefault(reader: Reader, first: number): ModifierSyntax | null {
  if (!reader.take(t.EQUAL)) return reader.reportMissing('"="', 'write default = value');
  const value = readLiteral(reader);
  return value && { kind: 'default', value, span: reader.spanFrom(first) };
}
