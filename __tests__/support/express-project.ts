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
import { basename, join } from 'node:path';
import type { AppSpec } from '../../lib/index.ts';
import { commandLine, runCommand, type Ended } from './django-project.ts';
import type { Sample } from './samples.ts';
import { serve, type Server } from './serve.ts';
import { editFile, readSpecFolder } from './spec-folder.ts';

/** A dazzle project with an Express application, in a temporary folder. */
export interface ExpressProject {
  readonly folder: string;
  readonly app: string;
  /** Runs the built command line in the project. */
  dazzle(args: readonly string[], env?: Readonly<Record<string, string>>): Ended;
  /** Runs a program in the application's folder. */
  run(command: string, args: readonly string[], env?: Record<string, string>): Ended;
  spec(): AppSpec;
  edit(path: string, from: string, to: string): void;
  read(path: string): string;
  serve(): Promise<Server>;
  password(): string;
  remove(): void;
}

/** Makes a project from spec files. With a shared environment, `link()` puts installed dependencies into the built application. */
export function makeExpressProject({ files, root, environment }: Sample): ExpressProject {
  const folder = mkdtempSync(join(tmpdir(), 'dazzle-express-'));
  const app = join(folder, 'apps', 'express_micro');
  mkdirSync(join(folder, 'dsl'));
  for (const file of files) cpSync(file, join(folder, 'dsl', basename(file)));
  const rootLine = root === undefined ? '' : `root = "${root}"\n`;
  writeFileSync(
    join(folder, 'dazzle.toml'),
    `[project]\nname = "acceptance"\n${rootLine}\n[stack]\nname = "express_micro"\n`,
  );
  const project: ExpressProject = {
    folder,
    app,
    dazzle(args, env = {}) {
      const ended = runCommand(process.execPath, [commandLine, ...args], { cwd: folder, env });
      if (
        environment !== 'own' &&
        existsSync(join(app, 'package.json')) &&
        !existsSync(join(app, 'node_modules'))
      ) {
        symlinkSync(
          sharedModules(readFileSync(join(app, 'package.json'), 'utf8')),
          join(app, 'node_modules'),
        );
      }
      return ended;
    },
    run: (command, args, env = {}) => runCommand(command, args, { cwd: app, env }),
    spec: () => readSpecFolder(folder, root),
    edit: (path, from, to) => editFile(folder, path, from, to),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    serve: () =>
      serve(
        (port) => ({
          file: process.execPath,
          args: ['src/server.js'],
          env: { NODE_ENV: 'development', PORT: String(port) },
        }),
        app,
      ),
    password: () => /^Password: (.*)$/m.exec(project.read('apps/express_micro/.admin_credentials'))![1]!,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return project;
}

/** Installed dependencies of a `package.json`, kept between runs. */
function sharedModules(manifest: string): string {
  const { dependencies, devDependencies } = JSON.parse(manifest) as Record<
    'dependencies' | 'devDependencies',
    object
  >;
  const key = createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies]))
    .digest('hex')
    .slice(0, 12);
  const folder = join(tmpdir(), `dazzle-modules-${key}`);
  if (!existsSync(join(folder, 'ready'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies, devDependencies }),
    );
    const ended = runCommand('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
      cwd: folder,
    });
    if (ended.status !== 0) throw new Error(`npm install failed: ${ended.output}`);
    writeFileSync(join(folder, 'ready'), '');
  }
  return join(folder, 'node_modules');
}
