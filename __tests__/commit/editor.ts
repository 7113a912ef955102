import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import type { FileSystem } from '../../lib/commit/file-system.ts';

/** How programs save a file. */
export const saveKinds = ['rename', 'truncate', 'delete', 'handle', 'twice'] as const;

/** One of the ways in which programs save a file. */
export type SaveKind = (typeof saveKinds)[number];

/** An editor with one file open, which it saves when it is told to. */
export class Editor {
  readonly #path: string;
  readonly #kind: SaveKind;
  readonly #handle: number | null;

  constructor(path: string, kind: SaveKind) {
    this.#path = path;
    this.#kind = kind;
    this.#handle = kind === 'handle' && existsSync(path) ? openSync(path, 'r+') : null;
  }

  /** Saves a text of its own, in its own way; or deletes the file. */
  save(text: string): void {
    if (this.#kind === 'delete') {
      rmSync(this.#path, { force: true });
      return;
    }
    if (this.#handle !== null) {
      ftruncateSync(this.#handle, 0);
      writeSync(this.#handle, text, 0);
      return;
    }
    mkdirSync(dirname(this.#path), { recursive: true });
    if (this.#kind === 'truncate') {
      writeFileSync(this.#path, text);
      return;
    }
    for (const saved of this.#kind === 'twice' ? [`first ${text}`, text] : [text]) {
      writeFileSync(`${this.#path}.editor`, saved);
      renameSync(`${this.#path}.editor`, this.#path);
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
  }
}

/** The real disk, on which something happens just before the call of the given number (from 0). */
export function makeWatched(at: number, happens: () => void): { fs: FileSystem; calls: () => number } {
  let calls = 0;
  const wrapped = Object.entries(realFileSystem).map(([name, call]) => [
    name,
    (...values: unknown[]) => {
      if (calls++ === at) happens();
      return (call as (...args: unknown[]) => unknown)(...values);
    },
  ]);
  return { fs: Object.fromEntries(wrapped) as FileSystem, calls: () => calls };
}

/** The real disk as one without hard links. */
export function withoutHardLinks(fs: FileSystem): FileSystem {
  return {
    ...fs,
    link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' })),
  };
}

/** Files below a folder that hold a text: paths relative to it. */
export function findText(folder: string, text: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes(text))
    .map((path) => path.slice(folder.length + 1));
}
