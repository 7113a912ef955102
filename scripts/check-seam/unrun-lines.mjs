// Lines that no unit test runs, neither in its own process nor in one that it starts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { linesRunByProcesses } from './lines-run.mjs';
import { readTokens } from './read-tokens.mjs';

/** Lines of a file that hold code: no comments, imports, types or lone brackets. They count from 1. */
export function codeLines(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const types = new Set();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    for (let line = lineOf(statement.getStart(source)); line <= lineOf(statement.end); line++)
      types.add(line);
  }
  const tokens = readTokens(text).filter(({ line, text: word }) => !types.has(line) && /\w/.test(word));
  return [...new Set(tokens.map(({ line }) => line))];
}

/** The numbers of the lines that an Istanbul report of one file counts as never run. */
export function linesNeverRun({ s: runs, statementMap }) {
  return new Set(Object.keys(runs).flatMap((key) => (runs[key] === 0 ? [statementMap[key].start.line] : [])));
}

/**
 * Runs the unit tests of the repository at `root` and gives what they leave out of `files`, each `{ file, text }`:
 * `share` of all lines with code, 0 to 1, and `files` as `{ file, lines }`, the most lines first.
 */
export function unrunLines(root, files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'check-seam-'));
  const dist = path.join(root, '.tmp', 'check-seam');
  const processes = path.join(folder, 'processes');
  mkdirSync(processes);
  try {
    run(root, ['scripts/build.mjs', '--no-types', '--source-maps', '--out', dist]);
    const status = run(root, jestWith(folder), {
      NODE_V8_COVERAGE: processes,
      DAZZLE_MAIN: path.join(dist, 'cli', 'main.js'),
    });
    const report = path.join(folder, 'coverage-final.json');
    if (!existsSync(report)) throw new Error(`the unit tests gave no coverage (status ${status})`);
    const reports = JSON.parse(readFileSync(report, 'utf8'));
    const elsewhere = linesRunByProcesses(processes, dist);
    const counted = files.map(({ file, text }) => {
      const place = path.join(root, file);
      const code = codeLines(text);
      const never = reports[place] === undefined ? new Set(code) : linesNeverRun(reports[place]);
      const run = elsewhere.get(place) ?? new Set();
      return { file, all: code.length, lines: code.filter((line) => never.has(line) && !run.has(line)) };
    });
    const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
    return {
      share: sum(counted.map(({ lines }) => lines.length)) / sum(counted.map(({ all }) => all)),
      files: counted
        .filter(({ lines }) => lines.length > 0)
        .sort((one, other) => other.lines.length - one.lines.length)
        .map(({ file, lines }) => ({ file, lines })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(dist, { recursive: true, force: true });
  }
}

function jestWith(folder) {
  return [
    ...[
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ],
    ...['--maxWorkers=1', '--testPathIgnorePatterns', 'acceptance', 'slow', '--coverage'],
    ...['--coverageProvider=v8', '--coverageReporters=json', `--coverageDirectory=${folder}`],
    ...['--collectCoverageFrom=lib/**/*.ts'],
  ];
}

/** Runs Node at `root` and gives its exit status. */
function run(root, argv, env = {}) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } };
  return spawnSync(process.execPath, argv, options).status;
}
