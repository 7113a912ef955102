import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './baseline/save-baseline.ts';
import type { Change, FileOperation } from './types.ts';

/** The operation that names the paths of these changes in `.dazzleignore`; none where there are no changes. */
export function appendIgnored(projectDir: string, changes: readonly Change[]): FileOperation[] {
  if (changes.length === 0) return [];
  let before: Buffer | null = null;
  try {
    before = readFileSync(join(projectDir, '.dazzleignore'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const text = before?.toString('utf8') ?? '# Paths that dazzle leaves alone (gitignore syntax).\n';
  const lines = changes
    .flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]))
    .map(escapePattern);
  const joint = text === '' || text.endsWith('\n') ? '' : '\n';
  const contents = Buffer.from(`${text}${joint}${lines.join('\n')}\n`);
  return [{ kind: 'write', path: '.dazzleignore', contents, mode: 0o644, expect: hashOf(before) }];
}

/** A pattern that fits this path only. A line feed cannot be written in gitignore syntax; `?` stands for it. */
function escapePattern(path: string): string {
  return `/${path.replace(/[\\*?[\]!# ]/g, '\\$&').replace(/[\r\n]/g, '?')}`;
}
