import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { reviewPlan } from '../../lib/cli/web/review-plan.ts';
import { mergeText } from '../../lib/plan/merge/merge-text.ts';
import type { Change, Settlement } from '../../lib/plan/types.ts';

const root = path.resolve(import.meta.dirname, '../..');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(() => browser.close());

const base =
  'class Task:\n    title = 200\n    notes = None\n    status = "todo"\n\n    def save(self):\n        pass\n';
const mine = base.replace('200', '180').replace('"todo"', '"mine"');
const next = base.replace('200', '150').replace('"todo"', '"<new>"');

function change(
  kind: Change['kind'],
  file: string,
  sides: { base?: string; disk?: string; next?: string },
  more: Partial<Change> = {},
): Change {
  const bytes = (text: string | undefined): Uint8Array | null =>
    text === undefined ? null : Buffer.from(text);
  return {
    path: file,
    kind,
    backend: 'demo',
    base: bytes(sides.base),
    disk: bytes(sides.disk),
    next: bytes(sides.next),
    binary: false,
    secret: false,
    ...more,
  };
}

const conflict = change(
  'conflict',
  'apps/demo/models.py',
  { base, disk: mine, next },
  { why: 'edited', hunks: 2 },
);
const foreign = change(
  'conflict',
  'apps/demo/notes.md',
  { disk: '# mine\n', next: '# new\n' },
  { why: 'foreign', hunks: 1 },
);
const created = change('create', 'apps/demo/views.py', { next: 'print("<b>hello</b>")\n' });

/** Opens the page over the three changes, lets `act` use it, and resolves to the settlements. */
async function review(
  act: (page: Page) => Promise<void>,
  viewport = { width: 1280, height: 800 },
): Promise<readonly Settlement[]> {
  const merge = await mergeText({ path: conflict.path, base, mine, next });
  const questions = [
    { change: conflict, merge, index: 1, total: 2 },
    { change: foreign, merge: null, index: 2, total: 2 },
  ];
  let announce: (address: string) => void = () => {};
  const address = new Promise<string>((resolve) => (announce = resolve));
  const settled = reviewPlan([created, conflict, foreign], questions, {
    folder: path.join(root, 'templates/review'),
    project: 'demo',
    announce,
    signal: new AbortController().signal,
  });
  settled.catch(() => undefined);
  const page = await browser.newPage({ viewport });
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) outside.push(request.url());
  });
  await page.goto(await address);
  await page.getByRole('heading', { name: 'apps/demo/models.py' }).waitFor();
  await act(page);
  expect(outside).toEqual([]);
  await page.close();
  return settled;
}

describe('the review page', () => {
  it('settles hunks with the mouse and files with a key, and builds', async () => {
    const settlements = await review(async (page) => {
      const hunks = page.locator('.conflict-hunk');
      expect(await hunks.count()).toBe(2);
      await hunks.nth(0).getByRole('button', { name: 'Mine' }).click();
      await hunks.nth(1).getByRole('button', { name: 'New' }).click();
      await page.getByRole('status').getByText('1 of 2 conflicts settled').waitFor();
      await page.getByRole('button', { name: 'notes.md' }).click();
      await page.getByRole('heading', { name: 'notes.md' }).waitFor();
      await page.keyboard.press('T');
      await page.getByText('2 of 2 conflicts settled').waitFor();
      await page.keyboard.press('b');
      await page.getByText('Building.').waitFor();
    });
    expect(settlements).toEqual([
      { kind: 'merged', text: base.replace('200', '180').replace('"todo"', '"<new>"') },
      { kind: 'take' },
    ]);
  });

  it('can be used with the keyboard alone, editing included; what stays open is for later', async () => {
    const settlements = await review(async (page) => {
      await page.keyboard.press('p');
      await page.keyboard.press('1');
      await page.locator('.conflict-hunk button[aria-pressed="true"]').waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('e');
      await page.getByRole('textbox').fill('    status = "edited"');
      await page.getByRole('button', { name: 'Use this text' }).press('Enter');
      await page.getByText('1 of 2 conflicts settled').waitFor();
      await page.locator('main').focus();
      await page.keyboard.press('b');
      await page.getByText('Building.').waitFor();
    });
    expect(settlements[1]).toEqual({ kind: 'later' });
    expect(settlements[0]).toMatchObject({
      kind: 'merged',
      text: expect.stringContaining('status = "edited"\n'),
    });
  });

  it('shows contents as text, never as markup', async () => {
    await review(async (page) => {
      await page.getByRole('button', { name: 'views.py' }).click();
      await page.getByRole('heading', { name: 'views.py' }).waitFor();
      expect(await page.locator('.change b').count()).toBe(0);
      await page.getByText('<b>hello</b>').waitFor();
      await page.keyboard.press('b');
      await page.getByText('Building.').waitFor();
    });
  });

  it('writes nothing when it is closed', async () => {
    await expect(
      review(async (page) => {
        await page.getByRole('button', { name: 'Close, write nothing' }).click();
        await page.getByText('nothing was written').waitFor();
      }),
    ).rejects.toThrow('stopped; nothing was written');
  });

  it.each([1280, 420])('has no accessibility violation at %i pixels', async (width) => {
    await review(
      async (page) => {
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const report = await (
            globalThis as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
        });
        expect(violations).toEqual([]);
        await page.keyboard.press('b');
        await page.getByText('Building.').waitFor();
      },
      { width, height: 800 },
    );
  });

  it('answers nobody without its token or under another host name', async () => {
    await review(async (page) => {
      const url = new URL(page.url());
      expect((await fetch(new URL('/', url))).status).toBe(404);
      expect((await fetch(new URL('/wrong/overview', url))).status).toBe(404);
      expect((await fetch(url.href.replace('127.0.0.1', 'localhost'))).status).toBe(404);
      expect(
        (
          await fetch(new URL('settle', url), {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Origin: 'https://example.com' },
            body: '{}',
          })
        ).status,
      ).toBe(403);
      await page.keyboard.press('b');
      await page.getByText('Building.').waitFor();
    });
  });
});
