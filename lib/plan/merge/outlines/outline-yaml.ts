import { tokenSeparator } from '../../code/expression.ts';
import { plainUnit } from './tile-units.ts';
import { printLines, printText, rootUnit } from './unit.ts';
import type { Outline, ReadOutline, Unit } from './unit.ts';

interface YamlLine {
  readonly text: string;
  readonly indent: number;
  /** Blank or a comment. */
  readonly silent: boolean;
}

const keyPattern = /^\s*("[^"]*"|'[^']*'|[^\s#"'\-&*!?|>%@`{[][^#:]*?)\s*:(?=\s|$)/;

/** Reads block-style YAML into keys and list entries; what it does not know makes the text invalid here. */
export async function outlineYaml(): Promise<ReadOutline> {
  const { parseAllDocuments } = await import('yaml');
  const isLawful = (text: string): boolean =>
    [parseAllDocuments(text, { logLevel: 'silent' })].flat().every(({ errors }) => errors.length === 0);
  return (text) => ({ ...readYaml(text), isLawful: () => isLawful(text) });
}

function readYaml(text: string): Outline {
  const lines = text.split(/(?<=\n)/).map((line): YamlLine => ({
    text: line,
    indent: line.length - line.trimStart().length,
    silent: /^\s*(#|$)/.test(line),
  }));
  if (lines.some((line) => /^\s*\t/.test(line.text) || /^(<<<<<<<|>>>>>>>|---|\.\.\.)/.test(line.text))) {
    return { root: rootUnit(text, []), valid: false };
  }
  const units = readBlock(lines, 0, lines.length);
  return { root: rootUnit(text, units ?? []), valid: units !== undefined };
}

/** Reads sibling keys or list entries; undefined where the lines are neither. */
function readBlock(lines: readonly YamlLine[], from: number, to: number): Unit[] | undefined {
  const units: Unit[] = [];
  const first = lines.slice(from, to).find(({ silent }) => !silent);
  const names = new Set<string>();
  let leadFrom = from;
  for (let row = from; row < to;) {
    const line = lines[row]!;
    if (line.silent) {
      row++;
      continue;
    }
    if (line.indent !== first!.indent) return undefined;
    const end = blockEnd(lines, row, to);
    const unit = readEntry(lines, leadFrom, row, end);
    if (!unit || unit.named !== !first!.text.trimStart().startsWith('-')) return undefined;
    if (unit.named && names.has(unit.key)) return undefined;
    names.add(unit.key);
    units.push(unit);
    leadFrom = row = end;
  }
  const rest = joinLines(lines, leadFrom, to);
  if (rest !== '') units.push(plainUnit('<end>', rest));
  return units;
}

/** The line after an entry: deeper lines are its own, and so is a list at the same depth under a key. */
function blockEnd(lines: readonly YamlLine[], row: number, to: number): number {
  const { indent, text } = lines[row]!;
  const isKey = !text.trimStart().startsWith('-');
  let end = row + 1;
  for (let at = row + 1; at < to; at++) {
    const line = lines[at]!;
    if (line.text.trim() === '') continue;
    const listUnderKey = isKey && line.indent === indent && /^\s*-(\s|$)/.test(line.text);
    if (line.indent <= indent && !listUnderKey) break;
    end = at + 1;
  }
  return end;
}

function readEntry(lines: readonly YamlLine[], leadFrom: number, row: number, end: number): Unit | undefined {
  const line = lines[row]!.text;
  const lead = joinLines(lines, leadFrom, row);
  const text = joinLines(lines, row, end);
  const shared = { lead, text, leadPrint: printText(lead), print: printLines(text) };
  if (/^\s*-(\s|$)/.test(line)) {
    const key = `=${printLines(text)}`;
    return { key, named: false, kind: 'entry', name: '', defines: [], ...shared };
  }
  const name = keyPattern.exec(line)?.[1];
  if (name === undefined) return undefined;
  const unit: Unit = { key: name, named: true, kind: 'key', name, defines: [name], ...shared };
  const value = line
    .slice(keyPattern.exec(line)![0].length)
    .replace(/\s+#.*$/, '')
    .trim();
  if (value !== '' || end === row + 1) return unit;
  const inner = readBlock(lines, row + 1, end);
  if (!inner) return undefined;
  const head = plainUnit('<head>', lines[row]!.text);
  const print = [head.print, ...inner.flatMap((child) => [child.leadPrint, child.print])].join(
    tokenSeparator,
  );
  const ordered = inner.some((child) => !child.named && /^\s*-\s+[^\s"'#][^#]*?:(\s|$)/.test(child.text));
  return { ...unit, print, children: [head, ...inner], ordered };
}

function joinLines(lines: readonly YamlLine[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}
