import { plainUnit } from './tile-units.ts';
import { printLines, printText, rootUnit } from './unit.ts';
import type { Outline, ReadOutline, Unit } from './unit.ts';

/** Finds the name in a line, without which the line is its own name. */
type FindName = (line: string) => string | undefined;

const findNames = {
  /** `KEY=value` */
  environment: (line) => /^\s*(?:export\s+)?([\w.]+)\s*=/.exec(line)?.[1],
  /** `name[extra]>=1.0` */
  requirements: (line) => /^\s*([\w.-]+)/.exec(line)?.[1]?.toLowerCase().replace(/[._]/g, '-'),
  /** `name: command` */
  processes: (line) => /^\s*([\w-]+)\s*:/.exec(line)?.[1],
  patterns: (line) => line.trim(),
} satisfies Record<string, FindName>;

/** Files of one entry a line. */
export type LineFormat = keyof typeof findNames;

/** Reads a file of one entry a line: settings, requirements, patterns to ignore. */
export function outlineLines(format: LineFormat): ReadOutline {
  return (text) => readLines(text, findNames[format]);
}

function readLines(text: string, findName: FindName): Outline {
  const units: Unit[] = [];
  let lead = '';
  for (const line of text.split(/(?<=\n)/)) {
    if (/^\s*(#|$)/.test(line)) {
      lead += line;
      continue;
    }
    const name = findName(line);
    units.push({
      key: name ?? `=${line.trim()}`,
      named: name !== undefined,
      kind: 'line',
      name: name ?? '',
      defines: name === undefined ? [] : [name],
      lead,
      text: line,
      leadPrint: printText(lead),
      print: printLines(line),
    });
    lead = '';
  }
  if (lead !== '') units.push(plainUnit('<end>', lead));
  return { root: rootUnit(text, units), valid: !/^(<<<<<<<|>>>>>>>) |\\$/m.test(text) };
}
