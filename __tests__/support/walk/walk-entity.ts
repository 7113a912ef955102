import { invalidSamples } from '../../../lib/kit/fields/samples.ts';
import type { EntityPages, EntitySpec, FieldSpec, FormPage, ListPage } from '../../../lib/index.ts';
import type { Visit } from './browser.ts';
import { entriesFor, inputsOf } from './entries.ts';
import { fillForm, isMarkedWrong } from './forms.ts';
import type { Entry } from './forms.ts';
import { linksOf, rowsOf } from './walk-application.ts';
import type { Walk } from './walk-application.ts';
import { walkPageNumbers, walkUnstorable } from './walk-abuse.ts';
import { walkList } from './walk-list.ts';

/** Rows that fill one page of a list. */
const pageSize = 25;

/** Walks through all pages of one entity. */
export async function walkEntity(walk: Walk, pages: EntityPages, entity: EntitySpec): Promise<void> {
  const made = await makeRecords(walk, pages, entity, 3);
  walk.made.set(entity.name, made);
  for (const list of pages.lists) await walkList(walk, list, entity, made);
  const id = await idOfSome(walk, pages);
  if (id !== null) await walkRecord(walk, pages, entity, id);
  if (made.length > 0 && pages.lists[0] !== undefined && isFirstOfItsKind(walk, entity)) {
    await walkLongList(walk, pages, entity, pages.lists[0]);
  }
  await walkMissingModes(walk, pages);
}

/** Long lists take many requests: one entity is enough. */
function isFirstOfItsKind(walk: Walk, entity: EntitySpec): boolean {
  const others = [...walk.made].filter(([name, rows]) => name !== entity.name && rows.length > 0);
  return others.length === 0;
}

async function makeRecords(
  walk: Walk,
  pages: EntityPages,
  entity: EntitySpec,
  count: number,
): Promise<Record<string, Entry>[]> {
  const made: Record<string, Entry>[] = [];
  const page = pages.creates[0];
  if (page === undefined) return made;
  for (let index = 1; index <= count; index++) {
    const form = await walk.browser.get(page.path);
    if (!walk.check(form.status === 200, `${page.path} answers ${form.status}`)) return made;
    const { entries, values, impossible } = entriesFor(form, page, entity, index);
    if (impossible !== null) return made;
    if (index === 1) {
      await walkMistakes(walk, page, entity, entries);
      await walkUnstorable(walk, page, entity, entries);
    }
    const saved = await walk.browser.send(fillForm(form, entries), form);
    if (saved.redirects === 0 && index > 1) continue; // Refs that are unique run out of records to choose.
    if (!walk.check(saved.redirects > 0 && saved.status === 200, refusal(page.path, saved))) return made;
    made.push(values);
    if (index === 1) await walkTwins(walk, page, entity, entries);
  }
  return made;
}

function refusal(path: string, visit: Visit): string {
  return `${path} refuses valid values (${visit.status}): ${visit.text.slice(0, 400)}`;
}

/** Required fields left empty, and values that must be refused, each marked at its input. */
async function walkMistakes(
  walk: Walk,
  page: FormPage,
  entity: EntitySpec,
  entries: Readonly<Record<string, Entry>>,
): Promise<void> {
  for (const input of inputsOf(page)) {
    const field = entity.fields.find(({ name }) => name === input.field);
    if (field === undefined || input.input === 'checkbox') continue;
    const wrong = [
      ...(input.required ? [{ value: '', problem: 'empty' }] : []),
      ...invalidSamples(field).filter(({ problem }) => input.input !== 'record' && problem !== undefined),
    ];
    for (const { value, problem } of wrong) {
      const form = await walk.browser.get(page.path);
      const rest = { ...entries };
      delete rest[input.label];
      const answer = await walk.browser.send(fillForm(form, rest, { raw: { [input.label]: value } }), form);
      const where = `${page.path}: ${input.label} (${problem})`;
      if (!walk.check(answer.redirects === 0, `${where} is saved`)) continue;
      walk.check(answer.status < 500, `${where} answers ${answer.status}`);
      walk.check(isMarkedWrong(answer, input.label), `${where} is not marked at its input`);
    }
  }
}

/** Unique fields refuse the same value again. */
async function walkTwins(
  walk: Walk,
  page: FormPage,
  entity: EntitySpec,
  entries: Readonly<Record<string, Entry>>,
): Promise<void> {
  const inputs = new Set(inputsOf(page).map(({ field }) => field));
  const isUnique = (field: FieldSpec): boolean =>
    (field.unique || field.primaryKey) && inputs.has(field.name);
  if (!entity.fields.some(isUnique)) return;
  const form = await walk.browser.get(page.path);
  const answer = await walk.browser.send(fillForm(form, entries), form);
  walk.check(answer.redirects === 0 && answer.status < 500, `${page.path} saves a twin of a unique record`);
}

