import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  build,
  goToFirst,
  hunk,
  kept,
  merged,
  models,
  settled,
  useReviews,
} from '../support/browser/review-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const review = useReviews();

describe('the review page', () => {
  it('shows the whole plan first, with how many questions follow', async () => {
    await review(async (page) => {
      const main = page.getByRole('main');
      await main.getByText('3 questions in 2 files. Nothing is written before you build').waitFor();
      for (const line of ['create 1 file', 'merge 1 file', 'kept 1 file', 'conflict 2 files'])
        await main.locator('summary').filter({ hasText: line }).waitFor();
      await main.getByRole('button', { name: 'apps/demo/views.py' }).click();
      await page.getByRole('heading', { name: 'apps/demo/views.py' }).waitFor();
      await page.keyboard.press('o');
      await page.getByRole('heading', { name: 'What this build will do' }).waitFor();
      await build(page);
    });
  });

  it('settles hunks with the mouse and files with a key, and builds', async () => {
    const settlements = await review(async (page) => {
      await goToFirst(page);
      expect(await page.locator('.conflict-hunk').count()).toBe(2);
      await hunk(page, 1).getByRole('button', { name: 'Mine' }).click();
      await page.locator('.conflict-hunk.mine').waitFor();
      await hunk(page, 2).getByRole('button', { name: 'New' }).click();
      await page.getByRole('status').getByText('1 of 2 conflicts settled').waitFor();
      await page.getByRole('button', { name: 'notes.md' }).click();
      await page.getByRole('heading', { name: 'notes.md' }).waitFor();
      await page.keyboard.press('T');
      await page.getByText('2 of 2 conflicts settled').waitFor();
      await page.keyboard.press('b');
      await page.getByRole('dialog').getByText('Every conflict is settled.').waitFor();
      await page.getByRole('button', { name: 'Build now' }).click();
      await page.getByText('Building.').waitFor();
    });
    expect(settlements).toEqual([{ kind: 'merged', text: merged.replace('150', '180') }, { kind: 'take' }]);
  });

  it('compares a file as it is with the file as it will be: a kept edit is never shown as removed', async () => {
    const shown = async (page: Page, file: string, side: 'first' | 'last'): Promise<string[]> => {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: path.posix.basename(file) })
        .click();
      await page.getByRole('heading', { name: file }).waitFor();
      return page.locator(`.change .side:${side}-child code`).allTextContents();
    };
    await review(async (page) => {
      expect(await shown(page, settled.path, 'first')).toEqual([]);
      expect(await shown(page, settled.path, 'last')).toEqual(['c']);
      expect(await shown(page, kept.path, 'first')).toEqual([]);
      expect(await shown(page, models, 'first')).toEqual([]);
      expect(await shown(page, models, 'last')).toEqual(['import os', ' ']);
      expect(await shown(page, 'apps/demo/notes.md', 'first')).toEqual([]);
      await page.keyboard.press('T');
      await page.locator('.change').waitFor();
      expect(await shown(page, 'apps/demo/notes.md', 'first')).toEqual(['# mine']);
      await build(page);
    });
  });

  it('can be used with the keyboard alone, editing included; what stays open is for later', async () => {
    const settlements = await review(async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('heading', { name: models }).waitFor();
      await page.keyboard.press('p');
      await page.keyboard.press('1');
      await page.locator('.conflict-hunk button[aria-pressed="true"]').waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('e');
      await page.getByRole('textbox').fill('    title = 99');
      await page.getByRole('button', { name: 'Use this text' }).press('Enter');
      await page.getByText('1 of 2 conflicts settled').waitFor();
      await page.locator('main').focus();
      await page.keyboard.press('b');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Building.').waitFor();
    });
    expect(settlements).toEqual([
      { kind: 'merged', text: merged.replace('150', '99').replace('"<new>"', '"mine"') },
      { kind: 'later' },
    ]);
  });

  it('shows contents as text, never as markup', async () => {
    await review(async (page) => {
      await page.getByRole('navigation').getByRole('button', { name: 'views.py' }).click();
      await page.getByRole('heading', { name: 'views.py' }).waitFor();
      expect(await page.locator('.change b').count()).toBe(0);
      await page.getByText('<b>hello</b>').waitFor();
      await build(page);
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
        const check = async (): Promise<void> => {
          const violations = await page.evaluate<string[]>(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
          );
          expect(violations).toEqual([]);
        };
        await page.evaluate(axe);
        await check();
        await goToFirst(page);
        await hunk(page, 1).getByRole('button', { name: 'Edit' }).click();
        await page.getByRole('textbox').fill('typed');
        await check();
        await page.getByRole('button', { name: /^Build …/ }).click();
        await page.getByRole('dialog').getByText('The text you typed').waitFor();
        await check();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^Build/ })
          .click();
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
      await build(page);
    });
  });
});
