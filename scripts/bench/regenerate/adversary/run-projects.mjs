import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratch } from './generate.mjs';
import { python } from './read.mjs';

const importAll = `
import importlib, pathlib, django
django.setup()
for path in sorted(pathlib.Path("app").rglob("*.py")):
    importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
`;

/**
 * Whether a project stands with one of its files replaced: Django compiles, imports every module and passes `manage.py check`;
 * Node reads the file. Only what stood with the user's file before and stands as the new version is asked of the merge.
 */
export function standsAfter(pair, versions, merged) {
  const before = whatFails(pair.path, { ...versions.base, [pair.path]: pair.mine });
  const fresh = whatFails(pair.nextPath, versions.next);
  if (before !== undefined || fresh !== undefined) return { isJudged: false };
  return { isJudged: true, why: whatFails(pair.nextPath, { ...versions.next, [pair.nextPath]: merged }) };
}

/** What goes wrong first in a project, or undefined. */
function whatFails(path, files) {
  const dir = join(scratch, `run-${process.pid}`);
  rmSync(dir, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  try {
    if (path.endsWith('.js')) return failureOf(process.execPath, ['--check', join(dir, path)], dir);
    if (!/\\.(py|html)$/.test(path)) return undefined;
    const project = join(dir, path.split('/')[0]);
    return (
      failureOf(python, ['-m', 'compileall', '-q', '.'], project) ??
      failureOf(python, ['-c', importAll], project) ??
      failureOf(python, ['manage.py', 'check'], project)
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function failureOf(command, args, cwd) {
  const env = {
    PATH: process.env.PATH,
    DJANGO_SETTINGS_MODULE: 'config.settings',
    DEBUG: 'true',
    SECRET_KEY: 'of the benchmark',
    DATABASE_URL: 'sqlite://:memory:',
  };
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  return done.status === 0 ? undefined : (done.stderr + done.stdout).trim().split('\\n').at(-1);
}
