import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../lib/diagnostics/catalogue/index.ts';
import { specCatalogue } from '../../lib/diagnostics/catalogue/spec.ts';
import { specSyntaxCatalogue } from '../../lib/diagnostics/catalogue/spec-syntax.ts';

const root = path.resolve(import.meta.dirname, '../..');
const codes = Object.keys(catalogue).sort();

/** The codes in the TypeScript files below some folders; the catalogue itself does not count. */
function codesIn(...folders: string[]): Set<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.parentPath.includes('catalogue')) continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
      for (const [code] of text.matchAll(/DZL\d{3}/g)) found.add(code);
    }
  }
  return found;
}

describe('the catalogue of diagnostics', () => {
  it('is what docs/diagnostics.md says', () => {
    const check = spawnSync(process.execPath, ['scripts/write-diagnostics.mjs', '--check'], { cwd: root });
    expect(check.stderr.toString()).toBe('');
    expect(check.status).toBe(0);
  });

  it('has no code that nothing emits', () => {
    const emitted = codesIn('lib', 'generators');
    expect(codes.filter((code) => !emitted.has(code))).toEqual([]);
  });

  it('lacks no code that something emits', () => {
    const emitted = [...codesIn('lib', 'generators')];
    expect(emitted.filter((code) => !(code in catalogue))).toEqual([]);
  });

  it('has a test for each code', () => {
    const named = codesIn('__tests__');
    // The tests of these two sections run over the entries themselves: each example must give its own code.
    const byExample = new Set([...Object.keys(specCatalogue), ...Object.keys(specSyntaxCatalogue)]);
    expect(codes.filter((code) => !named.has(code) && !byExample.has(code))).toEqual([]);
  });

  it('shows a mistake and its mend in each entry', () => {
    const same = codes.filter((code) => catalogue[code]!.example === catalogue[code]!.mend);
    expect(same).toEqual([]);
  });
});
