import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Loaded when the line runs, not with the file. */
  readonly isLazy: boolean;
}

/** Every relative import of a TypeScript file, with both ends relative to the repository. */
function readImports(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found: Import[] = [];
  const statement =
    /^(?:import|export)\s+(type\s)?[^'"();]*?from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)(\.)?/gm;
  for (const match of text.matchAll(statement)) {
    const target = match[2] ?? match[3]!;
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    const typeOnly =
      Boolean(match[1]) ||
      (match[3] !== undefined && match[4] === '.' && /:\s*$|typeof\s*$|<\s*$/.test(line));
    const to = path.posix.join(path.posix.dirname(file), target);
    found.push({ from: file, to, typeOnly, isLazy: match[3] !== undefined });
  }
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      path.posix.join(path.relative(root, entry.parentPath).split(path.sep).join('/'), entry.name),
    )
    .sort();
}

/** The room a file belongs to: `lib/spec`, `generators/django_micro`, or the file itself directly below lib/. */
function roomOf(file: string): string {
  const [top, second] = file.split('/');
  return `${top}/${second}`;
}

/** `lib/build.ts` and the stretches of the line that stand beside it. */
const line = [
  'lib/build.ts',
  'lib/build-status.ts',
  'lib/check-backends.ts',
  'lib/choose-renames.ts',
  'lib/diagnose-project.ts',
  'lib/load-plugins.ts',
  'lib/load-project.ts',
  'lib/name-changes.ts',
  'lib/names-gone.ts',
  'lib/find-renaming.ts',
];

/** Rooms that import nothing, and that every other room may import. */
const leafRooms = ['lib/words', 'lib/diagnostics'];

const quietRooms = ['lib/spec', 'lib/tree', 'lib/plan', 'lib/commit', 'lib/project'];

/** `generators/app` is the wizard of `dazzle init`, no backend. */
function isWizard(room: string, to: string): boolean {
  return room === 'lib/cli' && to === 'generators/app/index.ts';
}

/** Why an import breaks the table, or undefined. */
function breach({ from, to, typeOnly }: Omit<Import, 'isLazy'>): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there) return undefined;
  if (from.startsWith('generators/')) {
    return to === 'lib/index.ts' ? undefined : 'generators import lib/index.ts only';
  }
  if (leafRooms.includes(here)) return 'imports nothing';
  if (
    here === 'lib/cli' ||
    line.includes(here) ||
    here === 'lib/index.ts' ||
    here === 'lib/package.ts' ||
    typeOnly ||
    leafRooms.includes(there)
  ) {
    if (to.startsWith('generators/') && !isWizard(here, to) && from !== 'lib/cli/built-in-backends.ts') {
      return 'built-in backends come in by lib/cli/built-in-backends.ts only';
    }
    return undefined;
  }
  if (quietRooms.includes(here)) return 'takes only types, words and diagnostics from other rooms';
  if (here === 'lib/backend' || here === 'lib/kit')
    return there === 'lib/tree' ? undefined : 'takes values from lib/tree and the leaf rooms only';
  return 'is not in the table';
}

/** Folders of `lib/plan`: each may import those before it, and the last two are entered by their doors only. */
const planFolders = ['lib/plan/lines/', 'lib/plan/code/', 'lib/plan/follow/', 'lib/plan/merge/'];
const planDoors = ['lib/plan/follow/index.ts', 'lib/plan/merge/index.ts'];

/** Why an import passes by a door of `lib/plan`, or leads up from one of its folders, or undefined. */
function detour({ from, to }: Pick<Import, 'from' | 'to'>): string | undefined {
  const folderOf = (file: string): number => planFolders.findIndex((folder) => file.startsWith(folder));
  const [here, there] = [folderOf(from), folderOf(to)];
  const isOfPlan = to.startsWith('lib/plan/') && to !== 'lib/plan/group-by.ts';
  if (here === there || !isOfPlan) return undefined;
  if (here >= 0 && (there < 0 || there > here)) return 'leads up';
  if (there > 1) return planDoors.includes(to) ? undefined : 'passes by the door';
  return from.startsWith('lib/plan/') ? undefined : 'is for lib/plan alone';
}

const imports = [...sourceFiles('lib'), ...sourceFiles('generators')].flatMap(readImports);

describe('the import table', () => {
  it('sees the imports of the sources', () => {
    expect(imports.length).toBeGreaterThan(20);
  });

  it('holds for every import of lib/ and generators/', () => {
    const breaches = imports.flatMap((entry) => {
      const why = breach(entry);
      return why === undefined ? [] : [`${entry.from} -> ${entry.to}: ${why}`];
    });
    expect(breaches).toEqual([]);
  });

  it.each([
    ['lib/spec/a.ts', 'lib/plan/b.ts', false],
    ['lib/kit/a.ts', 'lib/plan/b.ts', false],
    ['lib/words/a.ts', 'lib/diagnostics/b.ts', false],
    ['lib/diagnostics/a.ts', 'lib/spec/b.ts', true],
    ['generators/django_micro/index.ts', 'generators/express_micro/index.ts', true],
    ['lib/build.ts', 'generators/django_micro/index.ts', false],
  ])('refuses %s -> %s', (from, to, typeOnly) => {
    expect(breach({ from, to, typeOnly })).not.toBeUndefined();
  });
});

describe('the folders of lib/plan', () => {
  it('are entered by their doors, and lead to no folder above them', () => {
    const detours = imports.flatMap((entry) => {
      const why = detour(entry);
      return why === undefined ? [] : [`${entry.from} -> ${entry.to}: ${why}`];
    });
    expect(detours).toEqual([]);
  });

  it('load what merges, and what follows names, only when a file is merged', () => {
    const loaded = new Set(['lib/plan/merge/index.ts']);
    for (const file of loaded)
      for (const { from, to, typeOnly, isLazy } of imports)
        if (from === file && !typeOnly && !isLazy) loaded.add(to);
    expect(loaded).toContain('lib/plan/merge/merge-text.ts');
    expect([...loaded].filter((file) => /follow|merge-guarded|by-units|code/.test(file))).toEqual([]);
  });

  it.each([
    ['lib/cli/a.ts', 'lib/plan/merge/regions.ts', 'passes by the door'],
    ['lib/plan/a.ts', 'lib/plan/follow/origins/b.ts', 'passes by the door'],
    ['lib/plan/merge/a.ts', 'lib/plan/follow/b.ts', 'passes by the door'],
    ['lib/plan/follow/a.ts', 'lib/plan/merge/index.ts', 'leads up'],
    ['lib/plan/code/a.ts', 'lib/plan/types.ts', 'leads up'],
    ['lib/names-gone.ts', 'lib/plan/lines/a.ts', 'is for lib/plan alone'],
    ['lib/cli/a.ts', 'lib/plan/merge/index.ts', undefined],
    ['lib/plan/merge/guards/a.ts', 'lib/plan/lines/b.ts', undefined],
  ])('judge %s -> %s', (from, to, why) => {
    expect(detour({ from, to })).toBe(why);
  });
});
