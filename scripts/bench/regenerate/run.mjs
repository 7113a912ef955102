// `npm run bench:regenerate` (without `--adversary`): spec evolutions × hand edits over generated projects, merged by dazzle and by others.
//   --show tuning   lists what dazzle got wrong in the tuning half (--detail N writes one case to .tmp)   --extra N   takes N other evolutions, for tuning alone
//   --share 0.2   takes that part of the pairs    --copier N   runs Copier on N of them (10)
//   --only dazzle   runs dazzle alone, writes nothing    --evolution TEXT   takes the evolutions named so, with --only
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildVersions, hashOf } from './build-versions.mjs';
import { javascriptEdits } from './edits-javascript.mjs';
import { pageEdits } from './edits-pages.mjs';
import { formEdits } from './edits-forms.mjs';
import { modelEdits } from './edits-models.mjs';
import { pythonEdits } from './edits-python.mjs';
import { evolutions as specChanges } from './evolutions.mjs';
import { carryNames, findMoved } from './follow-moves.mjs';
import { openRenames } from './open-renames.mjs';
import { measureSpeed } from './measure-speed.mjs';
import { moves } from './moves.mjs';
import { canonical, expectMerge, isReadable, openOracle } from './oracle.mjs';
import { writeHalf } from './report-halves.mjs';
import { writeReport } from './report.mjs';
import { hasCopier, updateWithCopier } from './run-copier.mjs';
import { openTools } from './tools.mjs';
import { upgrades } from './upgrades.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const cache = join(root, '.tmp', 'bench-regenerate');
const flag = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const only = flag('--only');
const show = flag('--show');

const dazzle = await loadMerge();
const { mergeText, mergeLines, joinRegions } = dazzle;
const { addPlurals, openFollow, pairFiles, readIdentities } = openRenames(dazzle);
const speed = measureSpeed(mergeLines);
await openOracle();
const evolutions = [...specChanges, ...moves, ...upgrades].filter(({ name }) =>
  name.includes(flag('--evolution') ?? ''),
);
const share = Number(flag('--share') ?? 1);
const extra = Number(flag('--extra') ?? 0);
const backends = ['django_micro', 'express_micro'].filter((name) =>
  existsSync(join(root, 'generators', name, 'index.ts')),
);
const single = [...modelEdits, ...formEdits, ...pythonEdits, ...javascriptEdits, ...pageEdits];
const edits = [...single, ...joinEdits(single)];
const edited = new Map();
const { pairs, skipped } = listPairs(
  await buildVersions(
    root,
    cache,
    backends,
    extra > 0 ? composeEvolutions(extra) : evolutions,
    readIdentities,
  ),
);
if (show)
  console.log(
    'unused:',
    edits.filter((edit) => !pairs.some((pair) => pair.edit === edit)).map(({ name }) => name),
  );
const allTools = openTools(mergeText, joinRegions);
const tools = only ? { [only]: allTools[only] } : allTools;

const rows = [];
for (const [tool, merge] of Object.entries(tools)) {
  const results = [];
  for (const pair of pairs) results.push(await judge(pair, merge));
  rows.push({ tool, tuning: sum(results, 'tuning'), held: sum(results, 'held') });
  console.log(tool, rows.at(-1));
  if (show && tool === 'dazzle')
    list(results.filter(({ pair, verdict }) => pair.half === show && verdict !== 'right'));
}
if (!only) {
  const report = writeReport({
    rows,
    pairs,
    part: share,
    skipped,
    evolutions: specChanges.length,
    moves: moves.length,
    moved: pairs.filter(({ path, nextPath }) => path !== nextPath).length,
    upgrades: upgrades.length,
    edits: new Set(pairs.map(({ edit }) => edit)).size,
    backends,
    speed,
    copier: await tryCopier(pairs, Number(flag('--copier') ?? 10)),
  });
  const file = join(root, 'docs', 'regeneration-benchmark.md');
  await writeHalf(file, 'own', report);
}

/** As many pairs as asked for, chosen by a hash of their names. */
function samplePairs(all, count) {
  if (count >= all.length) return all;
  const inOrder = [...all].sort((one, other) => (hashOf(one.name) < hashOf(other.name) ? -1 : 1));
  const chosen = new Set(inOrder.slice(0, count));
  return all.filter((pair) => chosen.has(pair));
}

/** Copier takes seconds a pair, so it gets a few of them; undefined where it is not installed. */
async function tryCopier(all, count) {
  if (count === 0 || !hasCopier()) return undefined;
  const results = [];
  for (const pair of samplePairs(all, count)) results.push(await judge(pair, updateWithCopier));
  return { ...sum(results), pairs: results.length };
}

/** More evolutions, two at a time, for finding faults without looking at the half that is held out. */
function composeEvolutions(count) {
  return Array.from({ length: count }, (_, at) => {
    const one = specChanges[(at * 7 + 3) % specChanges.length];
    const other = specChanges[(at * 13 + 29) % specChanges.length];
    return {
      name: `${one.name} & ${other.name}`,
      renames: [...(one.renames ?? []), ...(other.renames ?? [])],
      change(spec) {
        one.change(spec);
        other.change(spec);
      },
    };
  });
}

/** Edits of one file by twos, as people make more than one. */
function joinEdits(list) {
  return list.flatMap((one, at) => {
    const other = list.slice(at + 1).filter(({ path }) => String(path) === String(one.path))[2];
    if (!other || at % 4 !== 0) return [];
    return [
      {
        name: `${one.name}, and ${other.name}`,
        path: one.path,
        apply: (text) => applyBoth(one, other, text),
        parts: [one, other],
      },
    ];
  });
}

