import type { AnswerValue, Answers } from '../../lib/index.ts';

/** What `dazzle init` must know to write `dazzle.toml`; `stack` is a preset's name or a list of backends. */
export interface ProjectAnswers {
  readonly name: string;
  /** The root module; null for a spec without a `module` line. */
  readonly root: string | null;
  readonly stack: { readonly preset: string } | { readonly backends: readonly string[] };
  /** Answers to each backend's questions, by the backend's name. */
  readonly answers: Readonly<Record<string, Answers>>;
}

/** The text of `dazzle.toml`. */
export function manifestText({ name, root, stack, answers }: ProjectAnswers): string {
  const tables = [
    [
      '[project]',
      `name = ${toml(name)}`,
      'version = "0.1.0"',
      ...(root === null ? [] : [`root = ${toml(root)}`]),
    ],
    ['[modules]', 'paths = ["./dsl"]'],
    ['[output]', 'dir = "apps"'],
    ['[stack]', 'preset' in stack ? `name = ${toml(stack.preset)}` : `backends = ${toml(stack.backends)}`],
    ...Object.entries(answers)
      .filter(([, values]) => Object.keys(values).length > 0)
      .map(([backend, values]) => [
        `[backends.${backend}]`,
        ...Object.entries(values).map(([key, value]) => `${key} = ${toml(value)}`),
      ]),
  ];
  const heading = '# How dazzle builds this project; what it builds is described in dsl/.';
  return `${heading}\n\n${tables.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function toml(value: AnswerValue): string {
  if (Array.isArray(value)) return `[${value.map((item: string) => toml(item)).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

const ignored: readonly (readonly [heading: string, ...patterns: string[]])[] = [
  [
    '# dazzle: the rest of .dazzle/ belongs in git',
    '.dazzle/lock',
    '.dazzle/journal',
    '.dazzle/stage',
    '.dazzle/undo',
    '.dazzle/cache',
  ],
  ['# installed by the package managers', '.venv/', 'node_modules/', '__pycache__/'],
  ['# secrets and local databases', '.env', '.admin_credentials', '*.sqlite3', '*.sqlite3-*', '*.db'],
];

/**
 * The text of `.gitignore`: the `existing` text (null: there is no file yet), then those of dazzle's patterns
 * that it lacks, with the line ends of the existing text.
 */
export function gitignoreText(existing: string | null): string {
  const present = new Set((existing ?? '').split(/\r?\n/).map((line) => line.trim()));
  const blocks = ignored.flatMap(([heading, ...patterns]) => {
    const missing = patterns.filter((pattern) => !present.has(pattern));
    return missing.length === 0 ? [] : [[heading, ...missing].join('\n')];
  });
  if (existing === null || existing.trim() === '') return `${blocks.join('\n\n')}\n`;
  if (blocks.length === 0) return existing;
  const added = `${existing.endsWith('\n') ? '' : '\n'}\n${blocks.join('\n\n')}\n`;
  return existing + (existing.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added);
}
