import type {
  IntegrationActionItemSyntax,
  IntegrationActionSyntax,
  IntegrationItemSyntax,
  IntegrationSyntax,
} from './ast.ts';
import { readArrowRight } from './read-arrow.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readMeta, reportUnknownLine } from './read-entity.ts';
import { readLeftMapping, readRightMapping } from './read-mapping.ts';
import { readSync } from './read-sync.ts';
import { readDotted, readList, readName, readOptionalString, readWord } from './read-value.ts';
import type { Reader } from './reader.ts';
import { readOperation } from './read-operation.ts';
import { readPath } from './read-mapping.ts';
import * as t from './tokens.ts';

/** Reads `integration name "Title":` and its lines. */
export function readIntegration(reader: Reader): IntegrationSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the integration');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'integration', name ?? '', readIntegrationItem);
  return name && { kind: 'integration', name, title, ...parts };
}

function readIntegrationItem(reader: Reader): IntegrationItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'uses': {
      reader.at++;
      const what = readWord(reader, ['service', 'foreign_model', 'foreign'] as const);
      if (what === null) return null;
      const names = readList(reader, (inner) => readDotted(inner));
      const kind = what.value === 'service' ? 'uses_service' : 'uses_foreign_model';
      return { kind, names, span: reader.spanFrom(first) };
    }
    case 'action':
      return readIntegrationAction(reader);
    case 'sync':
      return readSync(reader);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  const words = ['uses service', 'uses foreign_model', 'action', 'sync', 'meta'];
  return reportUnknownLine(reader, words);
}

function readIntegrationAction(reader: Reader): IntegrationActionSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the action');
  const parts = readBlock(reader, 'action', name ?? '', readActionItem);
  return name && { kind: 'iaction', name, ...parts };
}

function readActionItem(reader: Reader): IntegrationActionItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'when': {
      reader.at++;
      if (readWord(reader, ['surface']) === null) return null;
      const surface = readDotted(reader, 'the name of a surface');
      reader.takeWord('submitted');
      return { kind: 'when_surface', surface, span: reader.spanFrom(first) };
    }
    case 'call':
      return readCall(reader, first);
    case 'map':
      return readMapResponse(reader);
    case 'response':
      return readResponse(reader, first);
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, ['when surface', 'call', 'map response', 'response', 'meta']);
}

/** Reads `call service.operation with:` or one of its pieces. */
function readCall(reader: Reader, first: number): IntegrationActionItemSyntax | null {
  reader.at++;
  const word = reader.word;
  const following = reader.kindAt(1);
  if (word === 'service' && following === t.WORD) {
    reader.at++;
    const service = readDotted(reader, 'the name of a service');
    return { kind: 'call_service', service, span: reader.spanFrom(first) };
  }
  if (word === 'operation' && following !== t.DOT) {
    reader.at++;
    const operation = readPath(reader);
    return { kind: 'call_operation', operation, span: reader.spanFrom(first) };
  }
  if (word === 'mapping' && following !== t.DOT) {
    reader.at++;
    return { kind: 'call_mapping', ...readBlock(reader, 'call mapping', '', readRightMapping) };
  }
  const target = readOperation(reader);
  if (reader.at < reader.end && reader.kind !== t.COLON) readWord(reader, ['with']);
  else if (target.operation !== null) reader.reportMissing('"with:"');
  return { kind: 'call', ...target, ...readBlock(reader, 'call', '', readLeftMapping) };
}

/** Reads `map response Foreign -> entity Name:` and its lines. */
function readMapResponse(reader: Reader): IntegrationActionItemSyntax | null {
  reader.at++;
  let foreign = null;
  let entity = null;
  if (readWord(reader, ['response']) !== null) {
    foreign = readDotted(reader, 'the name of a foreign model');
    const isNamed = foreign !== null && readArrowRight(reader) && readWord(reader, ['entity']) !== null;
    if (isNamed) entity = readDotted(reader, 'the name of an entity');
  }
  return {
    kind: 'map_response',
    foreign,
    entity,
    ...readBlock(reader, 'map response', '', readLeftMapping),
  };
}

function readResponse(reader: Reader, first: number): IntegrationActionItemSyntax | null {
  reader.at++;
  const what = readWord(reader, ['foreign', 'entity', 'mapping'] as const);
  switch (what?.value) {
    case 'foreign': {
      const foreign = readDotted(reader, 'the name of a foreign model');
      return { kind: 'response_foreign', foreign, span: reader.spanFrom(first) };
    }
    case 'entity': {
      const entity = readDotted(reader, 'the name of an entity');
      return { kind: 'response_entity', entity, span: reader.spanFrom(first) };
    }
    case 'mapping':
      return { kind: 'response_mapping', ...readBlock(reader, 'response mapping', '', readRightMapping) };
    default:
      return null;
  }
}
