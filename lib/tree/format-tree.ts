import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Options } from 'prettier';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { StoredFile, TreeStore } from './create-tree.ts';
import type { FormatCache } from './format-cache.ts';

/** What formatting did. */
export interface FormatOutcome {
  /** Files that a formatter looked at in this call. */
  readonly formatted: number;
  /** Files whose formatted text was known already. */
  readonly known: number;
  /** One DZL315 a file that no formatter could read. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormatOptions {
  /** Only this backend's files. */
  readonly backend?: string;
  readonly cache?: FormatCache;
  /** The formatted text of a file where an earlier build made it from the same text: `hash` is that of text, kind and settings. */
  readonly unchanged?: (file: StoredFile, hash: string) => string | undefined;
}

type FormatText = (text: string) => string | Promise<string>;

const prettierFile = /\.(?:[cm]?[jt]s|[jt]sx|json|css|md|ya?ml)$/;

/**
 * Formats the store's JavaScript, TypeScript, JSON, CSS, Markdown and YAML with Prettier and its Python with Ruff, by the
 * settings that the backend's own `.prettierrc.json` and `pyproject.toml` give. Texts marked as formatted, secrets, HTML
 * and EJS views stay as they are.
 */
export async function formatTree(store: TreeStore, options: FormatOptions = {}): Promise<FormatOutcome> {
  const files = store
    .files()
    .filter((file) => options.backend === undefined || file.backend === options.backend);
  const diagnostics: Diagnostic[] = [];
  const settingsOf = readSettings(files);
  let formatted = 0;
  let known = 0;
  for (const file of files) {
    if (file.formatted || file.once === 'secret' || typeof file.contents !== 'string') continue;
    if (!isFormattable(file.path)) continue;
    const isPython = file.path.endsWith('.py');
    const settings = settingsOf(file.backend);
    const hash = hashOf(file, isPython ? settings.python : settings.prettier, isPython);
    const earlier = options.unchanged?.(file, hash) ?? options.cache?.get(hash);
    if (earlier !== undefined) {
      known++;
      options.cache?.set(hash, earlier);
      store.setFormatted(file.projectPath, earlier);
      continue;
    }
    const format = await loadFormatter(file.path, settings);
    formatted++;
    try {
      const text = await format(file.contents);
      options.cache?.set(hash, text);
      store.setFormatted(file.projectPath, text);
    } catch (error) {
      diagnostics.push(unreadable(file, error));
    }
  }
  return { formatted, known, diagnostics };
}

/** Formats one text in the way of the store's file at the same path; null where there is no such file or no formatter reads the text. */
export function formatLike(store: TreeStore): (projectPath: string, text: string) => Promise<string | null> {
  const files = store.files();
  const settingsOf = readSettings(files);
  const byPath = new Map(files.map((file) => [file.projectPath, file]));
  return async (projectPath, text) => {
    const file = byPath.get(projectPath);
    if (file === undefined || !isFormattable(file.path)) return null;
    try {
      return await (
        await loadFormatter(file.path, settingsOf(file.backend))
      )(text);
    } catch {
      return null;
    }
  };
}

function isFormattable(path: string): boolean {
  return path.endsWith('.py') || prettierFile.test(path);
}

function loadFormatter(path: string, settings: Settings): Promise<FormatText> {
  return path.endsWith('.py') ? loadRuff(settings.python) : loadPrettier(path, settings.prettier);
}

interface Settings {
  readonly prettier: Options;
  readonly python: { readonly line_width: number };
}

function readSettings(files: readonly StoredFile[]): (backend: string) => Settings {
  const known = new Map<string, Settings>();
  const textOf = (backend: string, path: string): string => {
    const contents = files.find((file) => file.backend === backend && file.path === path)?.contents;
    return typeof contents === 'string' ? contents : '';
  };
  return (backend) => {
    const found = known.get(backend);
    if (found !== undefined) return found;
    const lineLength = /^line-length\s*=\s*(\d+)/m.exec(
      textOf(backend, 'ruff.toml') || textOf(backend, 'pyproject.toml'),
    );
    const settings: Settings = {
      prettier: readPrettierSettings(textOf(backend, '.prettierrc.json') || textOf(backend, '.prettierrc')),
      python: { line_width: Number(lineLength?.[1] ?? 88) },
    };
    known.set(backend, settings);
    return settings;
  };
}

function readPrettierSettings(text: string): Options {
  try {
    return JSON.parse(text) as Options;
  } catch {
    return { singleQuote: true, printWidth: 100 };
  }
}

let versions: string | undefined;

/** The formatters' versions are part of the hash, so that an update formats anew. */
function hashOf(file: StoredFile, settings: object, isPython: boolean): string {
  const require = createRequire(import.meta.url);
  versions ??= ['prettier', '@wasm-fmt/ruff_fmt']
    .map((name) => (require(`${name}/package.json`) as { version: string }).version)
    .join(' ');
  const kind = isPython ? 'py' : file.path.slice(file.path.lastIndexOf('/') + 1);
  return createHash('sha256')
    .update(JSON.stringify([versions, kind, settings]))
    .update(file.contents)
    .digest('base64url');
}

async function loadPrettier(path: string, settings: Options): Promise<FormatText> {
  const prettier = await import('prettier');
  return (text) => prettier.format(text, { ...settings, filepath: path });
}

async function loadRuff(settings: Settings['python']): Promise<FormatText> {
  const { format } = await import('@wasm-fmt/ruff_fmt');
  return (text) => format(text, undefined, { ...settings, indent_style: 'space', indent_width: 4 });
}

function unreadable(file: StoredFile, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const [first, ...frame] = message.split('\n');
  return diagnose('DZL315', {
    message: `${file.projectPath}, written by ${file.writer}, cannot be formatted: ${first}`,
    fix: `mend what ${file.writer} of ${file.backend} writes, or mark the file as formatted`,
    ...(frame.length === 0 ? {} : { frame: frame.join('\n') }),
  });
}
