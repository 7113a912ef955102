import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openingsOf, type Opening } from '../../support/browser/addresses.ts';
import { pageBackends, startApplication, type Application } from '../../support/browser/applications.ts';
import {
  findViolations,
  launchChromium,
  logIn,
  openWindow,
  overflowOf,
  type Window,
} from '../../support/browser/chromium.ts';
import { submit } from '../../support/browser/fill-in.ts';
import { oneWhereChanceOrders, seedRecords } from '../../support/browser/seed-records.ts';
import { example } from '../../support/samples.ts';

const minutes = 60_000;
const snapshots = new Map<string, Map<string, string>>();
let chromium: Browser;
beforeAll(async () => {
  chromium = await launchChromium();
}, minutes);
afterAll(() => chromium.close());

describe.each(pageBackends)('every page of %s', (backend) => {
  let app: Application;
  let window: Window;
  let openings: Opening[];
  beforeAll(async () => {
    app = await startApplication(backend, example('medium', 'library.core'));
    openings = openingsOf(app, await seedRecords(app, { Book: 30, ...oneWhereChanceOrders(app) }));
    window = await openWindow(chromium, app);
    await logIn(window, app);
  }, 5 * minutes);
  afterAll(async () => {
    await window?.page.context().close();
    await app?.stop();
  });

  it(
    'opens, fits into 360 pixels, shows no value of the machine, and asks no other host',
    async () => {
      const { page, open, wrongs } = window;
      const found: string[] = [];
      const shown = new Map<string, string>();
      await page.setViewportSize({ width: 360, height: 740 });
      for (const { pattern, path } of openings) {
        const status = await open(path);
        if (status !== 200) found.push(`${pattern} answers ${status}`);
        const overflow = await overflowOf(page);
        if (overflow > 0) found.push(`${pattern} is ${overflow} pixels wider than its window`);
        const text = await page.locator('body').innerText();
        const odd = /\bundefined\b|\bNaN\b|\bnull\b|\[object|Invalid Date|\bNone\b|\{[{%]|<%/.exec(text);
        if (odd) found.push(`${pattern} shows ${odd[0]}`);
        const marked = await page
          .locator('nav[aria-label=Main] a[aria-current]')
          .evaluateAll<string[], Marked>((links) =>
            links.map((link) => `${link.textContent} is ${link.getAttribute('aria-current')}`),
          );
        const place =
          path === '/'
            ? 'Home is page'
            : `${nameOf(app, pattern)} is ${isLinked(app, path) ? 'page' : 'true'}`;
        if (marked.join() !== place)
          found.push(`${pattern}: ${marked.join()} in the navigation, not ${place}`);
        shown.set(pattern, normalize(await page.locator('body').ariaSnapshot()));
      }
      snapshots.set(backend, shown);
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
      const kinds = new Map(openings.map((opening) => [opening.kind, opening]));
      for (const { pattern, path } of kinds.values()) {
        await open(path);
        await look(pattern);
      }
      await open('/books/?q=nothing-like-this');
      await look('a list without a match');
      await open('/members/new/');
      await submit(page);
      await look('a form with errors');
      await open('/no-such-page/');
      await look('a page that is not there');
      await page.setViewportSize({ width: 360, height: 740 });
      await open('/books/');
      await page.getByRole('button', { name: 'Menu' }).click();
      await look('an open menu in a narrow window');
      await page.context().clearCookies();
      await open('/');
      await look('the login page');
      await submit(page);
      await look('the login page with errors');
      expect(found).toEqual([]);
    },
    5 * minutes,
  );
});

it('says the same on both backends', () => {
  const [django, express] = pageBackends.map((backend) => snapshots.get(backend)!);
  expect(Object.fromEntries(express!)).toEqual(Object.fromEntries(django!));
});

interface Marked {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

function linksOf({ pages }: Application): readonly { readonly label: string; readonly path: string }[] {
  return [...pages.home.lists, ...pages.home.free, ...pages.home.experiences];
}

function isLinked(app: Application, path: string): boolean {
  return linksOf(app).some((link) => link.path === path);
}

/** The link of the navigation whose part of the site a page belongs to: the longest beginning of its address. */
function nameOf(app: Application, pattern: string): string {
  const above = linksOf(app).filter(({ path }) => pattern.startsWith(path));
  return above.sort((left, right) => right.path.length - left.path.length)[0]!.label;
}

/** Leaves out what differs between two runs, and what a browser shows alike: keys, moments, seconds of 0, empty choices. */
function normalize(snapshot: string): string {
  return snapshot
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'KEY')
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?/g, 'MOMENT')
    .replace(/(\d\d:\d\d):00\b/g, '$1')
    .replace(/^\s*- option "-+"(?: \[selected\])?\n/gm, '');
}
