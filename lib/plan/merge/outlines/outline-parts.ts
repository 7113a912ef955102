import { tokenSeparator } from '../../code/expression.ts';
import { mapLines, plainUnit, sliceLines } from './tile-units.ts';
import type { LineMap } from './tile-units.ts';
import { printLines, printText, rootUnit } from './unit.ts';
import type { ReadOutline, Unit } from './unit.ts';

/**
 * A named stretch of whole lines: a block, a key, an entry. Lines are counted from 0, and `end` is the line after its
 * last one. Lines between two parts, such as comments, belong to the part below them.
 */
export interface OutlinePart {
  /** What it is, in words: `block`, `key`. */
  readonly kind: string;
  /**
   * What it is called whatever its text becomes, by which it is found in another version of the file; empty, or the text
   * itself, where it has no name. Of several alike among their siblings, each is found by its place.
   */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The parts inside, in the order of their lines. */
  readonly parts?: readonly OutlinePart[];
}

/** Reads a text into its parts, in the order of their lines; null where it is not valid in its language. */
export type ReadParts = (text: string) => readonly OutlinePart[] | null;

/** What reads a text into units by the parts that a backend finds in it. */
export function outlineParts(read: ReadParts): ReadOutline {
  return (text) => {
    const lines = mapLines(text);
    const parts = read(text);
    const units = parts && tile(lines, parts, 0, lines.starts.length);
    return units === null
      ? { root: rootUnit(text, text === '' ? [] : [plainUnit('<file>', text)]), valid: false }
      : { root: rootUnit(text, units), valid: true };
  };
}

/** The lines from..to as units; null where the parts overlap or lie outside. */
function tile(lines: LineMap, parts: readonly OutlinePart[], from: number, to: number): Unit[] | null {
  const units: Unit[] = [];
  let row = from;
  for (const part of parts) {
    const unit =
      part.start < row || part.end <= part.start || part.end > to ? null : readPart(lines, part, row);
    if (unit === null) return null;
    units.push(unit);
    row = part.end;
  }
  const rest = sliceLines(lines, row, to);
  if (rest !== '') units.push(plainUnit('<end>', rest));
  return units;
}

function readPart(lines: LineMap, part: OutlinePart, from: number): Unit | null {
  const { kind, name, start, end, parts = [] } = part;
  const lead = sliceLines(lines, from, start);
  const text = sliceLines(lines, start, end);
  const named = name !== '' && name !== text.trim();
  const unit = {
    key: named ? `${kind} ${name}` : `=${text.trim()}`,
    named,
    kind,
    name: named ? name : '',
    defines: named ? [name] : [],
    lead,
    text,
  };
  const leadPrint = printText(lead);
  if (parts.length === 0) return { ...unit, leadPrint, print: printLines(text) };
  const body = parts[0]!.start;
  const inside = body <= start ? null : tile(lines, parts, body, end);
  if (inside === null) return null;
  const children = [plainUnit('<head>', sliceLines(lines, start, body)), ...inside];
  const print = children.flatMap((child) => [child.leadPrint, child.print]).join(tokenSeparator);
  return { ...unit, leadPrint, print, children };
}
