import { parse } from 'node-html-parser';
import type { Locator, Page } from 'playwright-core';
import type { FormPage } from '../../../lib/index.ts';
import { textOf } from '../walk/browser.ts';
import type { Visit } from '../walk/browser.ts';
import { entriesFor } from '../walk/entries.ts';
import type { FormEntries } from '../walk/entries.ts';
import type { Entry } from '../walk/forms.ts';
import type { Application } from './applications.ts';
import { loadAfter } from './chromium.ts';

/** The control of the page's content that bears a label. */
export function control(page: Page, label: string): Locator {
  return page.locator('main').getByLabel(label, { exact: true });
}

/** Enters a value as a person would. */
export async function enter(page: Page, label: string, entry: Entry): Promise<void> {
  const input = control(page, label);
  const kind = await input.evaluate((element) => (element as { type?: string }).type ?? '');
  if (typeof entry === 'boolean') await input.setChecked(entry);
  else if (typeof entry !== 'string') await input.selectOption(entry.map((text) => ({ label: text })));
  else if (kind.startsWith('select')) await input.selectOption({ label: entry });
  else await input.fill(entry);
}

/** The open page, as the walk without scripts sees it. */
export async function visitOf(page: Page): Promise<Visit> {
  const body = await page.content();
  const document = parse(body, { comment: false });
  const { pathname, search } = new URL(page.url());
  return { status: 200, path: pathname + search, redirects: 0, document, body, text: textOf(document) };
}

/** Valid values for the open form, the `index`-th of their kind. */
export async function valuesFor(
  page: Page,
  form: FormPage,
  app: Application,
  index: number,
): Promise<FormEntries> {
  const entity = app.spec.entities.find(({ name }) => name === form.entity)!;
  return entriesFor(await visitOf(page), form, entity, index);
}

/** Presses the main button of the form and waits for the next page. */
export async function submit(page: Page): Promise<void> {
  await loadAfter(page, () => page.locator('main form[method=post] button[type=submit]').first().click());
}
