import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandTable } from '../../../lib/cli/commands/table.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const commands = 'lib/cli/commands';
const names = commandTable.map(({ name }) => name);
const entries = readdirSync(path.join(root, commands), { withFileTypes: true });

/** The files that are loaded with a file: what it imports, and what that imports, but for types and what is imported later. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const [, target] of text.matchAll(/^(?:import|export) (?!type )[^'"();]*?from '(\.[^']+)'/gm))
    loadedWith(path.posix.join(path.posix.dirname(file), target!), seen);
  return seen;
}

describe('the folder of the commands', () => {
  it('holds the table and a folder for each command in it, once', () => {
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect({ files, folders }).toEqual({ files: ['table.ts'], folders: [...names].sort() });
  });

  it.each(names)('%s is declared by its index.ts under its name, and run by its run.ts', async (name) => {
    const declared = (await import(`../../../${commands}/${name}/index.ts`)) as Record<string, unknown>;
    const command = commandTable.find((each) => each.name === name)!;
    expect({ ...declared }).toEqual({ [name]: command });
    const code = (await import(`../../../${commands}/${name}/run.ts`)) as { readonly run: unknown };
    expect((await command.load()).run).toBe(code.run);
  });

  it('has the tests of each command in a folder of its name', () => {
    const tests = readdirSync(import.meta.dirname, { withFileTypes: true });
    expect(tests.filter((entry) => entry.isDirectory()).map((entry) => entry.name)).toEqual(
      [...names].sort(),
    );
    const untested = names.filter((name) =>
      readdirSync(path.join(import.meta.dirname, name)).every((file) => !file.endsWith('.test.ts')),
    );
    expect(untested).toEqual([]);
  });

  it('is declared without the code of any command, which is loaded when it runs', () => {
    const loaded = [...loadedWith('lib/cli/run-command-line.ts')];
    expect(loaded).toContain('lib/cli/commands/build/index.ts');
    expect(
      loaded.filter((file) => file.endsWith('/run.ts') || /^generators|^lib\/(?!cli|diagnostics)/.test(file)),
    ).toEqual([]);
  });
});
