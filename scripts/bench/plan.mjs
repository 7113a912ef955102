// What planning and committing cost over a large tree, as ratios to the floor: `node scripts/bench/plan.mjs [files]`.
// The floor of a build that changes nothing is reading and hashing the same bytes; that of a first build is writing them.
import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const count = Number(process.argv[2] ?? 10_000);
const ROUNDS = 5;

const scratch = mkdtempSync(join(tmpdir(), 'dazzle-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
buildSync({
  stdin: {
    contents: `
      export { planChanges } from './lib/plan/plan-changes.ts';
      export { settlePlan } from './lib/plan/settle-plan.ts';
      export { readBaseline } from './lib/plan/read-baseline.ts';
      export { commitPlan } from './lib/commit/commit-plan.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: join(scratch, 'bench.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['ignore', 'web-tree-sitter', 'diff'],
  logLevel: 'error',
});
mkdirSync(join(scratch, 'node_modules'), { recursive: true });
const { planChanges, settlePlan, readBaseline, commitPlan } = await import(
  pathToFileURL(join(scratch, 'bench.mjs')).href
);

const output = { backend: 'bench', outputDir: 'apps/bench' };
const line = (file, at) => `    field_${at} = models.CharField("Field ${at} of ${file}", max_length=200)\n`;
const textOf = (file) =>
  `class Thing${file}:\n${Array.from({ length: 30 }, (_, at) => line(file, at)).join('')}`;
const next = Array.from({ length: count }, (_, file) => {
  const entity = `Thing${Math.floor(file / 10)}`;
  return {
    path: `apps/bench/${entity.toLowerCase()}/file_${file % 10}.py`,
    contents: Buffer.from(textOf(file)),
    mode: 0o644,
    once: null,
    backend: 'bench',
    identity: `bench/things/entity:${entity}/file_${file % 10}.py`,
  };
});
const bytes = next.reduce((sum, file) => sum + file.contents.length, 0);

/** The least of several rounds, in microseconds of processor time: other processes do not count. */
async function time(work, rounds = ROUNDS) {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    await work(round);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}

const writeFloor = await time((round) => {
  const folder = join(scratch, `floor${round}`);
  const made = new Set();
  for (const file of next) {
    const path = join(folder, file.path);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, file.contents);
  }
}, 2);

const projectDir = join(scratch, 'project');
mkdirSync(projectDir);
const build = async () => {
  const plan = await planChanges({ projectDir, next, outputs: [output], version: '0' });
  return settlePlan(plan, { policy: 'fail' });
};
const first = await time(async () => commitPlan(await build()), 1);

const readFloor = await time(() => {
  for (const file of next) {
    createHash('sha256')
      .update(readFileSync(join(projectDir, file.path)))
      .digest();
  }
});
const baseline = await time(() => readBaseline(projectDir));
const same = await time(async () => {
  const { operations, bookkeeping } = await build();
  if (operations.length + bookkeeping.length > 0) throw new Error('a build that changes nothing would write');
});

const ratio = (value, floor) => `${(value / floor).toFixed(2)}`;
if (process.env.VERBOSE) console.log({ writeFloor, first, readFloor, baseline, same });
console.log(`${count} files, ${(bytes / 1e6).toFixed(1)} MB`);
console.log(
  `first build, plan and commit, to writing the same bytes:             ${ratio(first, writeFloor)}`,
);
console.log(`build that changes nothing, to reading and hashing the same bytes:   ${ratio(same, readFloor)}`);
console.log(
  `reading the baseline alone, to the same:                             ${ratio(baseline, readFloor)}`,
);
