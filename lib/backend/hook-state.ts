import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from './artifact.ts';
import type { DiskHook, HookInputs, HookOptions } from './types.ts';

/** The fingerprint of each disk hook's inputs at its last success, and the artifacts that it made then. */
export interface HookState {
  /** Claims that the hook need not run: nothing that it reads, and nothing of its results, has changed since it succeeded. */
  isCurrent(key: string, seen: Seen): boolean;
  /** Claims that at least what it reads has not changed. */
  hasSameInputs(key: string, seen: Pick<Seen, 'fingerprint'>): boolean;
  keep(key: string, seen: Seen): void;
  forget(key: string): void;
  /** Keeps what the hook made, as JSON; secrets are left out. */
  keepArtifacts(key: string, artifacts: readonly Artifact[]): void;
  /** What it made when it last succeeded, of the keys that it still declares. */
  artifacts(key: string, hook: Pick<DiskHook, 'makes'>): readonly Artifact[];
}

/** The state of a disk hook's inputs and results, as hashes. */
export interface Seen {
  /** Hash of dazzle's version, the hook's options, its `env` variables and its input files. */
  readonly fingerprint: string;
  /** Hash of the text that `HookInputs.look` gives; null where the hook has none. */
  readonly look: string | null;
}

interface KeptState {
  readonly version: 1;
  readonly hooks: Record<string, string>;
  readonly artifacts: Record<string, Readonly<Record<string, unknown>>>;
}

/** Folders that tools fill by themselves and that are never a hook's input. */
const ignoredFolders = new Set(['node_modules', '.venv', '__pycache__', '.git', '.pytest_cache']);

/** Opens `.dazzle/cache/hooks.json` of a project; a missing or broken one is empty. Each change is written at once. */
export function openHookState(projectDir: string): HookState {
  const file = join(projectDir, '.dazzle', 'cache', 'hooks.json');
  const state = readState(file);
  const save = (): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, `${JSON.stringify(state, null, 2)}\n`);
    renameSync(`${file}.tmp`, file);
  };
  return {
    isCurrent: (key, seen) => state.hooks[key] === textOf(seen),
    hasSameInputs: (key, { fingerprint }) => state.hooks[key]?.split(' ')[0] === fingerprint,
    keep(key, seen) {
      state.hooks[key] = textOf(seen);
      save();
    },
    forget(key) {
      if (!Object.hasOwn(state.hooks, key)) return;
      delete state.hooks[key];
      save();
    },
    keepArtifacts(key, artifacts) {
      const open = artifacts.filter((artifact) => !artifact.key.secret);
      if (open.length === 0 && !Object.hasOwn(state.artifacts, key)) return;
      state.artifacts[key] = Object.fromEntries(open.map((artifact) => [artifact.key.name, artifact.value]));
      save();
    },
    artifacts(key, { makes = [] }) {
      const kept = state.artifacts[key] ?? {};
      return makes
        .filter(({ name, secret }) => !secret && Object.hasOwn(kept, name))
        .map((made) => made.of(kept[made.name]));
    },
  };
}

function textOf({ fingerprint, look }: Seen): string {
  return look === null ? fingerprint : `${fingerprint} ${look}`;
}

function readState(file: string): KeptState {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as KeptState;
    if (state.version === 1 && typeof state.hooks === 'object' && state.hooks !== null)
      return { ...state, artifacts: state.artifacts ?? {} };
  } catch {
    // A cache that cannot be read is no cache.
  }
  return { version: 1, hooks: {}, artifacts: {} };
}

/** Claims that everything a hook must leave behind is there. `folder` is absolute. */
export function hasResults(folder: string, inputs: HookInputs): boolean {
  return (inputs.mustExist ?? []).every((path) => existsSync(join(folder, path)));
}

/** Reads the input files below `folder` (absolute), calls `inputs.look`, and hashes both. `version` is that of dazzle. */
export function lookAt(folder: string, inputs: HookInputs, options: HookOptions, version: string): Seen {
  const hash = createHash('sha256').update(JSON.stringify([version, sortKeys(options)]));
  for (const path of [...inputs.files].sort()) addPath(hash, folder, path);
  const look = inputs.look === undefined ? null : createHash('sha256').update(inputs.look());
  return { fingerprint: hash.digest('base64url'), look: look?.digest('base64url') ?? null };
}

function addPath(hash: Hash, folder: string, path: string): void {
  const absolute = join(folder, path);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) {
    for (const name of readdirSync(absolute).sort()) {
      if (!ignoredFolders.has(name)) addPath(hash, folder, `${path}/${name}`);
    }
    return;
  }
  hash.update(`\0${path}\0`);
  if (stat?.isFile() === true) hash.update(readFileSync(absolute));
  else hash.update(stat === undefined ? 'missing' : 'special');
}

function sortKeys(options: HookOptions): [string, unknown][] {
  return Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
}
