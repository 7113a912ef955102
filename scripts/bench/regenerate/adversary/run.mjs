// `npm run bench:regenerate -- --adversary`: random spec changes × edits by the syntax tree, judged by an oracle of its own.
//   --pairs N (300)   --full: 20,000   --seed TEXT (1)   --backends NAMES   --tools NAMES   --from N: starts at that number
//   --findings DIR: writes each failing triple there   --json FILE: writes the results   --no-report: leaves the docs alone
import { join } from 'node:path';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hashOf } from '../build-versions.mjs';
import { openEdits } from './edits.mjs';
import { writeFinding } from './findings.mjs';
import { openFormatters } from './formatters.mjs';
import { loadDazzle, root, scratch } from './generate.mjs';
import { openJudge } from './judge.mjs';
import { openPairs } from './pairs.mjs';
import { openReaders } from './read.mjs';
import { bad, openResults, sumTool } from './results.mjs';
import { openMergers } from './tools-run.mjs';

const flag = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const wanted = Number(flag('--pairs') ?? (process.argv.includes('--full') ? 20000 : 300));
const seed = flag('--seed') ?? '1';
const backends = (flag('--backends') ?? 'django_micro,express_micro').split(',');

const dazzle = await loadDazzle();
const readers = openReaders();
const formatters = await openFormatters();
const edits = openEdits(readers, formatters.edits);
if (formatters.missing.length > 0) console.error(`not there: ${formatters.missing.join(', ')}`);
const { judge } = openJudge(readers);
const pairs = openPairs({ dazzle, edits, readers, seed, backends });
const all = openMergers(dazzle);
const tools = Object.fromEntries(
  (flag('--tools')?.split(',') ?? Object.keys(all)).map((name) => [name, all[name]]),
);
const results = openResults(
  join(
    scratch,
    `results-${hashOf(JSON.stringify([seed, backends, Object.keys(tools), dazzle.mergeStamp, ownStamp()]))}.jsonl`,
  ),
);

const done = [];
for (let number = Number(flag('--from') ?? 0); done.length < wanted; number++) {
  const result = results.get(number) ?? (await runPair(number));
  if (result.verdicts) done.push(result);
  if (done.length % 500 === 0 && result.verdicts) console.error(`${done.length} pairs`);
}
for (const name of Object.keys(tools)) {
  for (const [part, list] of [
    ['', done.filter(({ isNamed }) => !isNamed)],
    [' (names)', done.filter(({ isNamed }) => isNamed)],
  ]) {
    console.log(`${name}${part}`, sumTool(list, name));
  }
}
for (const { number, name, verdicts, isNamed } of done) {
  const { verdict, why } = verdicts.dazzle ?? {};
  const isGitRight = verdict === 'asked' && verdicts['git merge-file']?.verdict === 'right';
  if (bad.includes(verdict) || isGitRight)
    console.log(
      `${number} ${isGitRight ? 'git right, we asked' : verdict}${isNamed ? ' (names)' : ''}  ${name}  ${why ?? ''}`,
    );
}
if (flag('--json')) writeFileSync(flag('--json'), JSON.stringify(done));
readers.close();
formatters.close();

async function runPair(number) {
  const pair = await pairs.make(number);
  const result = pair ? { number, ...describe(pair), verdicts: {} } : { number };
  for (const [name, merge] of pair ? Object.entries(tools) : []) {
    const started = performance.now();
    let outcome;
    try {
      outcome = await merge(pair);
    } catch (error) {
      outcome = { text: pair.mine, questions: 0, crash: error.stack };
    }
    const milliseconds = performance.now() - started;
    const { verdict, why } = outcome.crash
      ? { verdict: 'crash', why: outcome.crash }
      : await judge(pair, outcome);
    result.verdicts[name] = { verdict, ...(why ? { why } : {}), questions: outcome.questions, milliseconds };
    const isToShow = name === 'dazzle' && bad.includes(verdict);
    if (isToShow && flag('--findings')) writeFinding(flag('--findings'), pair, { verdict, why, ...outcome });
  }
  const { dazzle: ours, 'git merge-file': gits } = result.verdicts ?? {};
  if (flag('--findings') && ours?.verdict === 'asked' && gits?.verdict === 'right') {
    const outcome = await tools.dazzle(pair);
    writeFinding(flag('--findings'), pair, { verdict: 'git-right-we-asked', ...outcome });
  }
  results.add(result);
  return result;
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
  return hashOf(
    readdirSync(folder)
      .sort()
      .map((file) => hashOf(readFileSync(join(folder, file))))
      .join(),
  );
}
