import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';

/** Reads `.dazzleignore` (gitignore syntax) of a project; the claim is false for every path where there is none. */
export async function readIgnore(projectDir: string): Promise<(path: string) => boolean> {
  let text: string;
  try {
    text = readFileSync(join(projectDir, '.dazzleignore'), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return () => false;
    throw new DazzleError(
      diagnose('DZL405', {
        message: `.dazzleignore cannot be read (${code})`,
        fix: 'make it a readable file, or remove it',
      }),
    );
  }
  return matchPatterns(text);
}

/** A claim about paths (POSIX, relative to the project) from patterns in gitignore syntax. */
export async function matchPatterns(
  patterns: string | readonly string[],
): Promise<(path: string) => boolean> {
  const { default: ignore } = await import('ignore');
  const matcher = ignore({ allowRelativePaths: true }).add(patterns);
  return (path) => matcher.ignores(path);
}
