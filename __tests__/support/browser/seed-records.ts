import { openBrowser, type Browser } from '../walk/browser.ts';
import { entriesFor } from '../walk/entries.ts';
import { fillForm } from '../walk/forms.ts';
import type { Application } from './applications.ts';

/** A browser without scripts that is logged in. */
export async function logInWithoutScripts(app: Application): Promise<Browser> {
  const browser = openBrowser(app.origin);
  const login = await browser.get('/login/');
  const home = await browser.send(fillForm(login, { Username: app.username, Password: app.password }), login);
  if (home.path !== '/') throw new Error(`logging in leads to ${home.path}`);
  return browser;
}

/**
 * Makes the first records of every entity through its create page, in the order of need; `counts` says how many, else
 * two. Returns the key of one record of each entity, by the entity's name.
 */
export async function seedRecords(
  app: Application,
  counts: Readonly<Record<string, number>> = {},
): Promise<Readonly<Record<string, string>>> {
  const browser = await logInWithoutScripts(app);
  const keys: Record<string, string> = {};
  for (const pages of orderByNeed(app)) {
    const page = pages.creates[0];
    const entity = app.spec.entities.find(({ name }) => name === pages.entity)!;
    for (let index = 1; page !== undefined && index <= (counts[pages.entity] ?? 2); index++) {
      const form = await browser.get(page.path);
      const { entries, impossible } = entriesFor(form, page, entity, index);
      if (impossible !== null) throw new Error(`${page.path}: ${impossible}`);
      const saved = await browser.send(fillForm(form, entries), form);
      if (saved.redirects === 0 && index > 1) break; // Unique refs run out of records to choose.
      if (saved.redirects === 0 || saved.status !== 200) {
        throw new Error(`${page.path} refuses record ${index}: ${saved.text.slice(0, 500)}`);
      }
    }
    const list = pages.lists[0];
    if (list === undefined) continue;
    const shown = await browser.get(list.path);
    const start = `/${pages.slug}/`;
    for (const link of shown.document.querySelectorAll('main tbody a[href]')) {
      const address = link.getAttribute('href')!;
      if (!address.startsWith(start)) continue;
      keys[pages.entity] ??= decodeURIComponent(address.slice(start.length).split('/')[0]!);
    }
  }
  return keys;
}

/** One record for each entity that a list shows in the order of random keys: two would stand in another order each time. */
export function oneWhereChanceOrders({ spec, pages }: Application): Readonly<Record<string, number>> {
  const isByChance = ({ entity, lists }: Application['pages']['entities'][number]): boolean => {
    const { fields } = spec.entities.find(({ name }) => name === entity)!;
    const key = fields.find(({ primaryKey }) => primaryKey)!;
    return key.type.kind === 'uuid' && lists.some(({ order }) => order[0]?.field === key.name);
  };
  return Object.fromEntries(pages.entities.filter(isByChance).map(({ entity }) => [entity, 1]));
}

/** Entities after those that their fields name. */
function orderByNeed({ spec, pages }: Application): Application['pages']['entities'] {
  const fields = new Map(spec.entities.map(({ name, fields }) => [name, fields]));
  const ordered = new Set<string>();
  const add = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) return;
    for (const { type } of fields.get(name) ?? []) {
      if (type.kind === 'ref' || type.kind === 'many') add(type.entity, [...path, name]);
    }
    ordered.add(name);
  };
  for (const { name } of spec.entities) add(name, []);
  return [...ordered].flatMap((name) => pages.entities.filter(({ entity }) => entity === name));
}
