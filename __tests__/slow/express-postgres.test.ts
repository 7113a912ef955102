import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { makeExpressProject, type ExpressProject } from '../support/express-project.ts';
import {
  changeSpec,
  evolution,
  makePostgresProject,
  type PostgresProject,
} from '../support/postgres-project.ts';
import { describeOnPostgres, type Postgres } from '../support/postgres.ts';
import { walkApplication } from '../support/walk/walk-application.ts';

const minutes = 60_000;
/** A book with an author, lent to somebody. */
const rows = `
  insert into class (name, "from", "to", import) values ('Art', 'A', 'B', false);
  with ann as (insert into person (id, name) values (gen_random_uuid(), 'Ann') returning id),
    book as (insert into book (id, title, class_id, language, pages, price, extra, created_at, updated_at)
      select gen_random_uuid(), 'Lines', id, 'other', 120, 9.5, '{"b": 2}', now(), now() from class returning id),
    author as (insert into book_authors select book.id, ann.id from book, ann),
    bo as (insert into member (id, name, email, card_number, level, fee, joined, created_at)
      values (gen_random_uuid(), 'Bo', 'bo@example.com', 'M-1234', 'senior', 5, current_date, now()) returning id),
    copy as (insert into copy (id, barcode, book_id, condition, acquired, shelf)
      select gen_random_uuid(), gen_random_uuid(), id, 'good', current_date, 'A1' from book returning id)
  insert into loan (id, copy_id, member_id, status, lent_at, due, note, created_at, updated_at)
    select gen_random_uuid(), copy.id, bo.id, 'lost', now(), current_date, '?', now(), now() from copy, bo`;

