// Measures how well the framework keeps what backends share: `npm run check:seam -- [--list] [--coverage]`.
// Ends with status 1 where a number is above the one in `check-seam/allowed.json`; those numbers only ever go down.
// `--list` names the places; `--coverage` runs the unit tests too, which takes minutes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareWithAllowed } from './check-seam/compare.mjs';
import { addFieldType, brokenFiles, filesBeyond, programWith } from './check-seam/field-type.mjs';
import { importCircles } from './check-seam/import-circles.mjs';
import { withoutTests } from './check-seam/mirrored-tests.mjs';
import { namedKinds } from './check-seam/named-kinds.mjs';
import { shareOfSharedTokens } from './check-seam/shared-tokens.mjs';
import { sourceFiles } from './check-seam/source-files.mjs';
import { twinRuns } from './check-seam/twin-runs.mjs';
import { unrunLines } from './check-seam/unrun-lines.mjs';

const root = path.resolve(import.meta.dirname, '..');
const allowed = JSON.parse(readFileSync(path.join(root, 'scripts', 'check-seam', 'allowed.json'), 'utf8'));
const sources = [...sourceFiles(root, 'lib'), ...sourceFiles(root, 'generators')];
const backends = ['generators/django_micro/', 'generators/express_micro/'];
const percent = (share) => Math.round(share * 1000) / 10;

function measureTwins() {
  const sides = backends.map((folder) => sources.filter(({ file }) => file.startsWith(folder)));
  const twins = twinRuns(...sides);
  const place = ({ file, from, to }) => `${file}:${from}-${to}`;
  return {
    key: 'twinRuns',
    title: 'twin runs of 6 lines or more between the backends',
    now: twins.length,
    target: 0,
    note: `${percent(shareOfSharedTokens(...sides))} % of the backends' tokens lie in runs of 30 or more alike`,
    lists: {
      'twin runs': twins.map(({ lines, left, right }) => `${lines} lines  ${place(left)}  ${place(right)}`),
    },
  };
}

function measureFieldType() {
  const union = 'lib/spec/app-spec-field.ts';
  const files = sources.map(({ file }) => file);
  const text = addFieldType(readFileSync(path.join(root, union), 'utf8'), 'phone');
  const program = programWith(root, files, { file: union, text });
  const broken = brokenFiles(program, root);
  const beyond = filesBeyond(broken.map(({ file }) => file));
  const silent = backends.filter((folder) => !broken.some(({ file }) => file.startsWith(folder)));
  const naming = namedKinds(program, root, files, union);
  return {
    key: 'fieldTypeFiles',
    title: 'files that a new field type breaks beyond its row, the language and one per backend',
    now: beyond.length,
    target: 0,
    note:
      `${broken.length} files break with a new field type` +
      `${silent.map((folder) => `, none in ${folder}`).join('')}; ${naming.length} name types of fields by hand`,
    lists: {
      'files that a new field type breaks': broken.map(
        ({ file, problems }) => `${beyond.includes(file) ? 'beyond' : 'wanted'}  ${file}:${problems[0]}`,
      ),
      'files that name types of fields by hand': naming.map(({ file, count }) => `${count}  ${file}`),
    },
  };
}

function measureCircles() {
  const circles = importCircles(sources);
  return {
    key: 'filesInCircles',
    title: 'files that import each other in a circle, types included',
    now: circles.flat().length,
    target: 0,
    note: `${circles.length} circles of imports`,
    lists: { 'circles of imports': circles.map((circle) => circle.join('  ')) },
  };
}

function measureTests() {
  const tests = sourceFiles(root, '__tests__').map(({ file }) => file);
  const { folders, files } = withoutTests(
    sources,
    tests.filter((file) => file.endsWith('.test.ts')),
  );
  const inLib = files.filter((file) => file.startsWith('lib/'));
  return {
    key: 'untestedFolders',
    title: 'folders of lib and generators without tests at their mirrored path',
    now: folders.length,
    target: 0,
    note: `${inLib.length} files of lib have no test of their name`,
    lists: { 'folders without tests': folders, 'files of lib without a test of their name': inLib },
  };
}

function measureCoverage() {
  const { share, files } = unrunLines(
    root,
    sources.filter(({ file }) => file.startsWith('lib/')),
  );
  return {
    key: 'unrunLines',
    title: 'percent of the lines of lib that no unit test runs',
    now: percent(share),
    target: 5,
    note: `${files.length} files of lib have lines that no unit test runs`,
    lists: {
      'lines that no unit test runs': files.map(({ file, lines }) => `${file}:${lines.join(',')}`),
    },
  };
}

const wanted = [measureTwins, measureFieldType, measureCircles, measureTests];
if (process.argv.includes('--coverage')) wanted.push(measureCoverage);
const measures = wanted.map((measure) => measure());

const { table, above, below } = compareWithAllowed(measures, allowed);
console.log([...table, '', ...measures.map(({ note }) => note)].join('\n'));
if (process.argv.includes('--list')) {
  for (const [title, entries] of measures.flatMap(({ lists }) => Object.entries(lists))) {
    console.log(`\n# ${title} (${entries.length})\n${entries.join('\n')}`);
  }
}
for (const { key, now } of below) {
  console.log(`\nfewer than allowed: lower "${key}" to ${now} in scripts/check-seam/allowed.json`);
}
for (const { title } of above) console.error(`\nabove the allowed number: ${title}`);
process.exit(above.length > 0 ? 1 : 0);
