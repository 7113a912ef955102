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
  /** Files whose formatted text an earlier build left in the cache. */
  readonly known: number;
  /** One DZL315 a file that no formatter could read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is formatted, and with what. */
export interface FormatOptions {
  /** Only this backend's files. */
  readonly backend?: string;
  readonly cache?: FormatCache;
  readonly formatterOf?: FormatterOf;
  /** The formatted text of a file where it is known already; `hash` is made of its text, its formatter and the settings. */
  readonly unchanged?: (file: StoredFile, hash: string) => string | undefined;
}

/** Formats a text; throws where the text is not valid in its language. */
export type FormatText = (text: string) => string | Promise<string>;

/** A formatter that a backend brings along. */
export interface Formatter {
  /** The version of the formatter: where it changes, every file is formatted again in place of being taken from the cache. */
  readonly version: string;
  load(): FormatText | Promise<FormatText>;
}

/** The formatter that a backend brings for a file of its own; undefined where it brings none. */
export type FormatterOf = (file: Pick<StoredFile, 'backend' | 'path'>) => Formatter | undefined;

const prettierFile = /\.(?:[cm]?[jt]s|[jt]sx|json|css|md|ya?ml)$/;

/**
 * Formats the store's JavaScript, TypeScript, JSON, CSS, Markdown and YAML with Prettier and its Python with Ruff, by the
 * settings in the backend's own `.prettierrc.json` and `ruff.toml` or `pyproject.toml`. Where the backend brings a formatter for
 * a file, that one is used. Texts marked as formatted, secrets and files without a formatter (HTML, EJS views) stay as they are.
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
    const choice = chooseFormatter(file, settingsOf(file.backend), options.formatterOf);
    if (choice === null) continue;
    const hash = hashOf(file, choice);
    const earlier = options.unchanged?.(file, hash) ?? options.cache?.get(hash);
    if (earlier !== undefined) {
      known++;
      options.cache?.set(hash, earlier);
      store.setFormatted(file.projectPath, earlier);
      continue;
    }
    formatted++;
    try {
      const format = await choice.load();
      const text = await format(file.contents);
      options.cache?.set(hash, text);
      store.setFormatted(file.projectPath, text);
    } catch (error) {
      diagnostics.push(unreadable(file, error));
    }
  }
  return { formatted, known, diagnostics };
}

/** Formats a text as the store's file at the same path is formatted; null where there is no such file, or no formatter can read the text. */
export function formatLike(
  store: TreeStore,
  formatterOf?: FormatterOf,
): (projectPath: string, text: string) => Promise<string | null> {
  let settingsOf: ReturnType<typeof readSettings> | undefined;
  return async (projectPath, text) => {
    const file = store.find(projectPath);
    if (file === undefined) return null;
    settingsOf ??= readSettings(store.files());
    const choice = chooseFormatter(file, settingsOf(file.backend), formatterOf);
    if (choice === null) return null;
    try {
      const format = await choice.load();
      return await format(text);
    } catch {
      return null;
    }
  };
}

/** Makes a backend's formatter throw where it gives no string, or leaves nothing of a text. */
function checkFormatted(format: FormatText): FormatText {
  return async (text) => {
    const formatted: unknown = await format(text);
    if (typeof formatted !== 'string') throw new Error('the formatter gave no text');
    if (formatted.trim() === '' && text.trim() !== '')
      throw new Error('the formatter left nothing of the text');
    return formatted;
  };
}

/** A formatter with all that its output depends on, other than the text. */
interface FormatterChoice {
  readonly versions: string;
  readonly kind: string;
  readonly settings: object;
  load(): FormatText | Promise<FormatText>;
}

function chooseFormatter(
  file: StoredFile,
  settings: Settings,
  formatterOf: FormatterOf | undefined,
): FormatterChoice | null {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const own = formatterOf?.(file);
  if (own)
    return {
      versions: own.version,
      kind: name,
      settings: {},
      load: async () => checkFormatted(await own.load()),
    };
  const versions = builtInVersions();
  const { python, prettier } = settings;
  if (file.path.endsWith('.py'))
    return { versions, kind: 'py', settings: python, load: () => loadRuff(python) };
  if (!prettierFile.test(file.path)) return null;
  return { versions, kind: name, settings: prettier, load: () => loadPrettier(file.path, prettier) };
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

function builtInVersions(): string {
  if (versions !== undefined) return versions;
  const require = createRequire(import.meta.url);
  versions = ['prettier', '@wasm-fmt/ruff_fmt']
    .map((name) => (require(`${name}/package.json`) as { version: string }).version)
    .join(' ');
  return versions;
}

/** The formatter's version is part of the hash, so that its update formats every file again. */
function hashOf(file: StoredFile, { versions, kind, settings }: FormatterChoice): string {
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
