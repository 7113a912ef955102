import type {
  AttentionItemSyntax,
  AttentionSyntax,
  MetaSyntax,
  PairSyntax,
  PersonaViewItemSyntax,
  PersonaViewSyntax,
  UxItemSyntax,
  UxSyntax,
} from './ast.ts';
import { readBlock } from './read-block.ts';
import { readCondition } from './read-condition.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import {
  readBool,
  readColon,
  readDotted,
  readLiteral,
  readName,
  readNames,
  readOrder,
  readString,
  readWord,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** How records are shown. */
export const DISPLAYS = ['list', 'grid', 'timeline', 'map', 'detail'] as const;
const LEVELS = ['critical', 'warning', 'notice', 'info'] as const;

/** Reads `ux:` and its lines. */
export function readUx(reader: Reader): UxSyntax {
  reader.at++;
  return { kind: 'ux', ...readBlock(reader, 'ux', '', readUxItem) };
}

const UX_WORDS = [
  'purpose',
  'show',
  'filter',
  'search',
  'sort',
  'empty',
  'display',
  'attention',
  'for',
  'meta',
];

function readUxItem(reader: Reader): UxItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  switch (word) {
    case 'purpose':
    case 'empty': {
      readKey(reader);
      const value = readString(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'show':
    case 'filter':
    case 'search': {
      readKey(reader);
      const names = readNames(reader);
      return { kind: word, names, span: reader.spanFrom(first) };
    }
    case 'sort': {
      readKey(reader);
      const keys = readOrder(reader);
      return { kind: word, keys, span: reader.spanFrom(first) };
    }
    case 'display': {
      readKey(reader);
      const value = readWord(reader, DISPLAYS);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'attention':
      return readAttention(reader);
    case 'for':
      return readPersonaView(reader);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, UX_WORDS);
}

/** Reads the line's first word and its `:`. */
export function readKey(reader: Reader): void {
  reader.at++;
  readColon(reader);
}

function readAttention(reader: Reader): AttentionSyntax {
  reader.at++;
  const written = reader.word;
  let level = null;
  const found = LEVELS.find((candidate) => candidate === written);
  if (found !== undefined) level = { value: found, span: reader.spanOf(reader.at++) };
  else {
    reader.reportUnknownWord(LEVELS);
    if (reader.kind === t.WORD) reader.at++;
  }
  const parts = readBlock(reader, 'attention', written, readAttentionItem);
  return { kind: 'attention', level, ...parts };
}

function readAttentionItem(reader: Reader): AttentionItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'when': {
      readKey(reader);
      const condition = readCondition(reader);
      return { kind: 'when', condition, span: reader.spanFrom(first) };
    }
    case 'message': {
      readKey(reader);
      const value = readString(reader);
      return { kind: 'message', value, span: reader.spanFrom(first) };
    }
    case 'action': {
      readKey(reader);
      const target = readDotted(reader, 'the name of a surface or an experience');
      return { kind: 'action', target, span: reader.spanFrom(first) };
    }
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, ['when', 'message', 'action', 'meta']);
}

function readPersonaView(reader: Reader): PersonaViewSyntax | null {
  reader.at++;
  const persona = readName(reader, 'the name of a persona');
  const parts = readBlock(reader, 'for', persona ?? '', readPersonaViewItem);
  return persona && { kind: 'for', persona, ...parts };
}

const VIEW_WORDS = [
  'scope',
  'purpose',
  'show',
  'hide',
  'show_aggregate',
  'focus',
  'action_primary',
  'read_only',
  'defaults',
  'meta',
];

function readPersonaViewItem(reader: Reader): PersonaViewItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  switch (word) {
    case 'scope': {
      readKey(reader);
      const isAll = reader.word === 'all' && reader.kindAt(1) === t.END;
      if (isAll) reader.at++;
      const scope = isAll ? 'all' : readCondition(reader);
      return { kind: word, scope, span: reader.spanFrom(first) };
    }
    case 'purpose': {
      readKey(reader);
      const value = readString(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'show':
    case 'hide':
    case 'show_aggregate':
    case 'focus': {
      readKey(reader);
      const names = readNames(reader);
      return { kind: word, names, span: reader.spanFrom(first) };
    }
    case 'action_primary': {
      readKey(reader);
      const target = readDotted(reader, 'the name of a surface or an experience');
      return { kind: word, target, span: reader.spanFrom(first) };
    }
    case 'read_only': {
      readKey(reader);
      const value = readBool(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'defaults':
      reader.at++;
      return { kind: word, ...readBlock(reader, 'defaults', '', readPair) };
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, VIEW_WORDS);
}

/** Reads `NAME: literal`. */
export function readPair(reader: Reader): PairSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const name = readName(reader);
  if (name === null) return null;
  readColon(reader);
  const value = readLiteral(reader);
  return { kind: 'pair', name, value, span: reader.spanFrom(first) };
}
