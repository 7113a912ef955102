import type { MappingSyntax, MetaSyntax, StringSyntax, ValueSyntax } from './ast.ts';
import { readArrowLeft, readArrowRight } from './read-arrow.ts';
import { isMetaNext, readMeta } from './read-entity.ts';
import { readDotted, readLiteral, readName } from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `NAME <- value`. */
export function readLeftMapping(reader: Reader): MappingSyntax | MetaSyntax | null {
  return readMapping(reader, readArrowLeft);
}

/** Reads `NAME -> value`. */
export function readRightMapping(reader: Reader): MappingSyntax | MetaSyntax | null {
  return readMapping(reader, readArrowRight);
}

function readMapping(
  reader: Reader,
  readArrow: (reader: Reader) => boolean,
): MappingSyntax | MetaSyntax | null {
  if (isMetaNext(reader)) return readMeta(reader);
  const first = reader.at;
  const name = readName(reader, 'a name and its source');
  if (name === null) return null;
  const value = readArrow(reader) ? readValue(reader) : null;
  return { kind: 'mapping', name, value, span: reader.spanFrom(first) };
}

/** Reads a dotted path or a literal. */
function readValue(reader: Reader): ValueSyntax | null {
  if (reader.kind !== t.WORD || reader.kindAt(1) !== t.DOT) return readLiteral(reader);
  const path = readDotted(reader);
  return path && { kind: 'path', path, span: path.span };
}

/** Reads `/path/of/operation` or the operation's name. */
export function readPath(reader: Reader): StringSyntax | null {
  const index = reader.at;
  if (reader.kind === t.PATH) {
    reader.at++;
    return { value: reader.textOf(index), span: reader.spanOf(index) };
  }
  const name = readName(reader, 'the path or the name of an operation');
  return name && { value: name.text, span: name.span };
}
