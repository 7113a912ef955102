// Lines of sources that a bundle made of them has run, by the coverage that V8 writes for NODE_V8_COVERAGE.
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Marks in `ran`, one byte a character, what ran of a script; `functions` are V8's, outer ranges before inner ones. */
function markRun(ran, functions) {
  const counts = new Uint8Array(ran.length);
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges)
      counts.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  counts.forEach((count, at) => (ran[at] ||= count));
}

/**
 * The lines that ran, by the name of the source as the source map has it: `ran` has one byte a character of the bundle's
 * `text`, which is not 0 where it ran. Lines count from 1.
 */
export function linesRun(text, ran, map) {
  const sources = new SourceMap(map);
  const lines = new Map();
  let start = 0;
  text.split('\n').forEach((line, index) => {
    for (const word of line.matchAll(/[\w$]+|[^\s\w$]/g)) {
      if (ran[start + word.index] === 0) continue;
      const { originalSource, originalLine } = sources.findEntry(index, word.index);
      if (originalSource === undefined) continue;
      lines.set(originalSource, (lines.get(originalSource) ?? new Set()).add(originalLine + 1));
    }
    start += line.length + 1;
  });
  return lines;
}

/** The lines that processes ran of the bundle in `dist`, by absolute path of the source; `folder` has V8's files. */
export function linesRunByProcesses(folder, dist) {
  const scripts = new Map();
  for (const name of readdirSync(folder)) {
    for (const { url, functions } of JSON.parse(readFileSync(path.join(folder, name), 'utf8')).result) {
      const file = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (!file.startsWith(`${dist}${path.sep}`)) continue;
      if (!scripts.has(file)) {
        const text = readFileSync(file, 'utf8');
        scripts.set(file, { text, ran: new Uint8Array(text.length) });
      }
      markRun(scripts.get(file).ran, functions);
    }
  }
  const lines = new Map();
  for (const [file, { text, ran }] of scripts) {
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
    for (const [source, found] of linesRun(text, ran, map)) {
      const place = path.resolve(path.dirname(file), source);
      lines.set(place, new Set([...(lines.get(place) ?? []), ...found]));
    }
  }
  return lines;
}
