import { tokenSeparator } from '../../code/expression.ts';
import { partsProblem } from './parts-problem.ts';
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

/** How a backend reads the parts of one file, and who is told why what it gives cannot be used. */
export interface PartsSource {
  readonly read: ReadParts;
  tell(problem: string): void;
}

/** What reads a text into units by the parts that a backend finds in it. */
export function outlineParts(source: PartsSource): ReadOutline {
  return (text) => {
    const lines = mapLines(text);
    const parts = readUsable(source, text, lines.starts.length);
    return parts === null
      ? { root: rootUnit(text, text === '' ? [] : [plainUnit('<file>', text)]), valid: false }
      : { root: rootUnit(text, tile(lines, parts, 0, lines.starts.length)), valid: true };
  };
}

/** The parts of a text; null where it is not valid, or they cannot be used, which is told. */
function readUsable({ read, tell }: PartsSource, text: string, lines: number): readonly OutlinePart[] | null {
  try {
    const parts = read(text);
    const problem = parts === null ? undefined : partsProblem(parts, lines);
    if (problem === undefined) return parts;
    tell(problem);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
  return null;
}

/** The lines from..to as units. */
function tile(lines: LineMap, parts: readonly OutlinePart[], from: number, to: number): Unit[] {
  const units: Unit[] = [];
  let row = from;
  for (const part of parts) {
    units.push(readPart(lines, part, row));
    row = part.end;
  }
  const rest = sliceLines(lines, row, to);
  if (rest !== '') units.push(plainUnit('<end>', rest));
  return units;
}

function readPart(lines: LineMap, part: OutlinePart, from: number): Unit {
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
  const children = [plainUnit('<head>', sliceLines(lines, start, body)), ...tile(lines, parts, body, end)];
  const print = children.flatMap((child) => [child.leadPrint, child.print]).join(tokenSeparator);
  return { ...unit, leadPrint, print, children };
}
