import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from '../build-versions.mjs';
import { scratch } from './generate.mjs';

/** How the projects of each backend are installed, once for all that need the same, and run their own tests. */
const stacks = {
  django_micro: {
    needs: ['requirements.txt'],
    install: [
      ['python3', '-m', 'venv', '.venv'],
      ['.venv/bin/pip', 'install', '-q', '-r', 'requirements.txt'],
    ],
    installed: '.venv',
    steps: [
      ['.venv/bin/python', 'manage.py', 'check'],
      ['.venv/bin/python', 'manage.py', 'makemigrations', '-v0', '--noinput'],
      ['.venv/bin/python', 'manage.py', 'test', '--failfast'],
    ],
    env: { SECRET_KEY: 'of the benchmark', DATABASE_URL: 'sqlite://:memory:' },
  },
  express_micro: {
    needs: ['package.json'],
    install: [['npm', 'install', '--silent', '--no-audit', '--no-fund']],
    installed: 'node_modules',
    steps: [['npm', 'test', '--silent']],
    env: {},
  },
};

/**
 * Whether a project passes its own tests with one of its files replaced. Only what passed with the user's file before,
 * and passes as the new version, is asked of the merge.
 */
export function standsAfter(pair, versions, merged) {
  const [backend] = pair.backend;
  const before = whatFails(backend, { ...versions.base, [pair.path]: pair.mine });
  if (before !== undefined || failureOfNew(backend, versions.next) !== undefined) return { isJudged: false };
  return { isJudged: true, why: whatFails(backend, { ...versions.next, [pair.nextPath]: merged }) };
}

const known = new Map();

/** What goes wrong in a version as it was generated, which many pairs share. */
function failureOfNew(backend, files) {
  const key = hashOf(JSON.stringify(files));
  if (!known.has(key)) known.set(key, whatFails(backend, files));
  return known.get(key);
}

/** What goes wrong first in a project, or undefined. */
function whatFails(backend, files) {
  const { installed, steps, env } = stacks[backend];
  const dir = join(scratch, `run-${process.pid}`);
  const project = join(dir, backend);
  rmSync(dir, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  try {
    symlinkSync(join(environmentOf(backend, files), installed), join(project, installed));
    for (const [command, ...args] of steps) {
      const failure = failureOf(command, args, project, env);
      if (failure !== undefined) return failure;
    }
    return undefined;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A folder with what the projects of a backend need, kept between runs. */
function environmentOf(backend, files) {
  const { needs, install } = stacks[backend];
  const texts = needs.map((name) => files[`${backend}/${name}`]);
  const dir = join(scratch, `installed-${backend}-${hashOf(texts.join()).slice(0, 12)}`);
  if (existsSync(join(dir, 'ready'))) return dir;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  needs.forEach((name, at) => writeFileSync(join(dir, name), texts[at]));
  for (const [command, ...args] of install) {
    const failure = failureOf(command, args, dir, process.env);
    if (failure !== undefined) throw new Error(`${backend} cannot be installed: ${failure}`);
  }
  writeFileSync(join(dir, 'ready'), '');
  return dir;
}

function failureOf(command, args, cwd, env) {
  const { PATH, HOME } = process.env;
  const done = spawnSync(command.startsWith('.') ? join(cwd, command) : command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, ...env },
    maxBuffer: 64 << 20,
  });
  return done.status === 0 ? undefined : (done.stderr + done.stdout).trim().split('\n').slice(-40).join('\n');
}
