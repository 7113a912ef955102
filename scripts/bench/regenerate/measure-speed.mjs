import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Merges files of 2,000 lines with many edits, and compares with reading and splitting the same three files. */
export function measureSpeed(mergeLines) {
  const base = Array.from({ length: 2000 }, (_, at) =>
    at % 7 === 0 ? '' : `    value_${at % 5 === 0 ? at % 40 : at} = make(${at})`,
  );
  const edit = (every, word) =>
    base.flatMap((line, at) => {
      if (at % every !== 3) return [line];
      return at % 2 === 0 ? [`${line}  # ${word}`] : [line, `    ${word}_${at} = 1`, ''];
    });
  const texts = [base, edit(13, 'mine'), edit(17, 'next')].map((lines) => `${lines.join('\n')}\n`);
  const dir = mkdtempSync(join(tmpdir(), 'bench-speed-'));
  const files = texts.map((text, at) => {
    writeFileSync(join(dir, String(at)), text);
    return join(dir, String(at));
  });
  const reading = median(() => files.map((file) => readFileSync(file, 'utf8').split('\n')));
  const merging = median(() => mergeLines(...texts));
  rmSync(dir, { recursive: true });
  return `Three versions of a file of 2,000 lines, with some 270 edits: merging takes ${(merging / reading).toFixed(1)} times as long as reading and splitting them.`;
}

function median(run) {
  const times = Array.from({ length: 60 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).slice(20);
  return times.sort((one, other) => one - other)[20];
}
