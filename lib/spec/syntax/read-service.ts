import type {
  AuthKind,
  ForeignModelItemSyntax,
  ForeignModelSyntax,
  ServiceItemSyntax,
  ServiceSyntax,
} from './ast.ts';
import { readBlock } from './read-block.ts';
import { isMetaNext, readField, readMeta, reportUnknownLine } from './read-entity.ts';
import { isTypeAt } from './read-type.ts';
import { readKey } from './read-ux.ts';
import {
  readDotted,
  readName,
  readNames,
  readOptionalString,
  readOptions,
  readString,
  readWord,
} from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

const AUTH_KINDS: readonly AuthKind[] = [
  'oauth2_legacy',
  'oauth2_pkce',
  'jwt_static',
  'api_key_header',
  'api_key_query',
  'basic_auth',
  'bearer_token',
  'none',
];

/** Reads `service name "Title":` and its lines. */
export function readService(reader: Reader): ServiceSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the service');
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'service', name ?? '', readServiceItem);
  return name && { kind: 'service', name, title, ...parts };
}

function readServiceItem(reader: Reader): ServiceItemSyntax | null {
  const first = reader.at;
  switch (reader.word) {
    case 'spec': {
      readKey(reader);
      const form = reader.takeWord('inline') ? 'inline' : 'url';
      if (form === 'url' && reader.kind === t.WORD && readWord(reader, ['url', 'inline']) === null)
        return null;
      const value = readString(reader);
      return { kind: 'spec', form, value, span: reader.spanFrom(first) };
    }
    case 'owner': {
      readKey(reader);
      const value = readString(reader);
      return { kind: 'owner', value, span: reader.spanFrom(first) };
    }
    case 'auth_profile': {
      readKey(reader);
      const auth = readWord(reader, AUTH_KINDS);
      const options = readOptions(reader);
      return { kind: 'auth_profile', auth, options, span: reader.spanFrom(first) };
    }
    case 'meta':
      if (isMetaNext(reader)) return readMeta(reader);
  }
  return reportUnknownLine(reader, ['spec', 'owner', 'auth_profile', 'meta']);
}

/** Reads `foreign_model Name from service "Title":` and its lines. */
export function readForeignModel(reader: Reader): ForeignModelSyntax | null {
  reader.at++;
  const name = readName(reader, 'the name of the foreign model');
  const isNamed = name !== null && readWord(reader, ['from']) !== null;
  const service = isNamed ? readDotted(reader, 'the name of a service') : null;
  const title = readOptionalString(reader);
  const parts = readBlock(reader, 'foreign_model', name ?? '', readForeignModelItem);
  return name && { kind: 'foreign_model', name, service, title, ...parts };
}

function readForeignModelItem(reader: Reader): ForeignModelItemSyntax | null {
  const first = reader.at;
  const word = reader.word;
  const isColon = reader.kindAt(1) === t.COLON;
  if (word === 'meta' && isMetaNext(reader)) return readMeta(reader);
  if (word === 'key' && !(isColon && isTypeAt(reader, 2))) {
    readKey(reader);
    const names = readNames(reader);
    return { kind: 'key', names, span: reader.spanFrom(first) };
  }
  if (word === 'constraint' && !isColon) {
    reader.at++;
    const value = readWord(reader, ['read_only', 'event_driven', 'batch_import'] as const);
    const options = readOptions(reader);
    return { kind: 'constraint', value, options, span: reader.spanFrom(first) };
  }
  if (word === 'field' && !isColon) {
    reader.at++;
    const field = readField(reader);
    return field && { ...field, span: { start: reader.starts[first]!, end: field.span.end } };
  }
  const isFieldMeant = reader.kindAt(1) === t.WORD && reader.kindAt(2) === t.COLON;
  if (isFieldMeant && reader.suggestWord(word, ['field']) !== undefined) {
    reader.reportUnknownWord(['field']);
    reader.at++;
    return readField(reader);
  }
  if (word !== '') return readField(reader, ['key', 'constraint', 'field', 'meta']);
  return reportUnknownLine(reader, ['key', 'constraint', 'field', 'meta']);
}
