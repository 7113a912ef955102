import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pageBackends, startApplication, type Application } from '../../support/browser/applications.ts';
import { launchChromium, loadAfter, logIn, openWindow, type Window } from '../../support/browser/chromium.ts';
import { control, enter, submit, valuesFor } from '../../support/browser/fill-in.ts';
import { tabTo } from '../../support/browser/keyboard.ts';
import { seedRecords } from '../../support/browser/seed-records.ts';
import { example } from '../../support/samples.ts';

const minutes = 60_000;

let chromium: Browser;
beforeAll(async () => {
  chromium = await launchChromium();
}, minutes);
afterAll(() => chromium.close());

describe.each(pageBackends)('a person who uses %s', (backend) => {
  let app: Application;
  let window: Window;
  const rows = (): Promise<string[]> => window.page.locator('main tbody tr').allInnerTexts();
  const titles = (): Promise<string[]> => window.page.locator('main tbody td:first-child a').allInnerTexts();
  const status = (): Promise<string> => window.page.getByRole('status').innerText();
  const follow = (name: string): Promise<void> =>
    loadAfter(window.page, () =>
      window.page.locator('main').getByRole('link', { name, exact: true }).first().click(),
    );

  beforeAll(async () => {
    app = await startApplication(backend, example('medium', 'library.core'));
    await seedRecords(app, { Book: 30, Review: 0 });
    window = await openWindow(chromium, app);
    await logIn(window, app);
  }, 5 * minutes);
  afterAll(async () => {
    await window?.page.context().close();
    await app?.stop();
  });

  it(
    'searches, filters, sorts and turns the pages of a list',
    async () => {
      const { page, open } = window;
      await open('/books/');
      expect(await page.locator('.result-count').innerText()).toBe('30 books');
      const sorted = Array.from({ length: 30 }, (_, index) => `Title ${index + 1}`).sort();
      expect(await titles()).toEqual(sorted.slice(0, 25));
      await loadAfter(page, () => page.getByRole('navigation', { name: 'Pages' }).getByText('Next').click());
      expect(await titles()).toEqual(sorted.slice(25));
      await loadAfter(page, () => page.getByRole('link', { name: 'Title', exact: true }).click());
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
      await loadAfter(page, () => page.getByRole('link', { name: 'Title', exact: true }).click());
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      expect(await titles()).toEqual([...sorted].reverse().slice(0, 25));

      await page.getByLabel('Search').fill('tItLe 2');
      await loadAfter(page, () => page.getByRole('button', { name: 'Apply' }).click());
      expect(await titles()).toEqual(sorted.filter((title) => title.startsWith('Title 2')).reverse());
      await page.getByLabel('Language').selectOption({ label: 'German' });
      await loadAfter(page, () => page.getByLabel('Search').press('Enter'));
      expect(await titles()).toEqual(['Title 27', 'Title 22', 'Title 2']);
      expect(await page.getByLabel('Language').inputValue()).toBe('german');
      expect((await rows()).every((row) => row.includes('German'))).toBe(true);
      await loadAfter(page, () => page.getByRole('link', { name: 'Clear' }).click());
      await page.getByLabel('Search').fill('100% _ nothing');
      await loadAfter(page, () => page.getByRole('button', { name: 'Apply' }).click());
      expect(await page.locator('.empty-state').innerText()).toContain('No books match.');
      await loadAfter(page, () => page.getByRole('link', { name: 'Show all' }).click());
      expect(await page.locator('.result-count').innerText()).toBe('30 books');
    },
    2 * minutes,
  );

  it(
    'is not let delete what others need, and told why',
    async () => {
      const { page, open } = window;
      await open('/classes/');
      await follow('Name 2');
      await follow('Delete');
      const main = page.locator('main');
      if ((await page.locator('main form button').count()) > 0) await submit(page);
      expect(await main.innerText()).toMatch(/30 books|still in use/);
      await open('/classes/');
      expect((await rows()).some((row) => row.includes('Name 2'))).toBe(true);
    },
    2 * minutes,
  );

  it(
    'makes a record of each entity, finds it in its list, changes it, and deletes it',
    async () => {
      const { page, open, wrongs } = window;
      for (const pages of app.pages.entities) {
        const [create] = pages.creates;
        const [list] = pages.lists;
        await open(create!.path);
        const { entries, impossible } = await valuesFor(page, create!, app, 40);
        expect(impossible).toBeNull();
        const { field } = list!.columns.find(({ isLink }) => isLink)!;
        const inputs = create!.sections.flatMap(({ fields }) => fields);
        const entry = String(entries[inputs.find((input) => input.field === field)!.label]);
        const isFound = list!.search.some((key) => key.field === field);
        const found = list!.path + (isFound ? `?q=${encodeURIComponent(entry)}` : '');
        // Others may be called the same: a copy is called by its book.
        const links = page.locator('tbody').getByRole('link', { name: entry, exact: true });
        const addresses = (): Promise<(string | null)[]> =>
          links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        await open(found);
        const others = await addresses();

        await open(create!.path);
        for (const [label, value] of Object.entries(entries)) await enter(page, label, value);
        await submit(page);
        const noun = app.spec.entities.find(({ name }) => name === pages.entity)!.title;
        expect(await status()).toBe(`${noun} created.`);

        if (pages.recordPage === null) continue;
        await open(found);
        const added = (await addresses()).filter((address) => !others.includes(address));
        expect(added).toHaveLength(1);
        const openRecord = async (): Promise<void> => {
          await open(found);
          await loadAfter(page, () => page.locator(`tbody a[href="${added[0]!}"]`).first().click());
        };
        await openRecord();
        for (const label of pages.views[0]?.sections.flatMap(({ fields }) =>
          fields.map((field) => field.label),
        ) ?? []) {
          expect(await page.locator('dt', { hasText: label }).count()).toBeGreaterThan(0);
        }
        const [edit] = pages.edits;
        if (edit === undefined) continue;
        if (pages.views.length > 0) await follow('Edit');
        await submit(page);
        expect(await status()).toBe(`${noun} saved.`);
        await open(list!.path);
        const count = page.locator('.result-count, .empty-state').first();
        const before = parseInt(await count.innerText());
        await openRecord();
        await follow('Delete');
        await submit(page);
        expect(await status()).toMatch(/was deleted\.$/);
        await open(list!.path);
        expect(parseInt(await count.innerText()) || 0).toBe(before - 1);
      }
      expect(wrongs).toEqual([]);
    },
    5 * minutes,
  );

  it(
    'is told about mistakes beside each field and above the form, and keeps what was entered',
    async () => {
      const { page, open } = window;
      await open('/members/new/');
      await enter(page, 'Name', 'Ann');
      await enter(page, 'E-mail', 'not an address');
      await enter(page, 'Card', 'X-1');
      await enter(page, 'Fee', '-1');
      await submit(page);
      const alert = page.getByRole('alert');
      expect(await alert.locator('li').count()).toBe(3);
      for (const [label, entered] of [
        ['E-mail', 'not an address'],
        ['Card', 'X-1'],
        ['Fee', '-1'],
      ] as const) {
        const input = control(page, label);
        expect(await input.inputValue()).toBe(entered);
        expect(await input.getAttribute('aria-invalid')).toBe('true');
        const ids = (await input.getAttribute('aria-describedby'))!.split(' ');
        const error = page.locator(`[id="${ids.at(-1)!}"]`);
        expect(await error.getAttribute('class')).toBe('field-error');
        expect(await error.innerText()).not.toBe('');
        await alert.getByRole('link', { name: label }).click();
        expect(await page.evaluate('document.activeElement.id')).toBe(await input.getAttribute('id'));
      }
      expect(await control(page, 'Name').getAttribute('aria-invalid')).not.toBe('true');
      expect(await control(page, 'Name').inputValue()).toBe('Ann');
      await enter(page, 'E-mail', 'person1@example.com');
      await enter(page, 'Card', 'M-9999');
      await enter(page, 'Fee', '1.50');
      await submit(page);
      expect(await alert.innerText()).toMatch(/E-mail.*already exists/s);
      await enter(page, 'E-mail', 'ann@example.com');
      await submit(page);
      expect(await status()).toBe('Member created.');
      expect(await page.locator('.details').innerText()).toMatch(/Fee\s+1\.50/);
    },
    2 * minutes,
  );

  it(
    'presses the buttons of custom pages',
    async () => {
      const { page, open } = window;
      await open(app.pages.freePages[0]!.path);
      await enter(page, 'Your name', 'Ann');
      await loadAfter(page, () => page.getByRole('button', { name: 'I agree' }).click());
      expect(new URL(page.url()).pathname).toBe('/books/');
      await open('/copies/');
      await loadAfter(page, () => page.locator('tbody a').first().click());
      await follow('Check a copy');
      await enter(page, 'Condition', 'Damaged');
      await loadAfter(page, () => page.getByRole('button', { name: 'Checked' }).click());
      expect(new URL(page.url()).pathname).toBe('/copies/');
      expect((await rows()).join()).toContain('Damaged');
      await open('/books/new/');
      await enter(page, 'Title', 'With a copy');
      await enter(page, 'Class', 'Name 1');
      await loadAfter(page, () => page.getByRole('button', { name: 'Save and add a copy' }).click());
      expect(new URL(page.url()).pathname).toBe('/copies/new/');
    },
    2 * minutes,
  );

  it(
    'is led through an experience, and may leave it',
    async () => {
      const { page, open } = window;
      const step = (): Promise<string> => page.locator('.steps [aria-current=step]').innerText();
      await open(app.pages.experiences[0]!.path);
      await loadAfter(page, () => page.getByRole('button', { name: 'Cancel' }).click());
      expect(new URL(page.url()).pathname).toMatch(/loans\/$/);
      await open(app.pages.experiences[0]!.path);
      const seen: string[] = [];
      for (const surface of ['member_create', 'copy_create', 'loan_create']) {
        seen.push(await step());
        const form = app.pages.bySurface[surface]!;
        if (form.kind !== 'create') throw new Error(surface);
        const { entries } = await valuesFor(page, form, app, 50);
        if (surface === 'loan_create') {
          expect(await control(page, 'Member').locator('option:checked').innerText()).toBe('Name 50');
          for (const label of ['Member', 'Copy']) delete entries[label];
        }
        for (const [label, entry] of Object.entries(entries)) await enter(page, label, entry);
        await submit(page);
      }
      expect(new Set(seen).size).toBe(3);
      expect((await rows()).some((row) => row.includes('Name 50'))).toBe(true);
    },
    2 * minutes,
  );

  it(
    'needs no mouse: logs in, makes a record and opens it with the keyboard',
    async () => {
      const stranger = await openWindow(chromium, app);
      const { page, open, wrongs } = stranger;
      await open('/');
      await tabTo(page, 'Username');
      await page.keyboard.type(app.username);
      await tabTo(page, 'Password');
      await page.keyboard.type(app.password);
      await loadAfter(page, () => page.keyboard.press('Enter'));
      await tabTo(page, 'Skip to content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
      await tabTo(page, 'People');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      await tabTo(page, 'New person');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      await tabTo(page, 'Name');
      await page.keyboard.type('Zora Keys');
      await tabTo(page, 'Save');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Zora Keys');
      await open('/people/?q=zora');
      await tabTo(page, 'Zora Keys');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Zora Keys');
      await page.setViewportSize({ width: 360, height: 740 });
      await page.reload();
      await tabTo(page, 'Menu');
      expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
      await page.keyboard.press('Space');
      await tabTo(page, 'Loans');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Loans');
      expect(wrongs).toEqual([]);
      await page.context().close();
    },
    2 * minutes,
  );
});
