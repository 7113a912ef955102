import { parse, patch, stringify, TomlFormat } from '@decimalturn/toml-patch';
import type { AnswerValue } from '../backend/types.ts';

/** Sets the value at `path`, e.g. `['backends', 'django_micro', 'database']`; null takes the key away. */
export interface ManifestEdit {
  readonly path: readonly string[];
  readonly value: AnswerValue | null;
}

type MutableTable = { [key: string]: unknown };

/** The text of a `dazzle.toml` with some values changed; comments, order and the rest of the text stay as they are. */
export function editManifest(text: string, edits: readonly ManifestEdit[]): string {
  const wanted = parse(text) as MutableTable;
  const patched = parse(text) as MutableTable;
  const newTables = new Map<string, MutableTable>();
  for (const edit of edits) {
    setValue(wanted, edit);
    const tablePath = edit.path.slice(0, -1);
    if (edit.value === null || hasTable(patched, tablePath)) setValue(patched, edit);
    else setValue(getOrMake(newTables, headOf(tablePath)), { path: edit.path.slice(-1), value: edit.value });
  }
  const before = parse(text) as MutableTable;
  if (isSame(wanted, before)) return text;
  const format = TomlFormat.autoDetectFormat(text);
  format.inlineTableStart = 3;
  if (!/[=[,]\s*[[{] /.test(text)) format.bracketSpacing = false;
  const changed = isSame(patched, before) ? text : patch(text, patched, format);
  // The library would put a new sub-table at the head of the file; a section at its end reads better.
  const sections = [...newTables].map(([head, table]) => `[${head}]\n${stringify(table, format).trim()}`);
  const grown = [changed.trimEnd(), ...sections].join('\n\n').trimStart() + '\n';
  const result = sections.length === 0 ? changed : withLineEnds(grown, text === '' ? '\n' : format.newLine);
  return readsAs(result, wanted) ? result : patch(text, wanted, format);
}

function setValue(root: MutableTable, { path, value }: ManifestEdit): void {
  let table = root;
  for (const key of path.slice(0, -1)) table = (table[key] ??= {}) as MutableTable;
  if (value === null) delete table[path.at(-1)!];
  else table[path.at(-1)!] = Array.isArray(value) ? [...(value as readonly string[])] : value;
}

function hasTable(root: MutableTable, path: readonly string[]): boolean {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as MutableTable)[key];
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function getOrMake(tables: Map<string, MutableTable>, head: string): MutableTable {
  const table = tables.get(head) ?? {};
  tables.set(head, table);
  return table;
}

function headOf(path: readonly string[]): string {
  return path.map((key) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))).join('.');
}

function withLineEnds(text: string, newLine: string): string {
  return text.replace(/\r?\n/g, newLine);
}

function readsAs(text: string, wanted: MutableTable): boolean {
  try {
    return isSame(parse(text), wanted);
  } catch {
    return false;
  }
}

/** Equal but for the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
