import { parse, patch, TomlFormat } from '@decimalturn/toml-patch';
import type { AnswerValue } from '../backend/types.ts';

/** Sets the value at `path`, e.g. `['backends', 'django_micro', 'database']`; null takes the key away. */
export interface ManifestEdit {
  readonly path: readonly string[];
  readonly value: AnswerValue | null;
}

type MutableTable = { [key: string]: unknown };

/** The text of a `dazzle.toml` with some values changed; comments, order and the rest of the text stay as they are. */
export function editManifest(text: string, edits: readonly ManifestEdit[]): string {
  const root = parse(text) as MutableTable;
  const before = JSON.stringify(root);
  for (const { path, value } of edits) {
    let table = root;
    for (const key of path.slice(0, -1)) table = (table[key] ??= {}) as MutableTable;
    if (value === null) delete table[path.at(-1)!];
    else table[path.at(-1)!] = Array.isArray(value) ? [...(value as readonly string[])] : value;
  }
  if (JSON.stringify(root) === before) return text;
  const format = TomlFormat.autoDetectFormat(text);
  // New tables are written as [backends.django_micro], new lists as ["a", "b"].
  format.inlineTableStart = 3;
  if (!/[=[,]\s*[[{] /.test(text)) format.bracketSpacing = false;
  return patch(text, root, format);
}
