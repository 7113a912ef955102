import type { EntitySpec, ListPage } from '../../../lib/index.ts';
import { findControl } from './forms.ts';
import type { Entry } from './forms.ts';
import { rowsOf } from './walk-application.ts';
import type { Walk } from './walk-application.ts';

/** Looks at a list whose rows are exactly `made`: their number, every order, every filter, and the search. */
export async function walkList(
  walk: Walk,
  page: ListPage,
  entity: EntitySpec,
  made: readonly Record<string, Entry>[],
): Promise<void> {
  const { browser, check } = walk;
  const list = await browser.get(page.path);
  if (!check(list.status === 200, `${page.path} answers ${list.status}`)) return;
  const rows = rowsOf(list);
  check(rows.length === made.length, `${page.path} has ${rows.length} rows after making ${made.length}`);
  if (made.length === 0) return;
  for (const key of page.sorts) {
    const up = await browser.get(`${page.path}?sort=${key.parameter}`);
    const down = await browser.get(`${page.path}?sort=-${key.parameter}`);
    check(
      up.status === 200 && down.status === 200 && rowsOf(up).length === rows.length,
      `${page.path} cannot sort by ${key.parameter}`,
    );
    const values = new Set(made.map((values) => String(values[key.field])));
    if (values.size === made.length && key.through === null) {
      check(
        rowsOf(up).join('\n') === [...rowsOf(down)].reverse().join('\n'),
        `${page.path}: -${key.parameter} is not ${key.parameter} reversed`,
      );
    }
    if (key.enumOrder !== null) checkEnumOrder(walk, page, key.field, key.enumOrder, entity, rowsOf(up));
  }
  await walkFilters(walk, page, made);
  await walkSearch(walk, page, made);
  const odd = await browser.get(`${page.path}?sort=nonsense&page=999&page=x`);
  check(odd.status < 500, `${page.path} breaks on odd parameters: ${odd.status}`);
}

function checkEnumOrder(
  walk: Walk,
  page: ListPage,
  field: string,
  order: readonly string[],
  entity: EntitySpec,
  rows: readonly string[],
): void {
  const column = page.columns.findIndex((each) => each.field === field);
  if (column < 0) return;
  const spec = entity.fields.find(({ name }) => name === field);
  const labels = page.filters.find((filter) => filter.field === field)?.choices;
  if (spec?.type.kind !== 'enum' || !labels) return;
  const places = rows.map((row) =>
    order.findIndex((value) => row.includes(labels.find((choice) => choice.value === value)?.label ?? '\0')),
  );
  const sorted = [...places].sort((a, b) => a - b);
  if (places.every((place) => place >= 0) && new Set(rows).size === rows.length) {
    walk.check(
      places.join() === sorted.join(),
      `${page.path}: ${field} is not sorted as declared: ${rows.join(' | ')}`,
    );
  }
}

async function walkFilters(
  walk: Walk,
  page: ListPage,
  made: readonly Record<string, Entry>[],
): Promise<void> {
  for (const filter of page.filters) {
    const values = made.map((values) => values[filter.field]);
    if (
      filter.control === 'choice' &&
      filter.choices !== null &&
      values.every((value) => value !== undefined)
    ) {
      for (const choice of filter.choices) {
        const found = await walk.browser.get(
          `${page.path}?${filter.parameter}=${encodeURIComponent(choice.value)}`,
        );
        const expected = values.filter((value) => value === choice.label).length;
        walk.check(
          found.status === 200 && rowsOf(found).length === expected,
          `${page.path}?${filter.parameter}=${choice.value} has ${rowsOf(found).length} rows, not ${expected}`,
        );
      }
    } else {
      const list = await walk.browser.get(page.path);
      const control = findControl(list, filter.label);
      walk.check(control !== undefined, `${page.path} has no filter labelled ${filter.label}`);
      const odd = await walk.browser.get(`${page.path}?${filter.parameter}=no-such-value`);
      walk.check(odd.status === 200, `${page.path} breaks on an unknown ${filter.parameter}: ${odd.status}`);
    }
  }
}

async function walkSearch(walk: Walk, page: ListPage, made: readonly Record<string, Entry>[]): Promise<void> {
  const own = page.search.filter(({ through }) => through === null).map(({ field }) => field);
  const texts = own
    .flatMap((field) => made.map((values) => values[field]))
    .filter((text) => typeof text === 'string');
  for (const text of texts.slice(0, 2)) {
    const found = await walk.browser.get(`${page.path}?q=${encodeURIComponent(String(text).toUpperCase())}`);
    const expected = made.filter((values) =>
      own.some((field) =>
        String(values[field] ?? '')
          .toLowerCase()
          .includes(String(text).toLowerCase()),
      ),
    ).length;
    const count = rowsOf(found).length;
    walk.check(
      count >= expected && count > 0,
      `${page.path} finds ${count} rows for "${text}", not ${expected}`,
    );
  }
  if (page.search.length === 0) return;
  const none = await walk.browser.get(`${page.path}?q=zzz-nothing-like-it`);
  walk.check(none.status === 200 && rowsOf(none).length === 0, `${page.path} finds rows for nonsense`);
}
