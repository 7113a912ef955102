import { describe, expect, it } from '@jest/globals';
import { buildPages } from '../../../lib/kit/pages/build-pages.ts';
import type { FormPage, ListPage, PageModel } from '../../../lib/kit/pages/page-model.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { codes, pagesOf, surface, ticket } from './page-specs.ts';

function listOf(model: PageModel, name: string): ListPage {
  return model.bySurface[name] as ListPage;
}

function formOf(model: PageModel, name: string): FormPage {
  return model.bySurface[name] as FormPage;
}

describe('addresses', () => {
  it('follow the mode for the first surface and the name for a further one', () => {
    const model = pagesOf(
      ticket +
        ['a list', 'b list', 'c view', 'd view', 'e create', 'f create', 'g edit', 'h edit', 'i custom']
          .map((line) => surface(line.split(' ')[0]!, line.split(' ')[1]!, ['title', 'owner']))
          .join(''),
    );
    expect(
      Object.fromEntries(Object.values(model.bySurface).map((page) => [page.surface, page.path])),
    ).toEqual({
      a: '/tickets/',
      b: '/tickets/b/',
      c: '/tickets/:id/',
      d: '/tickets/:id/d/',
      e: '/tickets/new/',
      f: '/tickets/f/',
      g: '/tickets/:id/edit/',
      h: '/tickets/:id/h/',
      i: '/tickets/:id/i/',
    });
    expect(model.entities[1]!.delete!.path).toBe('/tickets/:id/delete/');
  });

  it('keep out of the way of the application itself', () => {
    const model = pagesOf(`
entity Login "Login":
  id: uuid pk
  name: str(9)
surface logins "L":
  uses entity Login
  mode: list
  section main:
    field name
surface admin "Admin":
  mode: custom
  section main:
    field text
entity Api "A":
  id: uuid pk
`);
    expect(model.entities.map((entity) => entity.slug)).toEqual(['logins', 'apis']);
    expect(model.freePages.map((page) => page.path)).toEqual(['/admin-page/']);
    expect(codes(model)).toEqual(['DZL361']);
  });

  it('get -records behind a plural that is taken', () => {
    const model = pagesOf(`
entity Experience "Experience":
  id: uuid pk
  name: str(9)
surface all "All":
  uses entity Experience
  mode: list
  section main:
    field name
`);
    expect(model.entities[0]!.lists[0]!.path).toBe('/experiences-records/');
    expect(codes(model)).toEqual(['DZL360']);
  });
});

describe('lists', () => {
  const list = surface('all', 'list', ['title "Subject"', 'status', 'q', 'owner', 'notes', 'watchers']);

  it('filter by enum, bool and ref fields, search in texts, and sort by what has an order', () => {
    const page = listOf(pagesOf(ticket + list), 'all');
    expect(page.filters.map((filter) => [filter.parameter, filter.control])).toEqual([
      ['status', 'choice'],
      ['f_q', 'yes-no'],
      ['owner', 'record'],
    ]);
    expect(page.search).toEqual([
      { field: 'title', through: null },
      { field: 'notes', through: null },
    ]);
    expect(page.sorts.map((sort) => [sort.parameter, sort.label, sort.enumOrder, sort.through])).toEqual([
      ['title', 'Subject', null, null],
      ['status', 'Status', ['open', 'closed'], null],
      ['q', 'Q', null, null],
      ['owner', 'Owner', null, 'name'],
      ['notes', 'Notes', null, null],
    ]);
    expect(page.order).toEqual([{ field: 'created_at', direction: 'desc', enumOrder: null, through: null }]);
    expect([page.pageSize, page.joins, page.prefetches]).toEqual([25, ['owner'], ['watchers']]);
  });

  it('let ux take the place of what they would choose', () => {
    const ux =
      '  ux:\n    show: status, title\n    filter: created_at\n    search: owner\n    sort: status desc\n    empty: "None."\n';
    const page = listOf(pagesOf(ticket + list + ux), 'all');
    expect(page.columns.map((column) => [column.field, column.label, column.isLink])).toEqual([
      ['status', 'Status', true],
      ['title', 'Subject', false],
    ]);
    expect(page.filters.map((filter) => [filter.parameter, filter.match])).toEqual([['created_at', 'day']]);
    expect(page.search).toEqual([{ field: 'owner', through: 'name' }]);
    expect(page.order).toEqual([
      { field: 'status', direction: 'desc', enumOrder: ['open', 'closed'], through: null },
    ]);
    expect(page.emptyText).toBe('None.');
  });
});

describe('forms', () => {
  it('ask at their end for required fields that the surface leaves out', () => {
    const model = pagesOf(ticket + surface('add', 'create', ['title', 'status', 'created_at']));
    const inputs = formOf(model, 'add').sections.flatMap((section) =>
      section.fields.map((field) => [field.field, field.required, field.isAdded]),
    );
    expect(inputs).toEqual([
      ['title', true, false],
      ['status', true, false],
      ['owner', true, true],
    ]);
    expect(codes(model)).toEqual(['DZL362']);
  });

  it('show a generated field without asking for it', () => {
    const page = formOf(pagesOf(ticket + surface('change', 'edit', ['title', 'created_at'])), 'change');
    expect(page.sections[0]!.fields.map((field) => [field.field, field.isReadOnly])).toEqual([
      ['title', false],
      ['created_at', true],
    ]);
  });

  it('lead to the view, else to the list, else home', () => {
    const add = surface('add', 'create', ['title', 'owner']);
    const routes = [
      surface('one', 'view', ['title']) + surface('all', 'list', ['title']),
      surface('all', 'list', ['title']),
      '',
    ].map((others) => {
      const target = formOf(pagesOf(ticket + add + others), 'add').afterSave;
      return target.kind === 'integration' ? null : target.routeName;
    });
    expect(routes).toEqual(['one', 'all', 'home']);
  });
});

describe('deletion', () => {
  it('exists with an edit surface, and knows what goes and what protects', () => {
    const text = `${ticket}surface person "Person":\n  uses entity User\n  mode: edit\n  section main:\n    field name\n`;
    const { delete: page } = pagesOf(text).entities[0]!;
    expect(
      [page!.protectedBy, page!.clears, page!.unlinks].map((list) => list.map((each) => each.field)),
    ).toEqual([['owner'], ['helper'], ['watchers']]);
    expect(pagesOf(ticket + surface('all', 'list', ['title'])).entities[1]!.delete).toBeNull();
  });
});

it('decides once a spec, and gives plain JSON', () => {
  const { spec } = loadSpec([
    { file: 'a.dsl', text: `app desk "Desk"\n${ticket}${surface('all', 'list', ['title'])}` },
  ]);
  const model = buildPages(spec!);
  expect(buildPages(spec!)).toBe(model);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});
