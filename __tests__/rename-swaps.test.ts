import { describe, expect, it } from '@jest/globals';
import { read, run, useProject, write } from './support/build-project.ts';

useProject();

const specOf = (visit: string, invoice: string, more = ''): string => `module shop.core
app shop "Shop"
entity ${visit}:
  id: uuid pk
  price: str(100)
  starts_at: datetime
entity ${invoice}:
  id: uuid pk
  total: decimal(8,2)
${more}`;

const swapped = ['Invoice "Visit" was Visit', 'Visit "Invoice" was Invoice'] as const;

const firstLines = (): string[] =>
  ['visit', 'invoice'].map((name) => read(`apps/demo/${name}.txt`).split('\n').slice(0, 2).join('\n'));

describe('two entities that swap their names', () => {
  it('swap once, though the spec says so for good', async () => {
    write('dsl/app.dsl', specOf('Visit "Visit"', 'Invoice "Invoice"'));
    await run();
    write('apps/demo/visit.txt', `mine\n${read('apps/demo/visit.txt')}`);
    write('dsl/app.dsl', specOf(...swapped));
    expect((await run()).unsettled).toEqual([]);
    expect(firstLines()).toEqual(['Visit\n  id uuid', 'mine\nInvoice']);
    write('dsl/app.dsl', specOf(...swapped, '  paid_on: date\n'));
    const { status, changes, diagnostics } = await run();
    expect([status, diagnostics.filter(({ code }) => code !== 'DZL189')]).toEqual(['done', []]);
    expect(changes.filter(({ kind }) => kind !== 'identical').map(({ kind, path }) => [kind, path])).toEqual([
      ['kept', 'apps/demo/invoice.txt'],
      ['update', 'apps/demo/visit.txt'],
    ]);
    expect(firstLines()).toEqual(['Visit\n  id uuid', 'mine\nInvoice']);
  });
});
