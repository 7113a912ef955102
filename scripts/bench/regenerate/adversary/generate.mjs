import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { hashOf } from '../build-versions.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
/** Where everything that the benchmark keeps lies; one folder a process, so that two runs do not meet. */
export const scratch = process.env.ADVERSARY_DIR ?? join(root, '.tmp', 'adversary');

const entry = `
export { loadProject } from './lib/load-project.ts';
export { loadRegistry } from './lib/cli/built-in-backends.ts';
export { runTreePhases } from './lib/backend/run-tree-phases.ts';
export { declaredRenames } from './lib/spec/renames.ts';
export { hasErrors } from './lib/diagnostics/diagnostic.ts';
export { pairRenames } from './lib/plan/pair-renames.ts';
export { inWords } from './lib/words/phrases.ts';
export { plural } from './lib/words/plural.ts';
export { joinRegions, mergeText } from './lib/plan/merge/index.ts';
`;

/** Bundles dazzle from its source and loads it. A module's own address stays that of its source, where its templates are found. */
export async function loadDazzle() {
  const outfile = join(scratch, `dazzle-${process.pid}.mjs`);
  const done = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    metafile: true,
    plugins: [{ name: 'keep-addresses', setup: keepAddresses }],
  });
  const dazzle = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const generating = Object.keys(done.metafile.inputs)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, hashOf(readFileSync(join(root, file)))]);
  const stampOf = (files) => hashOf(files.map(([, hash]) => hash).join() + templateStamp());
  return {
    ...dazzle,
    /** Of what makes the files, and of that and what merges them. */
    stamp: stampOf(generating.filter(([file]) => !file.startsWith('lib/plan/'))),
    mergeStamp: stampOf(generating),
  };
}

function keepAddresses({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    ),
    loader: 'ts',
  }));
}

function templateStamp() {
  const folder = join(root, 'templates');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => hashOf(readFileSync(join(file.parentPath ?? file.path, file.name))))
    .join();
}

const silent = { phase() {}, diagnostic() {}, planned() {}, step() {}, progress() {} };
const nobody = { interactive: false, answer: () => Promise.reject(new Error('asked')) };

/**
 * Generates all files of a spec in memory; null where the spec has errors. Versions are kept until dazzle changes.
 *
 * @param sources the spec's files, by name
 * @returns the texts that a user may edit, with their identities, by path in the output folder, those that belong to dazzle
 *   (`owned`), and the declared renames
 */
export async function generateVersion(dazzle, sources, backends) {
  const cached = join(
    scratch,
    'versions',
    `${hashOf(`${dazzle.stamp}${backends.join()}${JSON.stringify(sources)}`)}.json`,
  );
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8'));
  const version = await generate(dazzle, sources, backends);
  mkdirSync(dirname(cached), { recursive: true });
  writeFileSync(cached, JSON.stringify(version));
  return version;
}

async function generate(dazzle, sources, backends) {
  const projectDir = join(scratch, `project-${process.pid}`);
  rmSync(join(projectDir, 'dsl'), { recursive: true, force: true });
  mkdirSync(join(projectDir, 'dsl'), { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(projectDir, 'dsl', name), text);
  writeFileSync(
    join(projectDir, 'dazzle.toml'),
    `[project]\nname = "tracker"\nversion = "0.1.0"\nroot = "tracker"\n[modules]\npaths = ["./dsl"]\n[output]\ndir = "apps"\n[stack]\nbackends = ${JSON.stringify(backends)}\n`,
  );
  const registry = await dazzle.loadRegistry();
  const { manifest, spec, diagnostics } = await dazzle.loadProject(projectDir, registry);
  if (spec === null || dazzle.hasErrors(diagnostics)) return null;
  const phases = await dazzle.runTreePhases({
    backends: registry.select(backends),
    spec,
    manifest,
    projectDir,
    outputDir: 'apps',
    set: {},
    yes: true,
    skipHooks: [],
    diskHooks: false,
    renames: [],
    prompter: nobody,
    reporter: silent,
    signal: new AbortController().signal,
  });
  if (dazzle.hasErrors(phases.diagnostics)) return null;
  await phases.saveCaches();
  const [files, owned, identities] = [{}, {}, {}];
  for (const { path, contents, once, absorbs, identity } of phases.store.nextFiles()) {
    const text = Buffer.from(contents).toString('utf8');
    if (once === 'secret' || text.includes('\0') || text.includes('\uFFFD')) continue;
    const name = path.replace(/^apps\//, '');
    if (absorbs) owned[name] = text;
    else [files[name], identities[name]] = [text, identity];
  }
  return { files, owned, identities, renames: dazzle.declaredRenames(spec) };
}

/** The path that each file of the new version had before, and the renames as a build gives them to the merge. */
export function pairVersions(dazzle, base, next) {
  const list = ({ files, identities }) =>
    Object.entries(files).map(([path, text]) => {
      const contents = Buffer.from(text);
      return { path, identity: identities[path], contents, base: { contents } };
    });
  const moved = dazzle.pairRenames(list(base), list(next), next.renames);
  return {
    renames: next.renames.map((rename) => ({
      ...rename,
      plurals: [rename.from, rename.to].map((name) => dazzle.plural(dazzle.inWords(name))),
    })),
    pairs: Object.keys(next.files)
      .map((path) => [moved.get(path)?.path ?? path, path])
      .filter(([before]) => base.files[before] !== undefined),
  };
}
