import { posix } from 'node:path';
import type { MemFsEditorFile } from 'mem-fs-editor';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/severities.ts';
import type { NextFile } from '../plan/types.ts';
import { checkPath } from './check-path.ts';
import { createRenderer, loadEjs } from './render.ts';
import type { Renderer } from './render.ts';
import type { WrappedValues } from './strict-values.ts';
import type { Tree, TreeFile, WriteOptions } from './tree.ts';

/** For whom a `Tree` is made: `writer` is the name of the generator or hook, `outputDir` is POSIX and relative to the project. */
export interface FaceOptions {
  readonly backend: string;
  readonly outputDir: string;
  readonly templates: URL;
  readonly writer: string;
}

/** A file of the store with the backend that it belongs to. */
export interface StoredFile extends TreeFile {
  readonly backend: string;
  /** POSIX, relative to the project. */
  readonly projectPath: string;
}

/** One build's virtual file system. */
export interface TreeStore {
  /** The files of one backend, for one of its generators or hooks. */
  face(options: FaceOptions): Tree;
  /** All files of all backends, sorted by path. */
  files(): readonly StoredFile[];
  /** The file at a path relative to the project. */
  find(projectPath: string): StoredFile | undefined;
  /** All files as bytes, each with the identity by which the plan recognizes it in the next build, even under a new path. */
  nextFiles(): readonly NextFile[];
  /** Paths (in the backend's folder) that one writer of a backend wrote, sorted. */
  written(backend: string, writer: string): string[];
  /** Sets the text of a file that is in the store and marks it as formatted. */
  setFormatted(projectPath: string, text: string): void;
}

interface Entry {
  readonly path: string;
  readonly projectPath: string;
  readonly backend: string;
  readonly writer: string;
  options: WriteOptions;
  binary: boolean;
  formatted: boolean;
}

/** Where the store's files live in mem-fs: a folder that does not exist, since mem-fs would read a file that does. */
const virtualRoot = '/.dazzle-virtual/';

