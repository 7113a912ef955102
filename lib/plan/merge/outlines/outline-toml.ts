import { tokenSeparator } from '../../code/expression.ts';
import { scanValue } from './scan-value.ts';
import { plainUnit } from './tile-units.ts';
import { printLines, printText, rootUnit } from './unit.ts';
import type { Outline, ReadOutline, Unit } from './unit.ts';

/** Reads TOML into tables and keys. */
export async function outlineToml(): Promise<ReadOutline> {
  const { parse } = await import('smol-toml');
  const isToml = (text: string): boolean => {
    try {
      parse(text);
      return true;
    } catch {
      return false;
    }
  };
  return (text) => readToml(text, isToml(text));
}

function readToml(text: string, valid: boolean): Outline {
  const tables: { header: Unit | undefined; keys: Unit[] }[] = [{ header: undefined, keys: [] }];
  const lines = text.split(/(?<=\n)/);
  let lead = '';
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row]!;
    if (/^\s*(#|$)/.test(line)) {
      lead += line;
      continue;
    }
    const header = /^\s*(\[\[?[^\]]+\]\]?)/.exec(line);
    let value = line;
    if (!header) while (row + 1 < lines.length && isOpen(value)) value += lines[++row]!;
    const unit = lineUnit(header ? header[1]! : (/^\s*([^=]+?)\s*=/.exec(line)?.[1] ?? line), lead, value);
    lead = '';
    if (header) tables.push({ header: unit, keys: [] });
    else tables.at(-1)!.keys.push(withValue(unit));
  }
  const units = tables.flatMap(({ header, keys }) => (header ? [tableUnit(header, keys)] : keys));
  if (lead !== '') units.push(plainUnit('<end>', lead));
  return { root: rootUnit(text, units), valid };
}

/** A value that goes on below: an unclosed bracket or a long string. */
function isOpen(value: string): boolean {
  if ((value.match(/"""|'''/g) ?? []).length % 2 === 1) return true;
  const marks = value.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*/g, '');
  return (marks.match(/[[{]/g) ?? []).length > (marks.match(/[\]}]/g) ?? []).length;
}

function lineUnit(name: string, lead: string, text: string): Unit {
  return {
    key: name,
    named: true,
    kind: name.startsWith('[') ? 'table' : 'key',
    name,
    defines: [name],
    lead,
    text,
    leadPrint: printText(lead),
    print: printLines(text),
  };
}

function withValue(unit: Unit): Unit {
  const { text } = unit;
  const start = text.indexOf('=') + 1;
  const from = start + (text.slice(start).length - text.slice(start).trimStart().length);
  const value = scanValue(text, from, text.trimEnd().length, '=');
  if (!value?.items || /#/.test(text)) return unit;
  const key = { type: 'key', start: 0, end: start, source: text, print: `${unit.key} =`, parts: [] };
  const whole = {
    type: 'lines',
    start: 0,
    end: text.length,
    source: text,
    print: `${key.print} ${value.print}`,
    parts: [key, value],
  };
  return { ...unit, print: whole.print, expression: () => whole };
}

function tableUnit(header: Unit, keys: readonly Unit[]): Unit {
  const head = plainUnit('<head>', header.text);
  return {
    ...header,
    text: header.text + keys.map((key) => key.lead + key.text).join(''),
    print: [header.print, ...keys.flatMap((key) => [key.leadPrint, key.print])].join(tokenSeparator),
    children: [head, ...keys],
  };
}
