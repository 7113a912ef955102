import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeExpressProject, type ExpressProject } from '../../support/express-project.ts';
import { example } from '../../support/samples.ts';

const minutes = 60_000;
const spec = 'dsl/app.dsl';
const schema = 'apps/express_micro/src/db/schema.js';

describe('a spec of an Express application that changes over rows and edits', () => {
  let project: ExpressProject;

  function change(replacements: readonly (readonly [string, string])[]): void {
    for (const [from, to] of replacements) {
      const text = project.read(spec);
      if (!text.includes(from)) throw new Error(`the spec has no ${from}`);
      project.edit(spec, text, text.replaceAll(from, to));
    }
  }

  function build(): string {
    const built = project.dazzle(['build', '--yes', '--no-disk-hooks']);
    expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
      status: 0,
      output: '',
    });
    return built.output;
  }

  /** Rows of the database, or how many a statement changed. */
  function query(sql: string): unknown {
    const code = `import { createClient } from '@libsql/client';
      const { rows, rowsAffected } = await createClient({ url: 'file:data.sqlite3' }).execute(process.argv[1]);
      console.log(JSON.stringify(rows.length > 0 ? rows : rowsAffected));`;
    const ended = project.run('node', ['--input-type=module', '-e', code, sql]);
    if (ended.status !== 0) throw new Error(ended.output);
    return JSON.parse(ended.stdout);
  }

  function migrate(): string {
    const ended = project.run('npm', ['run', '--silent', 'db:migrate']);
    expect({ status: ended.status, output: ended.status === 0 ? '' : ended.output }).toEqual({
      status: 0,
      output: '',
    });
    return ended.output;
  }

  const migrations = (): string[] =>
    readdirSync(join(project.app, 'drizzle')).filter((file) => file.endsWith('.sql'));

  beforeAll(() => {
    project = makeExpressProject(example('small', 'reading_list'));
    build();
    migrate();
    query(`insert into author (id, name, country) values ('a-1', 'Ursula', 'USA')`);
    query(
      `insert into book (id, title, author_id, rating, notes, added_at) values ('b-1', 'Always', 'a-1', 5, 'Read twice', 1)`,
    );
  }, 5 * minutes);
  afterAll(() => project.remove());

  it(
    'keeps rows and edits through renamed, new and removed fields, a renamed and a new entity, and a new choice',
    () => {
      project.edit(schema, '/** Book. */', 'export const shelves = 12;\n\n/** Book. */');
      change([
        ['entity Author "Author":', 'entity Writer "Writer" was Author:'],
        ['  country: str(60)', '  country: str(60)\n  born: int required min=1000\n  is_alive: bool = true'],
        ['  title: str(200) required', '  heading: str(250) required was=title'],
        ['  author: ref Author required', '  writer: ref Writer required was=author'],
        ['  notes: text\n', '  language: enum[english,german] required\n  tags: many Tag\n'],
        ['[to_read,reading,finished]', '[to_read,reading,paused,finished]'],
        ['unique title, author', 'unique heading, writer'],
        ['uses entity Author', 'uses entity Writer'],
        ['field title', 'field heading'],
        ['field author ', 'field writer '],
        ['    field notes "Notes"\n', ''],
        [
          'surface author_list',
          'entity Tag "Tag":\n  id: int pk\n  word: str(40) required\n\nsurface author_list',
        ],
      ]);
      build();
      const said = migrate();
      expect(said).toMatch(/copied the database to .*\.before-/);

      expect(
        query(
          'select b.heading, w.name, w.born, w.is_alive, b.rating, b.status, b.language from book b join writer w on w.id = b.writer_id',
        ),
      ).toEqual([
        {
          heading: 'Always',
          name: 'Ursula',
          born: 1000,
          is_alive: 1,
          rating: 5,
          status: 'to_read',
          language: 'english',
        },
      ]);
      expect(query(`update book set status = 'paused' where id = 'b-1'`)).toBe(1);
      expect(query(`insert into tag (id, word) values (1, 'old')`)).toBe(1);
      expect(project.read(schema)).toContain('export const shelves = 12;');
      expect(project.read(schema)).toContain('export const writers');
      expect(project.run('npx', ['drizzle-kit', 'generate']).output).toContain('No schema changes');
      const tested = project.run('npm', ['test']);
      expect({ status: tested.status, output: tested.status === 0 ? '' : tested.output }).toMatchObject({
        status: 0,
      });
    },
    5 * minutes,
  );

  it(
    'makes no further migration when the "was" is taken out again',
    () => {
      const before = migrations();
      change([
        [' was Author', ''],
        [' was=title', ''],
        [' was=author', ''],
      ]);
      build();
      expect(migrations()).toEqual(before);
    },
    2 * minutes,
  );

  it(
    'follows renames through builds between which nothing was migrated',
    () => {
      change([
        ['  rating: int', '  stars: int was=rating'],
        ['field rating', 'field stars'],
      ]);
      build();
      change([
        ['  stars: int was=rating', '  points: int was=stars'],
        ['field stars', 'field points'],
      ]);
      build();
      change([[' was=stars', '']]);
      build();
      migrate();
      expect(query('select points from book')).toEqual([{ points: 5 }]);
    },
    2 * minutes,
  );

  it(
    'keeps a migration that a person made, and builds on it',
    () => {
      project.edit(schema, '    heading: text(', `    shelf: text('shelf'),\n    heading: text(`);
      const made = project.run('npx', ['drizzle-kit', 'generate', '--name', 'shelves']);
      expect({ status: made.status, output: made.output }).toMatchObject({ status: 0 });
      const own = migrations().find((file) => file.includes('shelves'))!;
      const text = readFileSync(join(project.app, 'drizzle', own), 'utf8');
      migrate();
      query(`update book set shelf = 'A1'`);
      change([['  points: int', '  pages: int\n  points: int']]);
      build();
      migrate();
      expect(query('select shelf, pages, points from book')).toEqual([
        { shelf: 'A1', pages: null, points: 5 },
      ]);
      expect(readFileSync(join(project.app, 'drizzle', own), 'utf8')).toBe(text);
      expect(project.read(schema)).toContain(`shelf: text('shelf')`);
      expect(project.run('npx', ['drizzle-kit', 'generate']).output).toContain('No schema changes');
    },
    3 * minutes,
  );

  it(
    'runs no migration in the place of one that was taken back after it ran, until that one is there again',
    () => {
      const text = project.read(spec);
      change([['  pages: int', '  weight: int\n  pages: int']]);
      build();
      migrate();
      const first = migrations().at(-1)!;
      const taken = project.dazzle(['undo', '--yes']);
      expect(taken).toMatchObject({ status: 0, output: expect.stringContaining('DZL442') });
      expect(taken.output).toContain(first);
      project.edit(spec, project.read(spec), text.replace('  pages: int', '  height: int\n  pages: int'));
      build();
      const refused = project.run('npm', ['run', '--silent', 'db:migrate']);
      expect(refused.status).not.toBe(0);
      expect(refused.output).toContain(
        `Another migration ran on this database in the place of ${migrations().at(-1)!.slice(0, -4)}`,
      );
      expect(project.dazzle(['undo', '--yes']).status).toBe(0);
      project.edit(spec, project.read(spec), text.replace('  pages: int', '  weight: int\n  pages: int'));
      build();
      expect(migrations().at(-1)).toBe(first);
      change([['  weight: int', '  height: int']]);
      build();
      migrate();
      expect(query('select height, shelf from book')).toEqual([{ height: null, shelf: 'A1' }]);
    },
    3 * minutes,
  );

  it.each([
    [
      'required ref',
      'editor: ref Writer required',
      'is required, but there are rows already in the database of express_micro',
    ],
    [
      'unique field',
      'code: str(9) required unique',
      'is required and unique, but there are rows already in the database of express_micro',
    ],
  ])(
    'refuses a new %s over rows, and writes nothing',
    (_, field, words) => {
      const text = project.read(spec);
      const before = [project.read(schema), migrations(), readFileSync(join(project.app, 'data.sqlite3'))];
      change([['  pages: int', `  ${field}\n  pages: int`]]);
      for (const command of ['build', 'diff']) {
        const ended = project.dazzle([command, ...(command === 'build' ? ['--yes'] : [])]);
        expect(ended).toMatchObject({ status: 1, output: expect.stringContaining('DZL371') });
        expect(ended.output).toContain(words);
        expect(ended.output).toContain('make it optional first');
      }
      expect([project.read(schema), migrations(), readFileSync(join(project.app, 'data.sqlite3'))]).toEqual(
        before,
      );
      project.edit(spec, project.read(spec), text);
    },
    2 * minutes,
  );

  it(
    'refuses a shorter text over a row that is too long, and fills in what is required from now on',
    () => {
      const text = project.read(spec);
      change([['  heading: str(250)', '  heading: str(5)']]);
      const refused = project.dazzle(['build', '--yes']);
      expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('DZL372') });
      expect(refused.output).toContain(
        'does not fit 1 row of the database of express_micro: longer than 5 characters',
      );
      project.edit(spec, project.read(spec), text);
      change([['  pages: int', '  pages: int min=1 required']]);
      expect(build()).toContain('1 row of the database of express_micro without a value will get 1');
      migrate();
      expect(query('select heading, pages, points from book')).toEqual([
        { heading: 'Always', pages: 1, points: 5 },
      ]);
      change([['  pages: int min=1 required', '  pages: int']]);
      build();
      migrate();
    },
    3 * minutes,
  );

  it(
    'does not start where a new required ref that no build could look at meets rows: it says what to do, and leaves the database as it was',
    () => {
      const before = query('select * from book');
      const text = project.read(spec);
      change([['  pages: int', '  editor: ref Writer required\n  pages: int']]);
      // Without its driver nobody can look into the database.
      unlinkSync(join(project.app, 'node_modules'));
      build();
      const started = project.run('timeout', ['60', 'npm', 'start'], { PORT: '0', NODE_ENV: 'development' });
      expect(started.status).not.toBe(0);
      expect(started.status).not.toBe(124);
      expect(started.output).toContain('make the field optional first');
      expect(query('select * from book')).toEqual(before);
      project.edit(spec, project.read(spec), text);
      const taken = project.dazzle(['undo', '--yes']);
      expect({ status: taken.status, output: taken.output }).toMatchObject({ status: 0 });
    },
    3 * minutes,
  );

  it(
    'starts again when the ref was made optional',
    async () => {
      change([['  pages: int', '  editor: ref Writer\n  pages: int']]);
      build();
      const server = await project.serve();
      try {
        expect(await (await fetch(`${server.origin}/health`)).json()).toEqual({ status: 'ok' });
      } finally {
        await server.stop();
      }
      expect(query('select heading, editor_id, points from book')).toEqual([
        { heading: 'Always', editor_id: null, points: 5 },
      ]);
    },
    3 * minutes,
  );
});
