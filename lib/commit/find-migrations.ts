import { basename, dirname, join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from './file-system.ts';
import type { CommitRecord } from './record.ts';

const skipped = new Set(['node_modules', '__pycache__', 'venv', 'static', 'media']);

/** Folders deeper than this are not looked into. */
const depthLimit = 6;

/**
 * Tells which migrations the database may be ahead by when the given builds are undone (DZL442): those of Django that were made
 * since the first of them, which are no files of dazzle's, and those of drizzle that the builds wrote.
 */
export async function findMigrations(
  fs: FileSystem,
  projectDir: string,
  records: readonly CommitRecord[],
): Promise<Diagnostic[]> {
  const since = Math.min(...records.map((record) => Date.parse(record.started)));
  const written = new Set(records.flatMap((record) => record.steps.map((step) => step.path)));
  const tops = new Set([...written].map((path) => path.split('/')[0]!).filter((top) => !top.startsWith('.')));
  const diagnostics = undoneMigrations(records);
  for (const top of [...tops].sort()) {
    for (const folder of await findFolders(fs, projectDir, top, 0)) {
      const names = ((await fs.list(join(projectDir, folder))) ?? []).filter((name) =>
        /^\d.*\.py$/.test(name),
      );
      const made: string[] = [];
      for (const name of names) {
        const stat = await fs.stat(join(projectDir, folder, name));
        const isNew = stat?.kind === 'file' && stat.modified >= since;
        if (isNew && !written.has(`${folder}/${name}`)) made.push(name);
      }
      if (made.length > 0) diagnostics.push(await describe(fs, projectDir, folder, names, made));
    }
  }
  return diagnostics;
}

/** A database that a taken back migration ran on goes on from there only when that migration is made again. */
function undoneMigrations(records: readonly CommitRecord[]): Diagnostic[] {
  const undone = records
    .flatMap((record) => record.steps)
    .filter((step) => step.before === null && /(?:^|\/)drizzle\/\d{4}_\w+\.sql$/.test(step.path))
    .map((step) => step.path)
    .sort();
  if (undone.length === 0) return [];
  return [
    {
      code: 'DZL442',
      severity: 'warning',
      message: `a database on which these migrations ran stays as they left it: ${undone.join(', ')}`,
      fix: 'to go on with that database, build again with the spec as it was, and change the spec from there',
    },
  ];
}

async function describe(
  fs: FileSystem,
  projectDir: string,
  folder: string,
  names: readonly string[],
  made: readonly string[],
): Promise<Diagnostic> {
  const app = basename(dirname(folder));
  const before = names.filter((name) => !made.includes(name) && name < made[0]!).at(-1);
  const target = before === undefined ? 'zero' : before.replace(/\.py$/, '');
  let home = dirname(folder);
  while (home !== '.' && (await fs.stat(join(projectDir, home, 'manage.py'))) === null) home = dirname(home);
  const files = made.map((name) => posix.join(folder, name));
  return {
    code: 'DZL442',
    severity: 'warning',
    message: `migrations made since that build stay, and so does the database: ${files.join(', ')}`,
    fix: `unapply them with "python manage.py migrate ${app} ${target}" in ${home}, then remove the files`,
  };
}

async function findFolders(
  fs: FileSystem,
  projectDir: string,
  folder: string,
  depth: number,
): Promise<string[]> {
  const stat = await fs.stat(join(projectDir, folder));
  if (stat?.kind !== 'folder') return [];
  if (basename(folder) === 'migrations') return [folder];
  if (depth === depthLimit) return [];
  const found: string[] = [];
  for (const name of (await fs.list(join(projectDir, folder))) ?? []) {
    if (name.startsWith('.') || skipped.has(name) || name.includes('.')) continue;
    found.push(...(await findFolders(fs, projectDir, `${folder}/${name}`, depth + 1)));
  }
  return found;
}
