import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppSpec } from '../../lib/index.ts';
import { serve, type Server } from './serve.ts';
import { editFile, readSpecFolder } from './spec-folder.ts';

/** The checkout's root. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The built command line; `DAZZLE_CLI` names another copy. */
export const commandLine = process.env['DAZZLE_CLI'] ?? join(repository, 'dist', 'cli', 'main.js');

/** How a command ended. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  /** Both streams. */
  readonly output: string;
}

/** A dazzle project with a Django application, in a temporary folder. */
export interface DjangoProject {
  readonly folder: string;
  readonly app: string;
  /** Runs the built command line in the project. */
  dazzle(args: readonly string[], env?: Readonly<Record<string, string>>): Ended;
  /** Runs `manage.py` in the application's virtual environment. */
  manage(
    args: readonly string[],
    options?: { readonly input?: string; readonly env?: Record<string, string> },
  ): Ended;
  /** Runs Python code with Django set up, and gives what it printed. */
  python(code: string): string;
  spec(): AppSpec;
  /** Changes a file below the project; `from` must be in it. */
  edit(path: string, from: string, to: string): void;
  read(path: string): string;
  /** Starts the server on a free port. */
  serve(): Promise<Server>;
  password(): string;
  remove(): void;
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {}, input = '' }: { cwd: string; env?: Record<string, string | undefined>; input?: string },
): Ended {
  const ended = spawnSync(command, args, {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 64 << 20,
  });
  return {
    status: ended.status ?? 127,
    stdout: ended.stdout ?? '',
    output: `${ended.stdout ?? ''}${ended.stderr ?? ''}`,
  };
}

/** A virtual environment with what the applications need, kept between runs. */
function sharedEnvironment(requirements: string): string {
  const key = createHash('sha256').update(requirements).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `dazzle-django-${key}`);
  if (existsSync(join(folder, 'ready'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'requirements.txt'), requirements);
  for (const [command, args] of [
    ['python3', ['-m', 'venv', '.']],
    ['bin/python', ['-m', 'pip', 'install', '-q', '-r', 'requirements.txt']],
  ] as const) {
    const path = command === 'python3' ? command : join(folder, command);
    const ended = runCommand(path, args, { cwd: folder });
    if (ended.status !== 0) throw new Error(`no virtual environment: ${ended.output}`);
  }
  writeFileSync(join(folder, 'ready'), '');
  return folder;
}

/** Makes a project of the micro stack from spec files; `environment: 'shared'` gives it an installed `.venv` in advance. */
export function makeProject(
  sources: readonly string[],
  { root, environment = 'shared' }: { readonly root?: string; readonly environment?: 'shared' | 'own' } = {},
): DjangoProject {
  const folder = mkdtempSync(join(tmpdir(), 'dazzle-project-'));
  const app = join(folder, 'apps', 'django_micro');
  mkdirSync(join(folder, 'dsl'), { recursive: true });
  for (const source of sources) cpSync(source, join(folder, 'dsl', source.split('/').at(-1)!));
  writeFileSync(
    join(folder, 'dazzle.toml'),
    [
      '[project]',
      'name = "acceptance"',
      'version = "0.1.0"',
      ...(root === undefined ? [] : [`root = "${root}"`]),
      '[modules]',
      'paths = ["./dsl"]',
      '[output]',
      'dir = "apps"',
      '[stack]',
      'name = "micro"',
      '',
    ].join('\n'),
  );
  if (environment === 'shared') {
    const templates = join(repository, 'templates', 'django_micro');
    const lines = ['requirements.txt.ejs', 'requirements-dev.txt.ejs'].map((name) =>
      readFileSync(join(templates, name), 'utf8').replace(/^-r .*\n/m, ''),
    );
    mkdirSync(app, { recursive: true });
    symlinkSync(sharedEnvironment(lines.join('')), join(app, '.venv'));
  }
  return projectIn(folder, app, root);
}

function projectIn(folder: string, app: string, root: string | undefined): DjangoProject {
  const python = join(app, '.venv', 'bin', 'python');
  const project: DjangoProject = {
    folder,
    app,
    dazzle: (args, env = {}) =>
      runCommand(process.execPath, [commandLine, ...args], {
        cwd: folder,
        env,
      }),
    manage: (args, options = {}) => runCommand(python, ['manage.py', ...args], { cwd: app, ...options }),
    python(code) {
      const ended = project.manage(['shell', '-v0'], { input: code });
      if (ended.status !== 0) throw new Error(ended.output);
      return ended.stdout.trim();
    },
    spec: () => readSpecFolder(folder, root),
    edit: (path, from, to) => editFile(folder, path, from, to),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    serve: () =>
      serve(
        (port) => ({ file: python, args: ['manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`] }),
        app,
      ),
    password: () => /^Password: (.*)$/m.exec(project.read('apps/django_micro/.admin_credentials'))![1]!,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return project;
}
