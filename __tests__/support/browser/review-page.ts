import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { createReview, type Review } from '../../../lib/cli/screen/review/review.ts';
import { mergeText } from '../../../lib/plan/merge/index.ts';
import type { Change, Settlement } from '../../../lib/plan/types.ts';
import type { ConflictQuestion } from '../../../lib/request.ts';
import { launchChromium } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const base =
  'class Task:\n    title = 200\n    notes = None\n    status = "todo"\n\n    def save(self):\n        pass\n';
export const mine = base
  .replace('200', '180')
  .replace('"todo"', '"mine"')
  .replace('        pass', '        return 1');
const next = base.replace('200', '150').replace('"todo"', '"<new>"').replace('class', 'import os\n\nclass');
/** What merges without a question, the new side in the conflicts. */
export const merged = next.replace('        pass', '        return 1');

interface Sides {
  readonly base?: string;
  readonly disk?: string;
  readonly next?: string;
  readonly after?: string;
}

function change(kind: Change['kind'], file: string, sides: Sides, more: Partial<Change> = {}): Change {
  const bytes = (text: string | undefined): Uint8Array | null =>
    text === undefined ? null : Buffer.from(text);
  return {
    path: file,
    kind,
    backend: 'demo',
    base: bytes(sides.base),
    disk: bytes(sides.disk),
    next: bytes(sides.next),
    after: bytes(sides.after ?? sides.next),
    binary: false,
    secret: false,
    ...more,
  };
}

export const models = 'apps/demo/models.py';
const created = change('create', 'apps/demo/views.py', { next: 'print("<b>hello</b>")\n' });
export const kept = change('kept', 'apps/demo/urls.py', { base: 'a\n', disk: 'a\nmine\n', next: 'a\n', after: 'a\nmine\n' }, { why: 'edited' }); // prettier-ignore
export const settled = change('merge', 'apps/demo/forms.py', { base: 'a\nb\n', disk: 'mine\na\nb\n', next: 'a\nb\nc\n', after: 'mine\na\nb\nc\n' }); // prettier-ignore

/** The plan of a build with two files in conflict; `disk` is what the first holds. */
export async function makePlan(disk = mine): Promise<{ plan: Change[]; questions: ConflictQuestion[] }> {
  const merge = await mergeText({ path: models, base, mine: disk, next });
  const edited = change('conflict', models, { base, disk, next }, { why: 'edited', hunks: merge.conflicts });
  const notes = { disk: '# mine\n', next: '# new\n', after: '# mine\n' };
  const foreign = change('conflict', 'apps/demo/notes.md', notes, { why: 'foreign', hunks: 1 });
  return {
    plan: [created, settled, edited, foreign, kept],
    questions: [
      { change: edited, merge, index: 1, total: 2 },
      { change: foreign, merge: null, index: 2, total: 2 },
    ],
  };
}

/** Opens a browser for the tests of a file. Gives what has a person act on the review page of a build and tells how they settled it. */
export function useReviews(): (...act: Acts) => Promise<readonly Settlement[]> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return (...act) => reviewWith(browser, ...act);
}

type Acts = [
  act: (page: Page, again: Review) => Promise<void>,
  viewport?: { readonly width: number; readonly height: number },
];

/** Opens the page over the plan, lets `act` use it, and resolves to the settlements. */
async function reviewWith(
  browser: Browser,
  ...[act, viewport = { width: 1280, height: 800 }]: Acts
): Promise<readonly Settlement[]> {
  const { plan, questions } = await makePlan();
  let announce: (address: string) => void = () => {};
  const address = new Promise<string>((resolve) => (announce = resolve));
  const opened = createReview({
    folder: path.join(root, 'templates/review'),
    project: 'demo',
    announce,
    signal: new AbortController().signal,
  });
  const answered = opened.settle(plan, questions);
  answered.catch(() => undefined);
  const page = await browser.newPage({ viewport });
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) wrongs.push(request.url());
  });
  try {
    await page.goto(await address);
    await page.getByRole('heading', { name: 'What this build will do' }).waitFor();
    await act(page, opened);
    if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
    return await answered;
  } finally {
    await page.close();
    await opened.close();
  }
}

/** Opens the first file in conflict. */
export async function goToFirst(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go to the first question' }).click();
  await page.getByRole('heading', { name: models }).waitFor();
}

/** Builds, whatever is open. */
export async function build(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Build …/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Build/ })
    .click();
  await page.getByText('Building.').waitFor();
}

/** A conflict of the file that is shown, from 1. */
export const hunk = (page: Page, number: number): Locator => page.locator('.conflict-hunk').nth(number - 1);

/** Posts as a program would that passes the page by. */
export async function post(
  page: Page,
  name: string,
  body: unknown,
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(new URL(name, page.url()), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}
