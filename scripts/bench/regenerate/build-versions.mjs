import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { baseSpec, writeSpec } from './spec-model.mjs';

const left =
  /(^|\/)(\.env|\.admin_credentials|node_modules|\.venv|db\.sqlite3|\.git|\.dazzle)(\/|$)|\.(png|ico|woff2?)$/;

/**
 * Builds the spec as each evolution leaves it, with every backend, and gives the files and identities of each version
 * by backend and path; `plain` are the files without the evolution's renames. Versions are kept in `cacheDir` until
 * dazzle changes.
 *
 * @param readIdentities gives the identities in a project's baseline, by path
 */
export async function buildVersions(root, cacheDir, backends, evolutions, readIdentities) {
  const dist = join(root, 'dist');
  const stamp = hashOf(
    listFiles(dist)
      .map((file) => `${file} ${statSync(join(dist, file)).size} ${hashOf(readFileSync(join(dist, file)))}`)
      .join('\n'),
  );
  const build = async (evolution, moves = true) => {
    if (evolution?.rewrite) {
      const base = await build(undefined);
      return { ...base, files: evolution.rewrite(base.files) };
    }
    const spec = baseSpec();
    evolution?.change(spec);
    if (moves) evolution?.move?.(spec);
    const dsl = writeSpec(spec);
    const cached = join(cacheDir, `${hashOf(`with identities ${stamp}${backends.join()}${dsl}`)}.json`);
    if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8'));
    const project = join(cacheDir, 'project');
    const files = buildOnce(root, project, backends, dsl, evolution?.name ?? 'base');
    const version = { files, identities: await readIdentities(project) };
    writeFileSync(cached, JSON.stringify(version));
    return version;
  };
  mkdirSync(cacheDir, { recursive: true });
  const next = [];
  for (const evolution of evolutions) {
    const version = await build(evolution);
    const plain = evolution.move ? (await build(evolution, false)).files : version.files;
    next.push({ evolution, ...version, plain });
  }
  return { base: await build(undefined), next };
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
