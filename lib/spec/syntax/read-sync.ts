import type { MatchSyntax, MetaSyntax, SyncItemSyntax, SyncSyntax } from './ast.ts';
import { readArrowBoth } from './read-arrow.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import { readOperation } from './read-operation.ts';
import { readPath } from './read-mapping.ts';
import { readKey } from './read-ux.ts';
import { readDotted, readName, readOptionalString, readString, readWord } from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `sync name:` and its lines. */
export function readSync(reader: Reader): SyncSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the sync');
  const parts = readBlock(reader, 'sync', name ?? '', readSyncItem);
  return name && { kind: 'sync', name, ...parts };
}

function readSyncItem(reader: Reader): SyncItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'mode': {
      readKey(reader);
      const value = readWord(reader, ['scheduled', 'event_driven'] as const);
      const schedule = value?.value === 'scheduled' ? readOptionalString(reader) : null;
      return { kind: 'mode', value, schedule, span: reader.spanFrom(first) };
    }
    case 'schedule': {
      readKey(reader);
      const value = readString(reader);
      return { kind: 'schedule', value, span: reader.spanFrom(first) };
    }
    case 'from':
      return readFrom(reader, first);
    case 'into': {
      reader.at++;
      if (readWord(reader, ['entity']) === null) return null;
      const entity = readDotted(reader, 'the name of an entity');
      return { kind: 'into_entity', entity, span: reader.spanFrom(first) };
    }
    case 'match': {
      reader.at++;
      if (!reader.takeWord('on') && !reader.takeWord('rules')) readWord(reader, ['on', 'rules']);
      return { kind: 'match', ...readBlock(reader, 'match on', '', readMatch) };
    }
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  const words = ['mode', 'schedule', 'from', 'into entity', 'match on', 'meta'];
  return reportUnknownLine(reader, words);
}

/** Reads `from service.operation as Foreign` or one of its pieces. */
function readFrom(reader: Reader, first: number): SyncItemSyntax | null {
  reader.at++;
  const word = reader.word;
  const isPiece = reader.kindAt(1) !== t.DOT;
  if (word === 'service' && isPiece) {
    reader.at++;
    const service = readDotted(reader, 'the name of a service');
    return { kind: 'from_service', service, span: reader.spanFrom(first) };
  }
  if (word === 'operation' && isPiece) {
    reader.at++;
    const operation = readPath(reader);
    return { kind: 'from_operation', operation, span: reader.spanFrom(first) };
  }
  if (word === 'foreign' && isPiece) {
    reader.at++;
    const foreign = readDotted(reader, 'the name of a foreign model');
    return { kind: 'from_foreign', foreign, span: reader.spanFrom(first) };
  }
  const target = readOperation(reader);
  const isNamed = target.operation !== null && readWord(reader, ['as']) !== null;
  const foreign = isNamed ? readDotted(reader, 'the name of a foreign model') : null;
  return { kind: 'from', ...target, foreign, span: reader.spanFrom(first) };
}

function readMatch(reader: Reader): MatchSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const left = readName(reader, 'a field of the foreign model');
  if (left === null) return null;
  const right = readArrowBoth(reader) ? readName(reader, 'a field of the entity') : null;
  return { kind: 'match_line', left, right, span: reader.spanFrom(first) };
}
