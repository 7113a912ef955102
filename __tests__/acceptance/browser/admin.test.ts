import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startApplication, type Application } from '../../support/browser/applications.ts';
import {
  findViolations,
  launchChromium,
  loadAfter,
  logIn,
  openWindow,
  overflowOf,
  type Window,
} from '../../support/browser/chromium.ts';
import { submit } from '../../support/browser/fill-in.ts';
import { tabTo } from '../../support/browser/keyboard.ts';
import { seedRecords } from '../../support/browser/seed-records.ts';
import { example } from '../../support/samples.ts';

const minutes = 60_000;

describe('the admin area of express_micro', () => {
  let chromium: Browser;
  let app: Application;
  let window: Window;
  /** The pages of each kind of record: a list, two forms, and the question before deleting. */
  let paths: string[];
  beforeAll(async () => {
    chromium = await launchChromium();
    app = await startApplication('express_micro', example('medium', 'library.core'));
    const keys = await seedRecords(app);
    window = await openWindow(chromium, app);
    await logIn(window, app);
    await window.open('/admin/');
    const sections = await window.page
      .locator('nav[aria-label=Main] a[href^="/admin/"]')
      .evaluateAll<string[], { getAttribute(name: string): string | null }>((links) =>
        links.map((link) => link.getAttribute('href')!),
      );
    const slugs = new Map(app.pages.entities.map(({ slug, entity }) => [`/admin/${slug}/`, keys[entity]]));
    paths = sections.flatMap((section) => {
      if (section === '/admin/') return [section];
      const key = slugs.get(section);
      const own = key === undefined ? [] : [`${section}${key}/edit/`, `${section}delete/?key=${key}`];
      return [section, `${section}new/`, ...own];
    });
  }, 5 * minutes);
  afterAll(async () => {
    await window?.page.context().close();
    await app?.stop();
    await chromium?.close();
  });

  it(
    'fits into 360 pixels, and marks where one is',
    async () => {
      const { page, open, wrongs } = window;
      const found: string[] = [];
      await page.setViewportSize({ width: 360, height: 740 });
      for (const path of paths) {
        const status = await open(path);
        if (status !== 200) found.push(`${path} answers ${status}`);
        const overflow = await overflowOf(page);
        if (overflow > 0) found.push(`${path} is ${overflow} pixels wider than its window`);
        const marked = page.locator('nav[aria-label=Main] a[aria-current]');
        const href = await marked.getAttribute('href');
        const isRight = path === '/admin/' ? href === path : href !== '/admin/' && path.startsWith(href!);
        if (!isRight) found.push(`${path}: ${href} is marked`);
      }
      expect(paths.length).toBeGreaterThan(30);
      expect([...found, ...wrongs]).toEqual([]);
    },
    5 * minutes,
  );

  it(
    'breaks no rule of accessibility, in light and in dark',
    async () => {
      const { page, open } = window;
      const found: string[] = [];
      const look = async (name: string) => void found.push(...(await findViolations(page, name)));
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const path of paths.filter((each) => /^\/admin\/(?:books|auth\/users|$)/.test(each))) {
        await open(path);
        await look(path);
      }
      await open('/admin/books/?q=nothing-like-this');
      await look('a list without a match');
      await open('/admin/members/new/');
      await submit(page);
      await look('a form with errors');
      await page.setViewportSize({ width: 360, height: 740 });
      await open('/admin/books/');
      await look('a list in a narrow window');
      await page.getByRole('button', { name: 'Menu' }).click();
      await look('an open menu in a narrow window');
      expect(found).toEqual([]);
    },
    5 * minutes,
  );

  it(
    'is used with the keyboard alone',
    async () => {
      const { page, open } = window;
      await page.setViewportSize({ width: 1280, height: 800 });
      await open('/admin/people/');
      await tabTo(page, 'Add person');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      await tabTo(page, 'Name');
      await page.keyboard.type('Zora Keys');
      await tabTo(page, 'Save');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.getByRole('status').innerText()).toBe('Person created.');
      await tabTo(page, 'Search');
      await page.keyboard.type('zora');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      await page.getByRole('checkbox', { name: 'Choose Zora Keys' }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Delete the chosen people' }).focus();
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.locator('main').innerText()).toContain('Zora Keys');
      await tabTo(page, 'Delete');
      await loadAfter(page, () => page.keyboard.press('Enter'));
      expect(await page.getByRole('status').innerText()).toBe('“Zora Keys” was deleted.');
    },
    2 * minutes,
  );
});