/** Makes an empty store; loads mem-fs, its editor and the template engine. */
export async function createTreeStore(): Promise<TreeStore> {
  const [memFs, editors, ejs] = await Promise.all([import('mem-fs'), import('mem-fs-editor'), loadEjs()]);
  const editor = editors.create(memFs.create<MemFsEditorFile>());
  const entries = new Map<string, Entry>();
  const byLowerCase = new Map<string, string>();
  const folders = new Map<string, string>();
  const renderers = new Map<string, Renderer>();
  const seen: WrappedValues = new WeakMap();

  function contentsOf(entry: Entry): string | Uint8Array {
    const bytes =
      editor.read(virtualRoot + entry.projectPath, { raw: true, defaults: null }) ?? Buffer.alloc(0);
    return entry.binary ? bytes : bytes.toString('utf8');
  }

  function stored(entry: Entry): StoredFile {
    const { subject, role, once, mode, absorbs } = entry.options;
    return {
      path: entry.path,
      projectPath: entry.projectPath,
      backend: entry.backend,
      contents: contentsOf(entry),
      writer: entry.writer,
      formatted: entry.formatted,
      ...(subject === undefined ? {} : { subject }),
      ...(role === undefined ? {} : { role }),
      ...(once === undefined ? {} : { once }),
      ...(absorbs === undefined ? {} : { absorbs }),
      ...(mode === undefined ? {} : { mode }),
    };
  }

  function add(entry: Entry, contents: string | Uint8Array): void {
    refuseClash(entry);
    put(entry.projectPath, contents);
    entries.set(entry.projectPath, entry);
    byLowerCase.set(entry.projectPath.toLowerCase(), entry.projectPath);
    for (const folder of foldersOf(entry.projectPath)) {
      if (!folders.has(folder)) folders.set(folder, entry.projectPath);
    }
  }

  function put(projectPath: string, contents: string | Uint8Array): void {
    editor.write(virtualRoot + projectPath, typeof contents === 'string' ? contents : Buffer.from(contents));
  }

  function refuseClash(entry: Entry): void {
    const clash = entries.get(byLowerCase.get(entry.projectPath.toLowerCase()) ?? '');
    if (clash !== undefined && clash.projectPath === entry.projectPath) {
      const both =
        clash.writer === entry.writer && clash.backend === entry.backend
          ? `${entry.writer} writes ${entry.projectPath} twice`
          : `${nameWriter(clash, entry)} and ${nameWriter(entry, clash)} both write ${entry.projectPath}`;
      throw refusal('DZL311', both, 'let one of them write the file and the other use tree.update');
    }
    if (clash !== undefined) {
      throw refusal(
        'DZL313',
        `${clash.projectPath} (${clash.writer}) and ${entry.projectPath} (${entry.writer}) differ only in upper and lower case, which is one file on macOS and Windows`,
        'rename what one of them is named for in the spec',
      );
    }
    const inner = folders.get(entry.projectPath.toLowerCase());
    const outer = foldersOf(entry.projectPath)
      .map((folder) => byLowerCase.get(folder))
      .find((path) => path !== undefined);
    if (inner === undefined && outer === undefined) return;
    const [file, below] = inner === undefined ? [outer, entry.projectPath] : [entry.projectPath, inner];
    throw refusal(
      'DZL314',
      `${file} is written as a file, but ${below} needs a folder of that name`,
      'rename one of them',
    );
  }

  function drop(entry: Entry): void {
    const path = virtualRoot + entry.projectPath;
    editor.write(path, '');
    entries.delete(entry.projectPath);
    byLowerCase.delete(entry.projectPath.toLowerCase());
    for (const folder of foldersOf(entry.projectPath)) {
      const other = [...entries.keys()].find((key) => key.toLowerCase().startsWith(`${folder}/`));
      if (other === undefined) folders.delete(folder);
      else folders.set(folder, other);
    }
  }

  function face({ backend, outputDir, templates, writer }: FaceOptions): Tree {
    const inProject = (path: string): string => posix.join(outputDir, path);
    const renderer = renderers.get(templates.href) ?? createRenderer(templates, ejs, seen);
    renderers.set(templates.href, renderer);

    function find(path: string, verb: string): Entry {
      checkPath(path, writer);
      const entry = entries.get(inProject(path));
      if (entry !== undefined) return entry;
      throw refusal(
        'DZL312',
        `${writer} cannot ${verb} ${path}: nobody has written it`,
        `run after the generator that writes it, or ask tree.exists first`,
      );
    }

    const tree: Tree = {
      write(path, contents, options = {}) {
        checkPath(path, writer);
        const binary = typeof contents !== 'string';
        const formatted = options.formatted === true;
        add({ path, projectPath: inProject(path), backend, writer, options, binary, formatted }, contents);
      },
      render(template, path, values, options) {
        tree.write(path, renderer.render(template, values), options);
      },
      renderText: (template, values) => renderer.render(template, values),
      update(path, change) {
        const entry = find(path, 'change');
        put(entry.projectPath, change(String(contentsOf(entry))));
        entry.binary = false;
        entry.formatted = false;
      },
      setMode(path, mode) {
        const entry = find(path, 'change');
        entry.options = { ...entry.options, mode };
      },
      remove: (path) => drop(find(path, 'remove')),
      exists: (path) => entries.has(inProject(path)),
      read: (path) => contentsText(contentsOf(find(path, 'read'))),
      files: () =>
        sorted(entries.values())
          .filter((entry) => entry.backend === backend)
          .map(stored),
    };
    return tree;
  }

  return {
    face,
    files: () => sorted(entries.values()).map(stored),
    find: (projectPath) => {
      const entry = entries.get(projectPath);
      return entry && stored(entry);
    },
    nextFiles: () => sorted(entries.values()).map((entry) => nextFile(stored(entry))),
    written: (backend, writer) =>
      sorted(entries.values())
        .filter((entry) => entry.backend === backend && entry.writer === writer)
        .map(({ path }) => path),
    setFormatted(projectPath, text) {
      const entry = entries.get(projectPath);
      if (entry === undefined) return;
      put(projectPath, text);
      entry.formatted = true;
    },
  };
}

function nextFile(file: StoredFile): NextFile {
  return {
    path: file.projectPath,
    contents: typeof file.contents === 'string' ? Buffer.from(file.contents) : file.contents,
    mode: file.mode ?? 0o644,
    once: file.once ?? null,
    ...(file.absorbs ? { absorbs: file.absorbs } : {}),
    backend: file.backend,
    identity: `${file.backend}/${file.writer}/${file.subject ?? '-'}/${file.role ?? (file.subject === undefined ? file.path : posix.basename(file.path))}`,
  };
}

function sorted(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => (a.projectPath < b.projectPath ? -1 : 1));
}

function foldersOf(path: string): string[] {
  const parts = path.toLowerCase().split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function contentsText(contents: string | Uint8Array): string {
  return typeof contents === 'string' ? contents : Buffer.from(contents).toString('utf8');
}

function nameWriter(entry: Entry, other: Entry): string {
  return entry.backend === other.backend ? entry.writer : `${entry.writer} of ${entry.backend}`;
}

function refusal(code: DiagnosticCode, message: string, fix: string): DazzleError {
  return new DazzleError(diagnose(code, { message, fix }));
}
