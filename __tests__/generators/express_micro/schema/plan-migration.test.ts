import { describe, expect, it } from '@jest/globals';
import type { AppSpec } from '../../../../lib/index.ts';
import { generate, specOf } from '../generate.ts';

const dsl = (fields: string): string =>
  `entity Task "Task":\n  id: uuid pk\n  title: str(40) required\n${fields}`;
const folders = ['drizzle', 'drizzle/postgres'] as const;

async function migrations(
  spec: AppSpec,
  existing: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const { files } = await generate(spec, { existing, only: 'models' });
  return Object.fromEntries([...files].filter(([path]) => path.startsWith('drizzle/')));
}

describe('the migrations of both kinds of database', () => {
  it('are written side by side, and are the same in each build', async () => {
    const first = await migrations(specOf(dsl('')));
    for (const folder of folders) {
      expect(Object.keys(first)).toEqual(
        expect.arrayContaining([
          `${folder}/0000_initial.sql`,
          `${folder}/written.json`,
          `${folder}/meta/_journal.json`,
        ]),
      );
    }
    expect(await migrations(specOf(dsl('')))).toEqual(first);
    expect(await migrations(specOf(dsl('')), first)).toEqual(first);
  });

  it('gain one for a change, in the words of each', async () => {
    const existing = await migrations(specOf(dsl('')));
    const files = await migrations(specOf(dsl('  price: decimal(8,2) required\n')), existing);
    expect(files['drizzle/0001_add_task_price.sql']).toContain(
      'UPDATE `task` SET `price` = 0 WHERE `price` IS NULL;',
    );
    expect(files['drizzle/postgres/0001_add_task_price.sql']).toBe(
      [
        'ALTER TABLE "task" ADD COLUMN "price" numeric(8, 2);',
        'UPDATE "task" SET "price" = 0 WHERE "price" IS NULL;',
        'ALTER TABLE "task" ALTER COLUMN "price" SET NOT NULL;\n',
      ].join('\n--> statement-breakpoint\n'),
    );
    for (const folder of folders)
      expect(files[`${folder}/0000_initial.sql`]).toBe(existing[`${folder}/0000_initial.sql`]);
  });

  it.each([
    ['<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n', 'two branches each added a migration'],
    ['{"version": "7", ', 'is not JSON any more'],
  ])('lead nowhere from a list like %j', async (list, words) => {
    const existing = await migrations(specOf(dsl('')));
    const path = 'drizzle/meta/_journal.json';
    await expect(
      migrations(specOf(dsl('  done: bool\n')), { ...existing, [path]: list }),
    ).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'DZL375',
          severity: 'error',
          message: expect.stringMatching(new RegExp(`${words}.*|${path}.*${words}`)),
          fix: expect.stringContaining('build again'),
        },
      ],
    });
  });

  it('start for PostgreSQL where a project knew only SQLite', async () => {
    const before = await migrations(specOf(dsl('')));
    const existing = Object.fromEntries(
      Object.entries(before).filter(([path]) => !path.startsWith('drizzle/postgres/')),
    );
    const spec = specOf(dsl('  done: bool\n'));
    const files = await migrations(spec, existing);
    const fresh = await migrations(spec);
    const postgres = Object.keys(fresh).filter((path) => path.startsWith('drizzle/postgres/'));
    expect(postgres.map((path) => [path, files[path]])).toEqual(postgres.map((path) => [path, fresh[path]]));
    expect(Object.keys(files)).toContain('drizzle/0001_add_task_done.sql');
  });

  it('keep what people made by hand: columns, tables and enums', async () => {
    const existing = await migrations(specOf(dsl('')));
    const path = 'drizzle/postgres/meta/0000_snapshot.json';
    const snapshot = JSON.parse(existing[path]!) as {
      tables: Record<string, { columns: Record<string, object> }>;
      enums: Record<string, object>;
    };
    const mood = { name: 'mood', schema: 'public', values: ['good', 'bad'] };
    const shelf = { name: 'shelf', type: 'text', primaryKey: false, notNull: false };
    snapshot.enums['public.mood'] = mood;
    snapshot.tables['public.task']!.columns['shelf'] = shelf;
    snapshot.tables['public.own'] = {
      name: 'own',
      schema: '',
      columns: { shelf },
      indexes: {},
      foreignKeys: {},
      compositePrimaryKeys: {},
      uniqueConstraints: {},
      policies: {},
      checkConstraints: {},
      isRLSEnabled: false,
    } as never;
    const files = await migrations(specOf(dsl('  done: bool\n')), {
      ...existing,
      [path]: JSON.stringify(snapshot),
    });
    expect(files['drizzle/postgres/0001_add_task_done.sql']).toBe(
      'ALTER TABLE "task" ADD COLUMN "done" boolean DEFAULT false NOT NULL;\n',
    );
    const next = JSON.parse(files['drizzle/postgres/meta/0001_snapshot.json']!) as typeof snapshot;
    expect(next.enums).toEqual({ 'public.mood': mood });
    expect(next.tables['public.task']!.columns['shelf']).toEqual(shelf);
    expect(Object.keys(next.tables)).toContain('public.own');
  });
});
