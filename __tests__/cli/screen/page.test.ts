import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../lib/cli/command.ts';
import { page } from '../../../lib/cli/screen/page.ts';
import { createTerminal } from '../../../lib/cli/screen/terminal.ts';
import { makeFolder } from '../../support/make-backend.ts';
import { testStreams } from '../support/run.ts';

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({});
});
afterEach(() => place.remove());

/** Writes lines on a terminal of 24 rows; gives what came on stdout, and what the pager was given. */
async function show(lines: readonly string[], pager: string, columns: number | undefined = 80) {
  const paged = join(place.folder, 'paged.txt');
  const env = { PAGER: pager.replace('FILE', paged) };
  const streams = testStreams(columns === 0 ? { env } : { env, columns });
  if (columns !== 0) Object.assign(streams.stdin, { isTTY: true });
  const context = { terminal: createTerminal(streams) } as CommandContext;
  await page(context, lines);
  return { out: streams.stdout.text(), paged: existsSync(paged) ? readFileSync(paged, 'utf8') : null };
}

const long = Array.from({ length: 30 }, (_, at) => `line ${at}`);
const text = `${long.join('\n')}\n`;

it('gives what is longer than the terminal to the pager', async () => {
  expect(await show(long, "cat > 'FILE'")).toEqual({ out: '', paged: text });
});

it('counts a long line by the rows that it takes', async () => {
  const wide = 'x'.repeat(80 * 25);
  expect((await show([wide], "cat > 'FILE'")).paged).toBe(`${wide}\n`);
});

it.each<[string, readonly string[], string, number]>([
  ['what fits', ['a', 'b'], "cat > 'FILE'", 80],
  ['all where stdout is no terminal', long, "cat > 'FILE'", 0],
  ['all where there is to be no pager', long, '', 80],
  ['all where the pager is cat', long, 'cat', 80],
  ['all where the pager is not there', long, 'no-such-pager 2>/dev/null', 80],
])('writes %s itself', async (_, lines, pager, columns) => {
  expect(await show(lines, pager, columns)).toEqual({ out: `${lines.join('\n')}\n`, paged: null });
});
