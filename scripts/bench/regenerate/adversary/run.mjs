// `npm run bench:regenerate -- --adversary`: random spec changes × edits by the syntax tree, judged by an oracle of its own.
//   --pairs N (300)   --full: 20,000   --seed TEXT (1)   --from N: starts at that number   --backends NAMES   --tools NAMES
//   --kinds NAMES: edits of these kinds alone, without a report
//   --findings DIR: writes each failing triple there   --json FILE: writes the results   --plain: no formatters, no report
//   --jobs N: in so many processes
//   --run N: runs the own tests of N merged projects too
//   --shrink N|all: makes the failing pair of that number, or each, as small as it gets, below .tmp
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../build-versions.mjs';
import { openBench } from './bench.mjs';
import { groupSize } from './pairs.mjs';
import { writeFinding } from './findings.mjs';
import { root, scratch } from './generate.mjs';
import { bad, openResults, sumTool } from './results.mjs';
import { writeHalf } from '../report-halves.mjs';
import { reportForeign } from './report-foreign.mjs';
import { standsAfter } from './run-projects.mjs';
import { shrink } from './shrink.mjs';

const flag = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const wanted = Number(flag('--pairs') ?? (process.argv.includes('--full') ? 20000 : 300));
const seed = flag('--seed') ?? '1';
const plain = process.argv.includes('--plain');
const backends = (flag('--backends') ?? 'django_micro,express_micro').split(',');
const kinds = flag('--kinds')?.split(',');
const failing = [...bad, 'git-right-we-asked'];

if (flag('--jobs')) await runJobs(Number(flag('--jobs')));
const bench = await openBench({ seed, backends, toolNames: flag('--tools')?.split(','), plain, kinds });
const { dazzle, pairs, tools } = bench;
if (bench.missing.length > 0) console.error(`not there: ${bench.missing.join(', ')}`);
const key = [seed, backends, plain, kinds, bench.missing, Object.keys(tools), dazzle.mergeStamp, ownStamp()];
const results = openResults(join(scratch, `results-${hashOf(JSON.stringify(key))}.jsonl`));

if (flag('--part')) await runPart(...flag('--part').split('/').map(Number));
else if (flag('--shrink') && flag('--shrink') !== 'all') await shrinkPair(Number(flag('--shrink')));
else await runAll();
bench.close();

