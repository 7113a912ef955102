import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryDisk } from '../plan/build-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const preload = fileURLToPath(new URL('./disturb.mjs', import.meta.url));

/** The commands that put files in place. */
export const commands = {
  build: ['build', '--yes', '--no-disk-hooks', '--quiet'],
  undo: ['undo', '--yes'],
  redo: ['redo', '--yes'],
  resolve: ['resolve', '--take'],
} as const;

/** A command that puts files in place. */
export type Commit = keyof typeof commands;

/** Every command, in the order in which the masters are made. */
export const commitNames = Object.keys(commands) as Commit[];

const shelf = `
entity Shelf "Shelf":
  id: uuid pk
  name: str(80) required

surface shelf_list "Shelves":
  uses entity Shelf
  mode: list

  section main "Shelves":
    field name "Name"
`;

/** How a run of the command line ended. */
export interface Run {
  readonly status: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** Runs the built command line in a project, with a look at or a kill of it while it runs. */
export async function runCli(
  dir: string,
  args: readonly string[],
  {
    env = {},
    during,
  }: { env?: Record<string, string>; during?: (kill: () => void, ended: () => boolean) => void } = {},
): Promise<Run> {
  const watched = Object.keys(env).length > 0 ? ['--import', preload] : [];
  const child = spawn(process.execPath, [...watched, join(root, 'dist/cli/main.js'), ...args, '--cwd', dir], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  let isOver = false;
  const ended = once(child, 'close').then((end) => {
    isOver = true;
    return end as [number | null, string | null];
  });
  during?.(
    () => child.kill('SIGKILL'),
    () => isOver,
  );
  const [status, signal] = await ended;
  return { status, signal, output };
}

/** Projects that are ready for each command: built, edited, with a conflict left, undone. */
export class Masters {
  readonly #dirs = new Map<Commit, string>();
  readonly paths: readonly string[];

  constructor() {
    const start = this.#make('build');
    cpSync(join(root, 'examples/small'), start, { recursive: true });
    const spec = readdirSync(join(start, 'dsl')).find((name) => name.endsWith('.dsl'))!;
    const file = join(start, 'dsl', spec);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text + shelf.replaceAll('Shelf', 'Gone').replaceAll('shelf', 'gone').replace('Shelves', 'Gone'),
    );
    const first = this.#run(start, 'build');
    if (first.status !== 0) throw new Error(first.stderr);
    const old = snapshot(start);
    writeFileSync(file, text.replace('  rating: int', '  pages: int\n  rating: int') + shelf);
    const trial = this.#copy(start);
    this.#run(trial, 'build');
    const fresh = snapshot(trial);
    this.paths = [...new Set([...old.keys(), ...fresh.keys()])]
      .filter((path) => path.startsWith('apps/') && old.get(path) !== fresh.get(path))
      .filter((path) => !/json$|\.env$|credentials/.test(path));
    edit(start, trial, this.paths);
    rmSync(trial, { recursive: true });
    let last = start;
    for (const [command, after] of [
      ['undo', 'build'],
      ['redo', 'undo'],
    ] as const) {
      last = this.#make(command, last);
      this.#run(last, after);
    }
    this.#run(this.#make('resolve', start), 'build');
  }

  /** A fresh copy of the project that a command is to run in. */
  copy(command: Commit): string {
    return this.#copy(this.#dirs.get(command)!);
  }

  discard(): void {
    for (const dir of this.#dirs.values()) rmSync(dir, { recursive: true, force: true });
  }

  #make(command: Commit, from?: string): string {
    const dir = mkdtempSync(join(memoryDisk, 'dazzle-slow-'));
    if (from !== undefined) cpSync(from, dir, { recursive: true });
    this.#dirs.set(command, dir);
    return dir;
  }

  #copy(from: string): string {
    const dir = mkdtempSync(join(memoryDisk, 'dazzle-slow-'));
    cpSync(from, dir, { recursive: true });
    return dir;
  }

  #run(dir: string, command: Commit): { status: number | null; stderr: string } {
    return spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...commands[command], '--cwd', dir], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
}

/** One file gets a line that clashes with the next version, others one that does not. */
function edit(dir: string, trial: string, paths: readonly string[]): void {
  const replaced = paths.filter((path) => existsSync(join(dir, path)) && existsSync(join(trial, path)));
  const [clashing, ...others] = replaced.filter((path) => path.endsWith('.py'));
  if (clashing === undefined) throw new Error('no file differs');
  const lines = readFileSync(join(dir, clashing), 'utf8').split('\n');
  const next = new Set(readFileSync(join(trial, clashing), 'utf8').split('\n'));
  const at = lines.findIndex((line) => !next.has(line));
  const where =
    at < 0
      ? readFileSync(join(trial, clashing), 'utf8')
          .split('\n')
          .findIndex((line, index) => line !== lines[index])
      : at;
  lines.splice(where, 1, `${/^\s*/.exec(lines[where]!)![0]}mine = 1`);
  writeFileSync(join(dir, clashing), lines.join('\n'));
  for (const path of others.slice(0, 2)) appendFileSync(join(dir, path), '\n\n# mine\n');
}

/** The generated files and the baseline of a project, by path. */
export function snapshot(dir: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['apps', 'dsl', '.dazzle/baseline']) {
    if (!existsSync(join(dir, folder))) continue;
    for (const entry of readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      found.set(path.slice(dir.length + 1), readFileSync(path, 'latin1'));
    }
  }
  return found;
}

/** The paths in which two snapshots differ. */
export function compare(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path));
}

/** A generator of numbers from 0 to 1 that gives the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
