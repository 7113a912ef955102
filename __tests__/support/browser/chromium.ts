import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { repository } from '../django-project.ts';
import type { Application } from './applications.ts';

const axe = readFileSync(join(repository, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Debian's Chromium. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

/** A window that notes what its pages do wrong. */
export interface Window {
  readonly page: Page;
  /** Errors on the console, uncaught exceptions, answers of 500 and above, requests to other hosts, each with the page. */
  readonly wrongs: string[];
  /** Opens a path of the application and gives the status. */
  open(path: string): Promise<number>;
}

/** Opens a window of a new person, without cookies. */
export async function openWindow(browser: Browser, app: Application): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const wrongs: string[] = [];
  const note = (what: string): number => wrongs.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => {
    // The browser itself reports the statuses that tests ask for, such as 404.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) note(message.text());
  });
  page.on('pageerror', (error) => note(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${app.origin}/`)) note(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    const isDocument = response.request().resourceType() === 'document';
    if (response.status() >= (isDocument ? 500 : 400)) note(`${response.url()} answers ${response.status()}`);
  });
  const open = async (path: string): Promise<number> => {
    const response = await page.goto(app.origin + path);
    return response?.status() ?? 0;
  };
  return { page, wrongs, open };
}

/** Logs the person of a window in. */
export async function logIn({ page, open }: Window, app: Application): Promise<void> {
  await open('/login/');
  await page.getByLabel('Username').fill(app.username);
  await page.getByLabel('Password').fill(app.password);
  await loadAfter(page, () => page.getByRole('button', { name: 'Log in' }).click());
}

/** Does what loads another page, and waits for it. */
export async function loadAfter(page: Page, action: () => Promise<unknown>): Promise<void> {
  const from = page.url();
  await Promise.all([page.waitForEvent('load'), action()]).catch((error: unknown) => {
    throw new Error(`nothing loads after ${from}`, { cause: error });
  });
}

/** Rules of WCAG and good practice that the page called `name` breaks, in light and in dark, each with an element. */
export async function findViolations(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const broken = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`,
    );
    found.push(...broken.map((what) => `${name}, ${colorScheme}: ${what}`));
  }
  return found;
}

/** How many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth');
}
