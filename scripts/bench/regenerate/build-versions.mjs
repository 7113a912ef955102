import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { baseSpec, writeSpec } from './spec-model.mjs';

const left =
  /(^|\/)(\.env|\.admin_credentials|node_modules|\.venv|db\.sqlite3|\.git|\.dazzle)(\/|$)|\.(png|ico|woff2?)$/;

/**
 * Builds the spec as each evolution leaves it, with every backend, and gives the files of each version by
 * backend and path. Versions are kept in `cacheDir` until dazzle changes.
 */
export function buildVersions(root, cacheDir, backends, evolutions) {
  const dist = join(root, 'dist');
  const stamp = hashOf(
    listFiles(dist)
      .map((file) => `${file} ${statSync(join(dist, file)).size} ${hashOf(readFileSync(join(dist, file)))}`)
      .join('\n'),
  );
  const build = (evolution) => {
    if (evolution?.rewrite) return evolution.rewrite(build(undefined));
    const spec = baseSpec();
    evolution?.change(spec);
    const dsl = writeSpec(spec);
    const cached = join(cacheDir, `${hashOf(stamp + backends.join() + dsl)}.json`);
    if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8'));
    const version = buildOnce(root, join(cacheDir, 'project'), backends, dsl, evolution?.name ?? 'base');
    writeFileSync(cached, JSON.stringify(version));
    return version;
  };
  mkdirSync(cacheDir, { recursive: true });
  return {
    base: build(undefined),
    next: evolutions.map((evolution) => ({ evolution, files: build(evolution) })),
  };
}

function buildOnce(root, project, backends, dsl, name) {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, 'dsl'), { recursive: true });
  writeFileSync(join(project, 'dsl', 'app.dsl'), dsl);
  writeFileSync(
    join(project, 'dazzle.toml'),
    `[project]\nname = "tracker"\nversion = "0.1.0"\nroot = "tracker"\n[modules]\npaths = ["./dsl"]\n[output]\ndir = "apps"\n[stack]\nbackends = ${JSON.stringify(backends)}\n`,
  );
  const done = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli', 'main.js'), 'build', '--yes', '--no-disk-hooks', '--quiet'],
    { cwd: project, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`The build of “${name}” failed:\n${done.stdout}${done.stderr}`);
  const files = {};
  for (const file of listFiles(join(project, 'apps'))) {
    const text = readFileSync(join(project, 'apps', file), 'utf8');
    if (!text.includes('\0') && !text.includes('\uFFFD')) files[file] = text;
  }
  return files;
}

function listFiles(dir, top = dir) {
  return readdirSync(dir, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (left.test(relative(top, path))) return [];
      return entry.isDirectory() ? listFiles(path, top) : [relative(top, path).replaceAll('\\', '/')];
    });
}

export function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