/** The key in the address of some record, found through a list as a person would. */
async function idOfSome(walk: Walk, pages: EntityPages): Promise<string | null> {
  for (const list of pages.lists) {
    const visit = await walk.browser.get(list.path);
    const start = `/${pages.slug}/`;
    for (const link of linksOf(visit)) {
      const match = link.startsWith(start) ? /^([^/?]+)\//.exec(link.slice(start.length)) : null;
      const taken = [
        'new',
        ...pages.lists.map((each) => each.surface),
        ...pages.creates.map((each) => each.surface),
      ];
      if (match !== null && !taken.includes(match[1]!)) return match[1]!;
    }
  }
  return null;
}

function at(path: string, id: string): string {
  return path.replace(':id', id);
}

async function walkRecord(walk: Walk, pages: EntityPages, entity: EntitySpec, id: string): Promise<void> {
  const { browser, check } = walk;
  for (const view of pages.views) {
    const visit = await browser.get(at(view.path, id));
    check(visit.status === 200, `${view.path} answers ${visit.status}`);
    for (const { label } of view.sections.flatMap(({ fields }) => fields)) {
      check(visit.text.includes(label), `${view.path} does not show ${label}`);
    }
    const other = id.includes('-') ? '00000000-0000-4000-8000-00000000dead' : '999999';
    const missing = await browser.get(at(view.path, other));
    check(missing.status === 404, `${view.path} of no record answers ${missing.status}`);
  }
  for (const edit of [...pages.edits, ...pages.customs]) await walkEdit(walk, edit, entity, id);
  if (pages.delete !== null) await walkDelete(walk, pages, id);
}

async function walkEdit(walk: Walk, page: FormPage, entity: EntitySpec, id: string): Promise<void> {
  const { browser, check } = walk;
  const form = await browser.get(at(page.path, id));
  if (!check(form.status === 200, `${page.path} answers ${form.status}`)) return;
  const text = inputsOf(page).find(({ input, field, maxLength }) => {
    const spec = entity.fields.find(({ name }) => name === field);
    return (
      (input === 'text' || input === 'textarea') &&
      ['str', 'text'].includes(spec?.type.kind ?? '') &&
      spec?.pattern === null &&
      (maxLength ?? 99) >= 14
    );
  });
  const entries: Record<string, Entry> = text === undefined ? {} : { [text.label]: 'Changed value' };
  const saved = await browser.send(fillForm(form, entries), form);
  if (!check(saved.redirects > 0 && saved.status === 200, refusal(page.path, saved))) return;
  const again = await browser.get(at(page.path, id));
  if (text !== undefined)
    check(again.body.includes('Changed value'), `${page.path} does not keep ${text.label}`);
}

async function walkDelete(walk: Walk, pages: EntityPages, id: string): Promise<void> {
  const { browser, check } = walk;
  const path = at(pages.delete!.path, id);
  const question = await browser.get(path);
  if (!check(question.status === 200, `${pages.delete!.path} answers ${question.status}`)) return;
  const before = await countOf(walk, pages);
  const answer = await browser.send(fillForm(question, {}), question);
  check(answer.status < 500, `${pages.delete!.path} answers ${answer.status} when sent`);
  const after = await countOf(walk, pages);
  if (before !== null) check(after === before - 1, `${pages.delete!.path} leaves ${after} of ${before} rows`);
  const gone = await browser.get(path);
  check(gone.status === 404, `${pages.delete!.path} still answers ${gone.status} after deleting`);
}

async function countOf(walk: Walk, pages: EntityPages): Promise<number | null> {
  const list = pages.lists[0];
  return list === undefined ? null : rowsOf(await walk.browser.get(list.path)).length;
}

/** More records than a page holds. */
async function walkLongList(
  walk: Walk,
  pages: EntityPages,
  entity: EntitySpec,
  list: ListPage,
): Promise<void> {
  const page = pages.creates[0]!;
  const there = await countOf(walk, pages);
  for (let index = 11; index < 11 + pageSize + 2 - (there ?? 0); index++) {
    const form = await walk.browser.get(page.path);
    const { entries, impossible } = entriesFor(form, page, entity, index);
    if (impossible !== null) return;
    const saved = await walk.browser.send(fillForm(form, entries), form);
    if (saved.redirects === 0) return;
  }
  const first = await walk.browser.get(list.path);
  const second = await walk.browser.get(`${list.path}?page=2`);
  walk.check(rowsOf(first).length === pageSize, `${list.path} shows ${rowsOf(first).length} rows a page`);
  walk.check(rowsOf(second).length === 2, `${list.path}?page=2 shows ${rowsOf(second).length} rows, not 2`);
  walk.check(
    linksOf(first).some((link) => /[?&]page=2\b/.test(link)),
    `${list.path} has no link to page 2`,
  );
  await walkPageNumbers(walk, list);
}

/** Pages of modes that the spec does not declare do not exist. */
async function walkMissingModes(walk: Walk, pages: EntityPages): Promise<void> {
  const missing = [
    ...(pages.lists.length === 0 ? [`/${pages.slug}/`] : []),
    ...(pages.creates.length === 0 ? [`/${pages.slug}/new/`] : []),
  ];
  for (const path of missing) {
    const visit = await walk.browser.get(path);
    walk.check(visit.status === 404, `${path}, which the spec does not declare, answers ${visit.status}`);
  }
}
