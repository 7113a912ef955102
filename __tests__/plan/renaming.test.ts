import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { findRenaming } from '../../lib/find-renaming.ts';
import { planResolve } from '../../lib/plan/resolve.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { SpecShape } from '../../lib/spec/renames.ts';
import { BuildFolder } from './build-folder.ts';

const path = 'apps/demo/models.py';
const model = (field: string, more = ''): string =>
  `from django.db import models\n\n\nclass Offer(models.Model):\n    ${field} = models.TextField()\n${more}`;
const method = (field: string): string => `\n    def double(self):\n        return self.${field} * 2\n`;

const was: SpecShape = { entities: { Offer: { price: 'text' } }, surfaces: {}, renames: {} };
const is: SpecShape = {
  entities: { Offer: { fee: 'text' } },
  surfaces: {},
  renames: { 'field Offer.fee': 'price' },
};
const request = { shape: is, findRenaming: (former: unknown) => findRenaming(former, is) };

let folder: BuildFolder;
beforeEach(async () => {
  folder = new BuildFolder();
  await folder.build({ 'models.py': model('price'), 'other.py': 'price\n' }, { shape: was });
  folder.write(path, model('price', method('price')));
});
afterEach(() => folder.discard());

const next = { 'models.py': model('fee'), 'other.py': 'fee\n' };

/** Builds over the rename, while the user saves the model in the middle of the commit. */
async function buildBesideSave(): Promise<void> {
  const settled = await folder.settle(next, request);
  const books = settled.bookkeeping.map((operation) => ({
    path: operation.path,
    before: Buffer.from(folder.read(operation.path) ?? ''),
    after: operation.kind === 'write' ? operation.contents : null,
  }));
  const reopened = await settled.reopen(books, [path]);
  for (const { path: book, after } of books) folder.write(book, reopened.get(book) ?? after!);
  folder.write('apps/demo/other.py', 'fee\n');
}

describe('a file that was saved while a renaming build was committed', () => {
  beforeEach(buildBesideSave);

  it('follows in the next build, and once', async () => {
    await folder.build(next, request);
    expect(folder.read(path)).toBe(model('fee', method('fee')));
    folder.write(path, model('fee', method('price')));
    await folder.build(next, request);
    expect(folder.read(path)).toBe(model('fee', method('price')));
  });

  it('follows where it is resolved', async () => {
    const plan = await planResolve(folder.dir, { findRenaming });
    await commitPlan(await settlePlan(plan, { policy: 'fail' }));
    expect(folder.read(path)).toBe(model('fee', method('fee')));
    expect(folder.read('.dazzle/baseline/spec.json')).not.toContain('behind');
  });
});
