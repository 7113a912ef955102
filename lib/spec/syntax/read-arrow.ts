import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads `->`, or reports that it is missing and leaves the line. */
export function readArrowRight(reader: Reader): boolean {
  if (reader.take(t.ARROW_RIGHT)) return true;
  if (reader.kind === t.MINUS && reader.kindAt(1) === t.GREATER && reader.isAdjacent(reader.at + 1)) {
    reader.at += 2;
    return true;
  }
  reader.reportMissing('"->"');
  return false;
}

/** Reads `<-`, or reports that it is missing and leaves the line. */
export function readArrowLeft(reader: Reader): boolean {
  if (reader.take(t.ARROW_LEFT)) return true;
  if (reader.kind === t.LESS && reader.kindAt(1) === t.MINUS && reader.isAdjacent(reader.at + 1)) {
    reader.at += 2;
    return true;
  }
  reader.reportMissing('"<-"');
  return false;
}

/** Reads `<->`, or reports that it is missing and leaves the line. */
export function readArrowBoth(reader: Reader): boolean {
  if (reader.take(t.ARROW_BOTH)) return true;
  const { at } = reader;
  if (
    reader.kind === t.LESS &&
    reader.kindAt(1) === t.MINUS &&
    reader.kindAt(2) === t.GREATER &&
    reader.isAdjacent(at + 1) &&
    reader.isAdjacent(at + 2)
  ) {
    reader.at += 3;
    return true;
  }
  reader.reportMissing('"<->"');
  return false;
}