/** Runs this command in parts beside one another, which leave their results for it. */
async function runJobs(count) {
  const options = process.argv.slice(2).filter((_, at, all) => ![all[at], all[at - 1]].includes('--jobs'));
  const parts = Array.from(
    { length: count },
    (_, part) =>
      new Promise((resolve, reject) => {
        const args = [process.argv[1], ...options, '--part', `${part}/${count}`];
        const child = spawn(process.execPath, args, { stdio: 'inherit' });
        child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a part ended with ${code}`))));
      }),
  );
  await Promise.all(parts);
}

/** Runs every so many-th group of pairs; a number may come to no pair, so the last few are left to the whole. */
async function runPart(part, count) {
  const from = Number(flag('--from') ?? 0);
  for (let number = from; number < from + wanted * 1.1; number++)
    if (Math.floor(number / groupSize) % count === part && !results.get(number)) await runPair(number);
}

async function runAll() {
  const done = [];
  for (let number = Number(flag('--from') ?? 0); done.length < wanted; number++) {
    const result = results.get(number) ?? (await runPair(number));
    if (!result.verdicts) continue;
    done.push(result);
    if (done.length % 500 === 0) console.error(`${done.length} pairs`);
  }
  tell(done);
  const run = flag('--run') ? await runProjects(done, Number(flag('--run'))) : undefined;
  if (run) console.log(run);
  if (!plain && !kinds && !flag('--tools')) await report(done, run);
  if (flag('--json')) writeFileSync(flag('--json'), JSON.stringify(done));
  if (flag('--shrink')) {
    for (const { number, verdicts } of done)
      if (failing.includes(verdicts.dazzle?.verdict)) await shrinkPair(number);
  }
}

/** Writes the half of the report that is about foreign edits, with samples of the tools that are slow. */
async function report(done, run) {
  const samples = [];
  for (const [name, size] of [
    ['jostraca', 300],
    ['Copier', 12],
  ]) {
    if (!bench.sampled.includes(name)) continue;
    const verdicts = [];
    const step = Math.max(1, Math.floor(done.length / size));
    for (const { number } of done.filter((_, at) => at % step === 0).slice(0, size)) {
      const { verdict, questions, milliseconds } = await bench.mergeWith(name, await pairs.make(number));
      verdicts.push({ verdicts: { [name]: { verdict, questions, milliseconds } } });
    }
    samples.push({ tool: name, ...sumTool(verdicts, name) });
  }
  const { formatters, missing } = bench;
  const text = reportForeign({
    results: done,
    tools: Object.keys(tools),
    samples,
    seed,
    backends,
    formatters,
    missing,
    run,
  });
  await writeHalf(join(root, 'docs', 'regeneration-benchmark.md'), 'foreign', text);
}

/** Runs the tests of merged projects, for a sample of the pairs that were merged without a question. */
async function runProjects(done, size) {
  const merged = done.filter(
    ({ verdicts, path }) => verdicts.dazzle?.questions === 0 && /\.(py|js|html|ejs)$/.test(path),
  );
  const step = Math.max(1, Math.floor(merged.length / size));
  let judged = 0;
  const fallen = [];
  for (const { number } of merged.filter((_, at) => at % step === 0).slice(0, size)) {
    const pair = await pairs.make(number);
    const { text } = await bench.mergeWith('dazzle', pair);
    const { isJudged, why } = standsAfter(pair, await pairs.filesOf(pair), text);
    if (isJudged) judged++;
    if (why) fallen.push(`${number} ${pair.name}: ${why}`);
  }
  for (const line of fallen) console.log(`does not stand: ${line}`);
  return `Of ${size} projects, ${judged} pass their own tests both with the user’s file before and as the new version; merged, ${judged - fallen.length} of these do, and ${fallen.length} do not.`;
}

async function runPair(number) {
  const pair = await pairs.make(number);
  const result = pair ? { number, ...describe(pair), verdicts: {} } : { number };
  for (const name of pair ? Object.keys(tools) : []) {
    if (name === 'mergiraf' && wanted > 2000 && number % 10 > 0) continue;
    let outcome = await bench.mergeWith(name, pair);
    if (name === 'dazzle') outcome = await bench.verdictOf(pair, outcome);
    const { verdict, why, reason, questions, milliseconds, isRestyled } = outcome;
    result.verdicts[name] = {
      verdict,
      ...(why ? { why } : {}),
      ...(reason ? { reason } : {}),
      ...(isRestyled ? { isRestyled } : {}),
      questions,
      milliseconds,
    };
    if (name === 'dazzle' && failing.includes(verdict) && flag('--findings'))
      writeFinding(flag('--findings'), pair, outcome);
  }
  results.add(result);
  return result;
}

async function shrinkPair(number) {
  const pair = await pairs.make(number);
  const small = await shrink(bench, pair);
  console.log(writeFinding(join(scratch, 'shrunk'), small, await bench.verdictOf(small)));
}

function tell(done) {
  for (const name of Object.keys(tools)) {
    console.log(
      name,
      sumTool(
        done.filter(({ isNamed }) => !isNamed),
        name,
      ),
    );
    console.log(
      `${name} (names)`,
      sumTool(
        done.filter(({ isNamed }) => isNamed),
        name,
      ),
    );
  }
  for (const { number, name, verdicts, isNamed } of done) {
    const { verdict, why, reason } = verdicts.dazzle ?? {};
    if (failing.includes(verdict))
      console.log(`${number} ${verdict}${isNamed ? ' (names)' : ''}  ${name}  ${why ?? reason ?? ''}`);
  }
}

function describe(pair) {
  return {
    name: pair.name,
    path: pair.nextPath,
    kinds: pair.edits.map(({ kind }) => kind),
    changes: pair.changes.map(({ kind }) => kind),
    expects: pair.expected.texts ? 'text' : pair.expected.conflict ? 'conflict' : 'nothing',
    isNamed: pair.isNamed,
  };
}

/** Of the benchmark itself: results of another benchmark are not gone on with. */
function ownStamp() {
  const folder = join(root, 'scripts', 'bench', 'regenerate', 'adversary');
  const files = readdirSync(folder).sort();
  return hashOf(files.map((file) => hashOf(readFileSync(join(folder, file)))).join());
}
