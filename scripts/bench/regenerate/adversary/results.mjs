import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const bad = ['wrong', 'unparseable', 'missed', 'crash'];

/** Results of a run, a line of JSON a pair, so that a run that was stopped goes on. */
export function openResults(file) {
  mkdirSync(dirname(file), { recursive: true });
  const known = new Map();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const line of lines) {
    if (!line.endsWith('}')) continue;
    const result = JSON.parse(line);
    known.set(result.number, result);
  }
  return {
    get: (number) => known.get(number),
    add(result) {
      known.set(result.number, result);
      appendFileSync(file, `${JSON.stringify(result)}\n`);
    },
  };
}

/** The columns of a tool over results. */
export function sumTool(results, tool) {
  const rows = results.filter(({ verdicts }) => verdicts[tool]);
  const totals = {
    pairs: rows.length,
    right: 0,
    plausible: 0,
    open: 0,
    asked: 0,
    wrong: 0,
    unparseable: 0,
    missed: 0,
    crash: 0,
    'git-right-we-asked': 0,
    restyled: 0,
    questions: 0,
  };
  for (const { verdicts } of rows) {
    totals[verdicts[tool].verdict]++;
    if (verdicts[tool].isRestyled) totals.restyled++;
    totals.questions += verdicts[tool].questions;
  }
  const p95 = (times) => times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
  totals.p95 = p95(rows.map(({ verdicts }) => verdicts[tool].milliseconds));
  return totals;
}

/** Counts of results by what `keysOf` gives, with how many of each a tool got wrong and asked about. */
export function countBy(results, tool, keysOf) {
  const counts = new Map();
  for (const result of results) {
    for (const key of new Set(keysOf(result))) {
      const count = counts.get(key) ?? { pairs: 0, bad: 0, asked: 0 };
      count.pairs++;
      if (bad.includes(result.verdicts[tool]?.verdict)) count.bad++;
      if (/asked/.test(result.verdicts[tool]?.verdict)) count.asked++;
      counts.set(key, count);
    }
  }
  return [...counts].sort(([, one], [, other]) => other.pairs - one.pairs);
}
