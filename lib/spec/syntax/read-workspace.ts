import type {
  AggregateLineSyntax,
  MetaSyntax,
  RegionItemSyntax,
  RegionSyntax,
  WorkspaceItemSyntax,
  WorkspaceSyntax,
} from './ast.ts';
import { readBlock } from './read-block.ts';
import { readCondition } from './read-condition.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import { readExpression } from './read-expression.ts';
import { DISPLAYS, readKey, readUx } from './read-ux.ts';
import {
  readColon,
  readDotted,
  readName,
  readOptionalString,
  readOrder,
  readString,
  readWholeNumber,
  readWord,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `workspace name "Title":` and its lines. */
export function readWorkspace(reader: Reader): WorkspaceSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the workspace');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'workspace', name ?? '', readWorkspaceItem);
  return name && { kind: 'workspace', name, title, ...parts };
}

function readWorkspaceItem(reader: Reader): WorkspaceItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  if (word === 'meta' && isMetaNext(reader)) return readMeta(reader);
  const isColon = reader.kindAt(1) === t.COLON;
  const opensBlock = isColon && reader.kindAt(2) === t.END;
  if (word === 'ux' && (isColon || reader.kindAt(1) === t.END)) return readUx(reader);
  if ((word === 'purpose' || word === 'engine_hint') && !opensBlock) {
    readKey(reader);
    const value = readString(reader);
    return { kind: word, value, span: reader.spanFrom(first) };
  }
  if (word !== '' && isColon) return readRegion(reader);
  return reportUnknownLine(reader, ['purpose', 'engine_hint', 'ux', 'meta', 'NAME: (a region)']);
}

function readRegion(reader: Reader): RegionSyntax | null {
  const name = readName(reader);
  const parts = readBlock(reader, 'region', name ?? '', readRegionItem);
  return name && { kind: 'region', name, ...parts };
}

const REGION_WORDS = [
  'source',
  'filter',
  'sort',
  'limit',
  'display',
  'action',
  'empty',
  'group_by',
  'aggregate',
  'meta',
];

function readRegionItem(reader: Reader): RegionItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  switch (word) {
    case 'source': {
      readKey(reader);
      const source = readDotted(reader, 'the name of an entity or a surface');
      return { kind: word, source, span: reader.spanFrom(first) };
    }
    case 'filter': {
      readKey(reader);
      const condition = readCondition(reader);
      return { kind: word, condition, span: reader.spanFrom(first) };
    }
    case 'sort': {
      readKey(reader);
      const keys = readOrder(reader);
      return { kind: word, keys, span: reader.spanFrom(first) };
    }
    case 'limit': {
      readKey(reader);
      const value = readWholeNumber(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'display': {
      readKey(reader);
      const value = readWord(reader, DISPLAYS);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'action': {
      readKey(reader);
      const target = readDotted(reader, 'the name of a surface or an experience');
      return { kind: word, target, span: reader.spanFrom(first) };
    }
    case 'empty': {
      readKey(reader);
      const value = readString(reader);
      return { kind: word, value, span: reader.spanFrom(first) };
    }
    case 'group_by': {
      readKey(reader);
      const field = readName(reader, 'the name of a field');
      return { kind: word, field, span: reader.spanFrom(first) };
    }
    case 'aggregate':
      reader.at++;
      return { kind: word, ...readBlock(reader, 'aggregate', '', readAggregateLine) };
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, REGION_WORDS);
}

function readAggregateLine(reader: Reader): AggregateLineSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const name = readName(reader, 'the name of an aggregate');
  if (name === null) return null;
  readColon(reader);
  const expression = readExpression(reader);
  return { kind: 'aggregate_line', name, expression, span: reader.spanFrom(first) };
}
