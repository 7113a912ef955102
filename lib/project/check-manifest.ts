import type { AnswerValue } from '../backend/types.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { codeFrame } from '../diagnostics/frame.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/severities.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { locateKeys } from './locate-key.ts';
import type { KeyPlaces } from './locate-key.ts';
import type { LocateKey } from './manifest.ts';

/** A parsed TOML table. */
export type Table = Readonly<Record<string, unknown>>;

/** Reads values out of a parsed `dazzle.toml` and reports those that do not fit, with their places. */
export interface TableReader {
  readonly diagnostics: Diagnostic[];
  /** The table at `path`; empty where there is none or it is something else (DZL205). */
  table(path: readonly string[]): Table;
  /** Claims that there is a table at `path`, or nothing yet. */
  isTable(path: readonly string[]): boolean;
  /** DZL204 for each key of the table at `path` that is not in `known`. */
  refuseUnknown(path: readonly string[], known: readonly string[]): void;
  text(path: readonly string[]): string | null;
  number(path: readonly string[]): number | null;
  texts(path: readonly string[]): readonly string[] | null;
  /** Text, a number, a boolean or a list of texts. */
  answer(path: readonly string[]): AnswerValue | null;
  /** Reports at the value of `path`, or at one item of that list. */
  refuse(code: DiagnosticCode, path: readonly string[], message: string, fix: string, item?: string): void;
  /** The place and frame of a key, or of one item of its list. */
  readonly locate: LocateKey;
  /** Reports at the key of `path`. */
  refuseKey(code: DiagnosticCode, path: readonly string[], message: string, fix: string): void;
}

/** Makes a reader of `root`, which was parsed from `text`. */
export function createTableReader(text: string, root: Table): TableReader {
  let places: KeyPlaces | undefined;
  const diagnostics: Diagnostic[] = [];
  const placesOf = (): KeyPlaces => (places ??= locateKeys(text));

  function report(code: DiagnosticCode, place: Place, message: string, fix: string): void {
    // Several parts of dazzle read the same table: each mistake is reported once.
    if (diagnostics.some((one) => one.code === code && one.message === message)) return;
    diagnostics.push(diagnose(code, { message, fix, place, frame: codeFrame(text, place) }));
  }

  function find(path: readonly string[]): unknown {
    let value: unknown = root;
    for (const key of path) {
      if (!isTable(value) || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value;
  }

  function read<T extends AnswerValue>(
    path: readonly string[],
    kind: string,
    fits: (value: unknown) => value is T,
  ): T | null {
    const value = find(path);
    if (value === undefined) return null;
    if (fits(value)) return value;
    const place = isTable(value) ? placesOf().keyPlace(path) : placesOf().valuePlace(path);
    report('DZL205', place, `${nameKey(path)} must be ${kind}, not ${showValue(value)}`, `give it ${kind}`);
    return null;
  }

  return {
    diagnostics,
    locate(path, item) {
      const place =
        item === undefined ? placesOf().keyPlace(path) : placesOf().valuePlace(path, item ?? undefined);
      return { place, frame: codeFrame(text, place) };
    },
    table(path) {
      const value = find(path);
      if (value === undefined || isTable(value)) return value ?? {};
      report(
        'DZL205',
        placesOf().valuePlace(path),
        `"${path.join('.')}" must be a table, not ${showValue(value)}`,
        `write [${path.join('.')}] on a line of its own and its keys below`,
      );
      return {};
    },
    isTable: (path) => find(path) === undefined || isTable(find(path)),
    refuseUnknown(path, known) {
      const value = find(path);
      if (!isTable(value)) return;
      for (const key of Object.keys(value)) {
        if (known.includes(key)) continue;
        const near = suggest(key, known);
        const what =
          path.length === 0
            ? `dazzle.toml has no ${isTable(value[key]) ? `table [${key}]` : `key "${key}" outside of a table`}`
            : `[${path.join('.')}] has no key "${key}"`;
        const fix =
          near === undefined
            ? `its ${path.length === 0 ? 'tables' : 'keys'} are ${known.join(', ')}`
            : `write "${near}"`;
        report('DZL204', placesOf().keyPlace([...path, key]), what, fix);
      }
    },
    text: (path) => read(path, 'text', isText),
    number: (path) => read(path, 'a number', isNumber),
    texts: (path) => read(path, 'a list of texts', isTexts),
    answer: (path) => read(path, 'text, a number, true or false, or a list of texts', isAnswer),
    refuse: (code, path, message, fix, item) => report(code, placesOf().valuePlace(path, item), message, fix),
    refuseKey: (code, path, message, fix) => report(code, placesOf().keyPlace(path), message, fix),
  };
}

/** A key as a message names it: `"name" in [project]`. */
export function nameKey(path: readonly string[]): string {
  return path.length === 1 ? `"${path[0]}"` : `"${path.at(-1)}" in [${path.slice(0, -1).join('.')}]`;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isAnswer(value: unknown): value is AnswerValue {
  return isText(value) || isNumber(value) || typeof value === 'boolean' || isTexts(value);
}

function showValue(value: unknown): string {
  if (isTable(value)) return 'a table';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list (${JSON.stringify(value)})`;
  if (value instanceof Date) return `the date ${value.toISOString()}`;
  return typeof value === 'bigint' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
