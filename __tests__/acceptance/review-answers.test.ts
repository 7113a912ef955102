import { describe, expect, it } from '@jest/globals';
import type { Settlement } from '../../lib/plan/types.ts';
import {
  build,
  goToFirst,
  hunk,
  makePlan,
  merged,
  mine,
  models,
  post,
  useReviews,
} from '../support/browser/review-page.ts';

const review = useReviews();

describe('the answers on the review page', () => {
  it('uses typed text that no button was pressed for, and says so before the build', async () => {
    const settlements = await review(async (page) => {
      await goToFirst(page);
      await hunk(page, 1).getByRole('button', { name: 'New' }).click();
      await page.locator('.conflict-hunk.next').waitFor();
      await hunk(page, 2).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox').fill('    status = "typed"');
      await page.getByRole('button', { name: /^Build …/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('The text you typed is used in:').waitFor();
      await dialog.getByText(`${models}: conflict 2`).waitFor();
      await dialog.getByRole('button', { name: 'Build, leave these open' }).click();
      await page.getByText('Building.').waitFor();
    });
    expect(settlements).toEqual([
      { kind: 'merged', text: merged.replace('"<new>"', '"typed"') },
      { kind: 'later' },
    ]);
  });

  it('keeps typed text when another file is looked at, or the page is loaded again', async () => {
    await review(async (page) => {
      await goToFirst(page);
      await hunk(page, 2).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox').fill('    status = "typed"');
      await page.getByRole('button', { name: 'notes.md' }).click();
      await page.getByRole('heading', { name: 'notes.md' }).waitFor();
      await page.reload();
      await goToFirst(page);
      await hunk(page, 2).locator('.result').getByText('"typed"').waitFor();
      await hunk(page, 2).getByRole('button', { name: 'Mine' }).click();
      await page.locator('.conflict-hunk.mine').waitFor();
      await hunk(page, 2).getByRole('button', { name: 'Edit' }).click();
      expect(await page.getByRole('textbox').inputValue()).toBe('    status = "typed"');
      await build(page);
    });
  });

  it('says that typed text is not used where the whole file was chosen after it', async () => {
    const settlements = await review(async (page) => {
      await goToFirst(page);
      await hunk(page, 2).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox').fill('typed');
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByText('1 of 2 conflicts settled').waitFor();
      await page.getByRole('button', { name: /^Build …/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('The text you typed is not used').waitFor();
      await dialog.getByRole('button', { name: /^Build/ }).click();
      await page.getByText('Building.').waitFor();
    });
    expect(settlements[0]).toEqual({ kind: 'keep' });
  });

  it('builds on no key: b asks, naming each open conflict, and Enter goes back', async () => {
    const settlements = await review(async (page) => {
      await goToFirst(page);
      await hunk(page, 2).getByRole('button', { name: 'Mine' }).click();
      await page.locator('.conflict-hunk.mine').waitFor();
      const dialog = page.getByRole('dialog');
      for (const away of ['Enter', 'Escape']) {
        await page.keyboard.press('b');
        await dialog.getByText(`${models}: conflict 1`).waitFor();
        await dialog.getByText('apps/demo/notes.md: the whole file').waitFor();
        await page.keyboard.press('b');
        await page.keyboard.press(away);
        await dialog.waitFor({ state: 'hidden' });
      }
      expect(await page.getByText('Building.').isVisible()).toBe(false);
      await build(page);
    });
    expect(settlements).toEqual([{ kind: 'partly', choices: [null, 'mine'] }, { kind: 'later' }]);
  });

  it('refuses a build that does not confirm what is open, or confirms what no longer is', async () => {
    await review(async (page) => {
      const open = [
        { path: models, hunks: [1, 2] },
        { path: 'apps/demo/notes.md', hunks: [] },
      ];
      const refused = { status: 409 };
      expect(await post(page, 'build', {})).toMatchObject(refused);
      expect(await post(page, 'build', { open: [] })).toMatchObject(refused);
      expect(await post(page, 'build', { open, round: 1, revision: 7 })).toMatchObject(refused);
      expect(await post(page, 'build', { open: open.slice(1), round: 1, revision: 0 })).toMatchObject(
        refused,
      );
      await page.keyboard.press('b');
      await page.getByRole('dialog').getByText(`${models}: conflicts 1 and 2`).waitFor();
      const elsewhere = { path: models, hunk: 0, choice: 'next' };
      expect((await post(page, 'settle', elsewhere)).status).toBe(200);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Build/ })
        .click();
      await page.getByRole('dialog').getByText('has changed since it was confirmed').waitFor();
      await page.getByRole('dialog').getByText(`${models}: conflict 2`).waitFor();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Build/ })
        .click();
      await page.getByText('Building.').waitFor();
      expect((await post(page, 'settle', elsewhere)).status).toBe(400);
    });
  });

  it('keeps the answers when the plan is made again, and asks those again whose hunks changed', async () => {
    const again = await makePlan(mine.replace('180', '181').replace('return 1', 'return 2'));
    let second: Promise<readonly Settlement[]> = Promise.resolve([]);
    await review(async (page, opened) => {
      await goToFirst(page);
      await hunk(page, 1).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox').fill('    title = 170');
      await page.getByRole('button', { name: 'Use this text' }).click();
      await hunk(page, 1).locator('.result').waitFor();
      await hunk(page, 2).getByRole('button', { name: 'New' }).click();
      await page.getByRole('button', { name: 'notes.md' }).click();
      await page.getByRole('heading', { name: 'notes.md' }).waitFor();
      await page.keyboard.press('K');
      await page.getByText('2 of 2 conflicts settled').waitFor();
      await build(page);
      second = opened.settle(again.plan, again.questions);
      const notice = page.getByRole('alert', { name: 'The plan was made again' });
      await notice.getByText('Asked again').waitFor();
      await notice.getByText(`${models}: conflict 1`, { exact: true }).waitFor();
      await goToFirst(page);
      await page.getByText('1 of 2 conflicts settled').waitFor();
      await hunk(page, 1).getByRole('button', { name: 'Edit' }).click();
      expect(await page.getByRole('textbox').inputValue()).toBe('    title = 170');
      await page.getByRole('button', { name: 'Use this text' }).click();
      await build(page);
      await second;
    });
    expect(await second).toEqual([
      { kind: 'merged', text: merged.replace('150', '170').replace('return 1', 'return 2') },
      { kind: 'keep' },
    ]);
  });
});
