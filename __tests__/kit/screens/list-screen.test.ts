import { expect, it } from '@jest/globals';
import type { ListPage } from '../../../lib/kit/pages/page-model.ts';
import { listScreen, longestCell } from '../../../lib/kit/screens/list-screen.ts';
import { bothBackends, textOf } from '../both-backends.ts';
import { pagesOf, surface, ticket } from '../pages/page-specs.ts';
import { asWords } from './part-text.ts';

it('puts the ways to make a record behind the own actions of a list, the first of them as the main one', () => {
  const model = pagesOf(
    ticket +
      surface(
        'tickets',
        'list',
        ['title'],
        '  action own "Own":\n    on click -> surface tickets\n  action look "Look":\n    on click -> surface one\n',
      ) +
      surface('one', 'view', ['title']) +
      surface('add', 'create', ['title', 'owner']) +
      surface('add_more', 'create', ['title', 'owner']),
  );
  const { actions, rowActions, emptyActions } = listScreen(
    asWords,
    model.entities[0]!,
    model.bySurface['tickets'] as ListPage,
  );
  expect(actions).toEqual([
    'link Own -> /tickets/ (usual)',
    'link add -> /tickets/new/ (main)',
    'link add_more -> /tickets/add_more/ (usual)',
  ]);
  expect(rowActions).toEqual(['link Look -> /tickets/:id/ (small)']);
  expect(emptyActions).toEqual(['link add -> /tickets/new/ (usual)']);
});

it('leads from the first column to the page of its record, where there is one, and sets numbers apart', () => {
  const columnsOf = (more: string): object => {
    const model = pagesOf(
      'entity Line:\n  id: uuid pk\n  code: str(9)\n  price: decimal(8,2)\n' +
        'surface lines:\n  uses entity Line\n  mode: list\n  section main:\n    field code\n    field price\n' +
        more,
    );
    const { columns } = listScreen(asWords, model.entities[0]!, model.bySurface['lines'] as ListPage);
    return columns.map(({ value, isNumber }) => [value, isNumber]);
  };
  const view = 'surface line:\n  uses entity Line\n  mode: view\n  section main:\n    field code\n';
  expect(columnsOf(view)).toEqual([
    ['Line.code -> /lines/:id/', false],
    ['Line.price in a cell', true],
  ]);
  expect(columnsOf('')).toEqual([
    ['Line.code in a cell', false],
    ['Line.price in a cell', true],
  ]);
});

it('has a length to which both backends cut long text and JSON', async () => {
  const { django, express } = await bothBackends(
    'entity Note "Note":\n  id: uuid pk\n  body: text\n  extra: json\n\n' +
      'surface notes "Notes":\n  uses entity Note\n  mode: list\n  section main:\n    field body\n    field extra\n',
  );
  const [code] = /(?<=shorten: ).+(?=,\n)/.exec(textOf(express, /src\/view-values\.js$/))!;
  const shorten = new Function(`return ${code};`)() as (text: string) => string;
  expect(shorten('x'.repeat(longestCell))).toBe('x'.repeat(longestCell));
  expect(shorten('x'.repeat(longestCell + 1))).toBe(`${'x'.repeat(longestCell - 1)}…`);
  const list = textOf(django, /templates\/.*\/note\w*\.html$/);
  expect(list.match(/truncatechars:\d+/g)).toEqual([
    `truncatechars:${longestCell}`,
    `truncatechars:${longestCell}`,
  ]);
});