function applyBoth(one, other, text) {
  const first = one.apply(text);
  return first === null || first === text ? null : other.apply(first);
}

/** Pairs each evolution with each edit, in the first file that both change. */
function listPairs({ base, next }) {
  const pairs = [];
  const skipped = { untouched: 0, unclear: 0 };
  const places = new Map(
    edits.map((edit) => [
      edit,
      Object.keys(base.files).filter((path) => edit.path.test(path) && changes(edit, base.files[path])),
    ]),
  );
  for (const version of next) {
    const { evolution, plain, files } = version;
    const pairing = pairFiles(base, version);
    const follow = openFollow(base, version);
    const isChanged = (path) => plain[path] !== undefined && files[path] !== base.files[path];
    for (const edit of edits) {
      for (const backend of backends) {
        const paths = places.get(edit).filter((path) => path.startsWith(`${backend}/`));
        const path = paths.find((one) => isChanged(one) && files[one] === undefined) ?? paths.find(isChanged);
        if (path === undefined) {
          if (paths.length > 0) skipped.untouched++;
          continue;
        }
        const name = `${evolution.name} | ${edit.name} | ${path}`;
        if (parseInt(hashOf(`share ${name}`).slice(0, 6), 16) / 0x1000000 >= share) continue;
        const pair = makePair(name, version, edit, path, base.files[path]);
        if (pair)
          pairs.push({
            ...pair,
            follow: follow(path),
            found: (pairing.get(pair.nextPath) ?? pair.nextPath) === path,
          });
        else skipped.unclear++;
      }
    }
  }
  return { pairs, skipped };
}

function makePair(name, version, edit, path, base) {
  const { renames: fields = [], moves: moved = [] } = version.evolution;
  const nextPath = findMoved(path, { ...version, moves: moved });
  if (nextPath === undefined) return undefined;
  const [plain, next] = [version.plain[path], version.files[nextPath]];
  const expected = expectMerge(edit, path, base, plain, fields);
  const mine = readableEdit(edit, path, base);
  if (!expected || mine === null) return undefined;
  if (expected.kind === 'merge') expected.text = carryNames(path, expected.text, plain, next);
  if (expected.kind === 'merge' && expected.text === undefined) return undefined;
  const renames = [...fields, ...moved].map(addPlurals);
  const tuning = extra > 0 || parseInt(hashOf(name).slice(0, 2), 16) % 2 === 0;
  const half = tuning ? 'tuning' : 'held';
  return { name, half, path, nextPath, edit, base, mine, next, expected, renames };
}

/** The user's file; null where the edit breaks it. The same for every evolution. */
function readableEdit(edit, path, text) {
  const key = `${edit.name} ${path}`;
  if (!edited.has(key)) {
    const mine = edit.apply(text);
    edited.set(key, isReadable(path, mine) ? mine : null);
  }
  return edited.get(key);
}

function changes(edit, text) {
  const changed = edit.apply(text);
  return changed !== null && changed !== text;
}

async function judge(pair, merge) {
  const started = performance.now();
  const { text, questions, ...rest } = await merge(pair);
  const milliseconds = performance.now() - started;
  const { expected, path } = pair;
  return {
    pair,
    text,
    questions,
    milliseconds,
    verdict: verdictOf(path, expected, text, questions),
    ...rest,
  };
}

function verdictOf(path, expected, text, questions) {
  if (expected.kind === 'conflict') {
    if (questions > 0) return 'right';
    return isReadable(path, text) ? 'missed' : 'unparseable';
  }
  if (questions > 0) return 'falseConflicts';
  if (!isReadable(path, text)) return 'unparseable';
  const sameEndings = expected.text.includes('\r\n') === text.includes('\r\n');
  return sameEndings && canonical(path, text) === canonical(path, expected.text) ? 'right' : 'wrong';
}

function sum(results, half) {
  const counted = results.filter(({ pair }) => half === undefined || pair.half === half);
  const totals = {
    total: counted.length,
    right: 0,
    falseConflicts: 0,
    missed: 0,
    wrong: 0,
    unparseable: 0,
    questions: 0,
  };
  for (const { verdict, questions } of counted) {
    totals[verdict]++;
    totals.questions += questions;
  }
  const times = counted.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return { ...totals, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

function list(results) {
  for (const { verdict, pair, questions, reason } of results) {
    console.log(`${verdict} (${questions})  ${pair.name}  ${reason ?? ''}`);
  }
  const { pair, text } = results[Number(flag('--detail'))] ?? {};
  if (pair) for (const key of ['base', 'mine', 'next']) writeFileSync(join(cache, key), pair[key]);
  if (pair) writeFileSync(join(cache, 'merged'), text);
  if (pair) writeFileSync(join(cache, 'expected'), pair.expected.text ?? '');
}

async function loadMerge() {
  const outfile = join(cache, 'merge.mjs');
  await build({
    stdin: {
      contents:
        "export * from './lib/plan/merge/index.ts'; export * from './lib/plan/merge/by-lines/merge-lines.ts'; export * from './lib/plan/pair-renames.ts'; export * from './lib/plan/follow-renames.ts'; export * from './lib/name-changes.ts'; export * from './lib/plan/read-baseline.ts'; export * from './lib/words/phrases.ts'; export * from './lib/words/plural.ts';",
      resolveDir: root,
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
