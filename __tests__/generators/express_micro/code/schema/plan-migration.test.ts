import { describe, expect, it } from '@jest/globals';
import type { AppSpec } from '../../../../../lib/index.ts';
import { generate, specOf } from '../../generate.ts';

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

  it('of two branches join: those of the own one stay, what the other changed is made anew behind them', async () => {
    const base = await migrations(specOf(dsl('')));
    const ours = await migrations(specOf(dsl('  done: bool\n')), base);
    const theirs = await migrations(specOf(dsl('  note: text\n')), base);
    const clash = Object.fromEntries(
      [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map((path) => {
        const [one, other] = [ours[path], theirs[path]];
        const isClash = one !== undefined && other !== undefined && one !== other;
        return [path, isClash ? `<<<<<<< HEAD\n${one}=======\n${other}>>>>>>> other\n` : (one ?? other)!];
      }),
    );
    const joined = await migrations(specOf(dsl('  done: bool\n  note: text\n')), clash);
    const alone = await migrations(specOf(dsl('  done: bool\n  note: text\n')), ours);
    expect(joined).toEqual(alone);
    expect(joined['drizzle/0002_add_task_note.sql']).toBe('ALTER TABLE `task` ADD `note` text;\n');
  });

  it('of two branches are left to the person where nothing tells whether the other removed a column', async () => {
    const base = await migrations(specOf(dsl('  old: text\n')));
    const ours = await migrations(specOf(dsl('  old: text\n  done: bool\n')), base);
    const path = 'drizzle/meta/_journal.json';
    const clash = { ...ours, [path]: `<<<<<<< HEAD\n${ours[path]}=======\n${base[path]}>>>>>>> other\n` };
    await expect(migrations(specOf(dsl('  done: bool\n')), clash)).rejects.toMatchObject({
      diagnostics: [
        { code: 'DZL375', message: expect.stringContaining('two branches each added a migration') },
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