describeOnPostgres('express_micro on PostgreSQL', () => {
  let made: PostgresProject<ExpressProject>;
  let server: Postgres;
  let project: ExpressProject;

  beforeAll(async () => {
    made = await makePostgresProject(makeExpressProject);
    ({ server, project } = made);
  }, minutes);
  afterAll(() => made.remove());

  const query = (sql: string): string[] => server.query('library', sql);

  function build(...more: readonly string[]): void {
    const built = project.dazzle(['build', '--yes', '--no-disk-hooks', ...more]);
    expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
      status: 0,
      output: '',
    });
  }

  function succeed(command: string, ...args: readonly string[]): string {
    const ended = project.run(command, args);
    expect({ status: ended.status, output: ended.status === 0 ? '' : ended.output }).toEqual({
      status: 0,
      output: '',
    });
    return ended.output;
  }

  it(
    'is built, passes its own tests and leaves no database behind',
    () => {
      build('--set', 'express_micro.database=postgresql');
      expect(project.read('apps/express_micro/.env')).toContain('DATABASE_URL=postgres://');
      expect(succeed('npm', 'test')).toMatch(/# pass [1-9]/);
      expect(succeed('npx', 'drizzle-kit', 'generate')).toContain('No schema changes');
      expect(
        server.query(
          'postgres',
          `select datname from pg_database where datname not like 'template%' order by 1`,
        ),
      ).toEqual(['library', 'postgres']);
      expect(query(`select count(*) from pg_tables where schemaname = 'public'`)).toEqual(['0']);
    },
    10 * minutes,
  );

  it(
    'migrates once where two instances start together, and works on every page',
    async () => {
      const servers = await Promise.all([project.serve(), project.serve()]);
      try {
        expect(servers.filter((each) => each.output().includes('migrated the database'))).toHaveLength(1);
        await walk(servers[0].origin);
      } finally {
        await Promise.all(servers.map((each) => each.stop()));
      }
    },
    10 * minutes,
  );

  it(
    'answers addresses and forms with values that the database cannot hold',
    async () => {
      const running = await project.serve();
      try {
        const visitor = await logIn(running.origin);
        const statuses = [
          ['/books/no-uuid/', 404],
          ['/books/%00/', 404],
          ['/books/?q=%00', 400],
          ['/books/?page=99999999999999999999', 200],
          ['/books/?shelf_class=x', 200],
          ['/admin/loans/?member=x&copy=%00', 200],
          ['/admin/books/?pages=1.5', 200],
        ] as const;
        for (const [path, status] of statuses) {
          expect({ path, status: (await visitor(path)).status }).toEqual({ path, status });
        }
      } finally {
        await running.stop();
      }
    },
    2 * minutes,
  );

  it(
    'keeps rows through renames, new required fields, wider types, more choices and a removed field',
    async () => {
      query('truncate member, book, class, subject, person cascade');
      query(rows);
      changeSpec(project, evolution);
      build();
      const running = await project.serve();
      try {
        const copy = /copied the database to (\S+\.dump): \d+_\w+ drops a table or a column/.exec(
          running.output(),
        )!;
        expect(statSync(copy[1]!).mode & 0o777).toBe(0o600);
        const listed = project.run('pg_restore', ['--list', copy[1]!]);
        expect(listed.output).toContain('TABLE DATA public person');
        expect(
          query(
            `select b.heading, b.pages, w.name, b.extra ->> 'b' from book b join book_writers l on l.book_id = b.id join writer w on w.id = l.writer_id`,
          ),
        ).toEqual(['Lines|120.0|Ann|2']);
        expect(query(`select rank, colour, shelf, since = current_date from copy`)).toEqual(['3|red|A1|t']);
        expect(query(`select l.status, m.name from loan l join member m on m.id = l.member_id`)).toEqual([
          'lost|Bo',
        ]);
      } finally {
        await running.stop();
      }
      expect(succeed('npx', 'drizzle-kit', 'generate')).toContain('No schema changes');
      expect(succeed('npm', 'test')).toMatch(/# pass [1-9]/);
    },
    10 * minutes,
  );

  it(
    'does not start where a row does not fit, says what to do, and leaves the database as it was',
    async () => {
      const before = query('select * from loan');
      changeSpec(project, [['overdue,active,returned,lost]', 'overdue,active,returned]']]);
      const looked = project.dazzle(['build', '--yes', '--no-disk-hooks']);
      expect(looked.status).toBe(1);
      expect(looked.output).toContain(
        'does not fit 1 row of the database of express_micro: lost is no choice any more',
      );
      // Where nobody can look, the migration itself refuses.
      const away = { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/library' };
      const built = project.dazzle(['build', '--yes', '--no-disk-hooks'], away);
      expect(built.status).toBe(0);
      expect(built.output).toContain('DZL374');
      const refused = project.run('npm', ['run', '--silent', 'db:migrate']);
      expect(refused.status).toBe(1);
      expect(refused.output).toContain('values of existing rows do not fit');
      expect(query('select * from loan')).toEqual(before);
      query(`update loan set status = 'returned'`);
      succeed('npm', 'run', '--silent', 'db:migrate');
    },
    3 * minutes,
  );

  it(
    'works on every page after all these changes',
    async () => {
      query('truncate member, book, class, subject, writer cascade');
      const running = await project.serve();
      try {
        await walk(running.origin);
      } finally {
        await running.stop();
      }
    },
    5 * minutes,
  );

  it(
    'is told plainly that the server is away, and outlives its connections',
    async () => {
      const away = project.run('npm', ['start'], { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/library' });
      expect(away.status).toBe(1);
      expect(away.output).toContain('The database of DATABASE_URL cannot be reached: connect ECONNREFUSED');
      const running = await project.serve();
      try {
        server.query(
          'postgres',
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'library'`,
        );
        const health = await fetch(`${running.origin}/health`);
        expect(await health.json()).toEqual({ status: 'ok' });
      } finally {
        await running.stop();
      }
    },
    minutes,
  );

  /** Clicks through every page, from a database without rows on. */
  async function walk(origin: string): Promise<void> {
    const walked = await walkApplication({
      origin,
      spec: project.spec(),
      username: 'admin',
      password: project.password(),
    });
    expect(walked.problems).toEqual([]);
    expect(walked.checks).toBeGreaterThan(100);
  }

  /** Fetches pages as the admin. */
  async function logIn(origin: string): Promise<(path: string) => Promise<Response>> {
    const login = await fetch(`${origin}/login/`);
    const cookie = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;
    const token = /name="_csrf" value="([^"]+)"/.exec(await login.text())![1]!;
    const body = new URLSearchParams({ username: 'admin', password: project.password(), _csrf: token });
    const headers = { cookie: cookie(login) };
    const entered = await fetch(`${origin}/login/`, { method: 'POST', body, headers, redirect: 'manual' });
    return (path) => fetch(`${origin}${path}`, { headers: { cookie: cookie(entered) } });
  }
});
