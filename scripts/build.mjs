// Bundles dazzle for Node: `node scripts/build.mjs [--no-types] [--source-maps] [--out DIR]`.
// Every generator is an entry point of its own, so that its `new URL('../../templates/<name>/', import.meta.url)`
// means the same from source and from dist, and commands load only what they use.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv.indexOf('--out');
const dist = out < 0 ? join(root, 'dist') : resolve(process.argv[out + 1]);
/** Put in place of dist as a whole, when all went well. */
const staging = join(root, '.tmp', `dist-${process.pid}`);
process.on('exit', () => rmSync(staging, { recursive: true, force: true }));

const generators = readdirSync(join(root, 'generators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'generators', entry.name, 'index.ts')))
  .map((entry) => join(root, 'generators', entry.name, 'index.ts'));

const library = join(root, 'lib', 'index.ts');

const shared = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  logLevel: 'warning',
  legalComments: 'none',
  sourcemap: process.argv.includes('--source-maps') ? 'external' : false,
};

await build({
  ...shared,
  entryPoints: [
    { in: join(root, 'lib', 'cli', 'main.ts'), out: 'cli/main' },
    ...(existsSync(library) ? [{ in: library, out: 'lib/index' }] : []),
    ...generators.map((file) => ({
      in: file,
      out: file
        .slice(root.length + 1)
        .replaceAll('\\', '/')
        .replace(/\.ts$/, ''),
    })),
  ],
  outdir: staging,
  chunkNames: 'chunks/[name]-[hash]',
});

chmodSync(join(staging, 'cli', 'main.js'), 0o755);
if (existsSync(join(root, 'templates'))) {
  cpSync(join(root, 'templates'), join(staging, 'templates'), { recursive: true });
}

if (!process.argv.includes('--no-types')) {
  const tsc = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '-p',
      'tsconfig.types.json',
      '--outDir',
      join(staging, 'types'),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}

const replaced = `${staging}-replaced`;
for (let attempt = 1; ; attempt++) {
  if (existsSync(dist)) renameSync(dist, `${replaced}-${attempt}`);
  rmSync(`${replaced}-${attempt}`, { recursive: true, force: true });
  try {
    renameSync(staging, dist);
    break;
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' || attempt === 5) throw error;
  }
}
