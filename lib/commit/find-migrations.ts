import { basename, dirname, join, posix } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from './file-system.ts';
import type { Journal, MigrationPlace } from './journal.ts';

const skipped = new Set(['node_modules', '__pycache__', 'venv', 'static', 'media']);

/** Folders deeper than this are not looked into. */
const depthLimit = 6;

/**
 * Names the migrations that the database may have and the files no longer do, when the given commits are undone (DZL442):
 * those that other tools made since the first of them, and those that the builds wrote. Where migrations are is read from
 * all of `history`, since a commit made by `resolve` does not say it.
 */
export async function findMigrations(
  fs: FileSystem,
  projectDir: string,
  commits: readonly Journal[],
  history: readonly Journal[],
): Promise<Diagnostic[]> {
  const since = Math.min(...commits.map((commit) => Date.parse(commit.started)));
  const steps = commits.flatMap((commit) => commit.steps);
  const written = new Set(steps.map((step) => step.path));
  const told = history.flatMap((commit) => commit.migrations ?? []);
  const places = new Map(told.map((place) => [`${place.root}/${place.folder}`, place]));
  const added = steps.filter((step) => step.before === null).map((step) => step.path);
  const diagnostics = undoneMigrations(added.filter((path) => [...places.values()].some(isIn(path))));
  for (const [, place] of [...places].sort()) {
    const isMigration = new RegExp(place.pattern);
    for (const folder of await findFolders(fs, projectDir, place)) {
      const list = (await fs.list(join(projectDir, folder))) ?? [];
      const names = list.filter((name) => isMigration.test(name)).sort();
      const made: string[] = [];
      for (const name of names) {
        const stat = await fs.stat(join(projectDir, folder, name));
        const isNew = stat?.kind === 'file' && stat.modified >= since;
        if (isNew && !written.has(`${folder}/${name}`)) made.push(name);
      }
      if (made.length > 0) diagnostics.push(describe(place, folder, names, made));
    }
  }
  return diagnostics;
}

/** Warns of migrations that go with their build: a database on which they ran needs the same ones again before later ones. */
function undoneMigrations(undone: readonly string[]): Diagnostic[] {
  if (undone.length === 0) return [];
  return [
    diagnose('DZL442', {
      message: `a database on which these migrations ran stays as they left it: ${[...undone].sort().join(', ')}`,
      fix: 'to go on with that database, build again with the spec as it was, and change the spec from there',
    }),
  ];
}

function describe(
  { root, takeBack }: MigrationPlace,
  folder: string,
  names: readonly string[],
  made: readonly string[],
): Diagnostic {
  const before = names.filter((name) => !made.includes(name) && name < made[0]!).at(-1);
  const target = before === undefined ? 'zero' : before.replace(/\.\w+$/, '');
  const command = takeBack?.replace('{parent}', basename(dirname(folder))).replace('{target}', target);
  const files = made.map((name) => posix.join(folder, name));
  return diagnose('DZL442', {
    message: `migrations made since that build stay, and so does the database: ${files.join(', ')}`,
    fix:
      command === undefined
        ? 'where the database must go back too, restore a copy of it, then remove the files'
        : `unapply them with "${command}" in ${root}, then remove the files`,
  });
}

const anywhere = '**/';

/** Claims that a folder, relative to the project, holds migrations of the place. */
function isFolderOf({ root, folder }: MigrationPlace, path: string): boolean {
  if (!path.startsWith(`${root}/`)) return false;
  const below = path.slice(root.length + 1);
  const last = folder.replace(anywhere, '');
  return below === last || (folder.startsWith(anywhere) && below.endsWith(`/${last}`));
}

function isIn(path: string): (place: MigrationPlace) => boolean {
  return (place) =>
    isFolderOf(place, posix.dirname(path)) && new RegExp(place.pattern).test(posix.basename(path));
}

async function findFolders(fs: FileSystem, projectDir: string, place: MigrationPlace): Promise<string[]> {
  if (!place.folder.startsWith(anywhere)) return [posix.join(place.root, place.folder)];
  return await searchFolders(fs, projectDir, place, place.root, 0);
}

async function searchFolders(
  fs: FileSystem,
  projectDir: string,
  place: MigrationPlace,
  folder: string,
  depth: number,
): Promise<string[]> {
  const stat = await fs.stat(join(projectDir, folder));
  if (stat?.kind !== 'folder') return [];
  if (isFolderOf(place, folder)) return [folder];
  if (depth === depthLimit) return [];
  const found: string[] = [];
  for (const name of (await fs.list(join(projectDir, folder))) ?? []) {
    if (name.startsWith('.') || skipped.has(name) || name.includes('.')) continue;
    found.push(...(await searchFolders(fs, projectDir, place, `${folder}/${name}`, depth + 1)));
  }
  return found;
}
