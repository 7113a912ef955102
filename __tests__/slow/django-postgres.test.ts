import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { makeProject } from '../support/django-project.ts';
import type { DjangoProject } from '../support/django-project.ts';
import { changeSpec, evolution, makePostgresProject } from '../support/postgres-project.ts';
import { describeOnPostgres } from '../support/postgres.ts';
import { walkDjangoAdmin } from '../support/walk/walk-django-admin.ts';
import { walkApplication } from '../support/walk/walk-application.ts';

const minutes = 60_000;
describeOnPostgres('django_micro on PostgreSQL', () => {
  let made: { readonly project: DjangoProject; remove(): void };
  let project: DjangoProject;

  beforeAll(async () => {
    made = await makePostgresProject(({ files, root }) => makeProject(files, { root }));
    ({ project } = made);
  }, minutes);
  afterAll(() => made.remove());

  /** Builds after a change of the spec, without its tests. */
  function build(): { readonly status: number; readonly output: string } {
    return project.dazzle(['build', '--yes', '--skip-hook', 'run_tests']);
  }

  it(
    'is built, migrated and tested by one command',
    () => {
      const built = project.dazzle(['build', '--yes', '--set', 'django_micro.database=postgresql']);
      expect(built.output).toContain('the tests pass');
      expect(built.status).toBe(0);
      expect(project.python('from django.db import connection\nprint(connection.vendor)')).toBe('postgresql');
    },
    10 * minutes,
  );

  it(
    'works on every page, and in the admin area',
    async () => {
      const running = await project.serve();
      try {
        const application = {
          origin: running.origin,
          spec: project.spec(),
          username: 'admin',
          password: project.password(),
        };
        const walk = await walkApplication(application);
        expect(walk.problems).toEqual([]);
        expect(walk.checks).toBeGreaterThan(100);
        const admin = await walkDjangoAdmin(application);
        expect(admin.problems).toEqual([]);
        expect(admin.visits).toBeGreaterThan(admin.models.length * 8);
        expect(admin.saved.length).toBeGreaterThan(4);
      } finally {
        await running.stop();
      }
    },
    10 * minutes,
  );

  it(
    'keeps rows through renames, new required fields, wider types, more choices and a removed field',
    () => {
      project.python(
        [
          'from datetime import date',
          'from app.models import *',
          'for model in (Review, Loan, Copy, Member, Book, Class, Subject, Person): model.objects.all().delete()',
          'shelf = Class.objects.create(name="Art", from_field="A", to="B", objects_field={"a": [1]})',
          'ann = Person.objects.create(name="Ann", website="https://example.com/")',
          'book = Book.objects.create(title="Lines", class_field=shelf, pages=120, price="9.50", extra={"b": 2})',
          'book.authors.add(ann)',
          'bo = Member.objects.create(name="Bo", email="bo@example.com", card_number="M-1234", fee=5, level="senior")',
          'bo.favourites.add(book)',
          'copy = Copy.objects.create(barcode="9c3f6d26-6d0c-4c43-8d39-7a54a9e5b8a1", book=book)',
          'Loan.objects.create(copy=copy, member=bo, due=date(2030, 1, 31), status="lost", note="?")',
        ].join('\n'),
      );
      changeSpec(project, evolution);

      const built = build();

      expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
        status: 0,
        output: '',
      });
      expect(built.output).toMatch(/Existing rows of copy get rank = 3/);
      const copy = /Copied the database to (\S+backups\S+\.dump)/.exec(built.output)!;
      expect(statSync(copy[1]!).mode & 0o777).toBe(0o600);
      expect(
        project.python(
          [
            'from app.models import *',
            'book = Book.objects.get()',
            'copy = Copy.objects.get()',
            'loan = Loan.objects.get()',
            'print(book.heading, book.pages, [writer.name for writer in book.writers.all()], book.extra["b"])',
            'print(copy.rank, copy.colour, repr(copy.shelf), copy.since is not None)',
            'print(loan.status, loan.member.favourites.get() == book, hasattr(loan, "note"))',
          ].join('\n'),
        ),
      ).toBe("Lines 120.0 ['Ann'] 2\n3 red '' True\nlost True False");
      expect(project.manage(['makemigrations', '--check', '--noinput']).status).toBe(0);
      expect(project.manage(['test']).output).toMatch(/^OK/m);
    },
    10 * minutes,
  );

  it(
    'says what to do where a row does not fit',
    () => {
      project.edit('dsl/core.dsl', 'overdue,active,returned,lost]', 'overdue,active,returned]');
      const looked = build();
      expect(looked.status).toBe(1);
      expect(looked.output).toContain(
        'does not fit 1 row of the database of django_micro: lost is no choice any more',
      );
      // Where nobody can look, the migration itself refuses.
      const away = { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/library' };
      const built = project.dazzle(['build', '--yes', '--no-disk-hooks'], away);
      expect(built.output).toContain('DZL374');
      expect(built.status).toBe(0);
      expect(build().output).toContain('rows that exist do not fit the new models');
      project.python('from app.models import Loan\nLoan.objects.update(status="returned")');
      expect(build().output).toContain('the database is up to date');

      project.edit('dsl/catalogue.dsl', '  subtitle: str(200)', '  subtitle: int');
      project.edit('dsl/core.dsl', 'search: heading, subtitle, isbn', 'search: heading, isbn');
      project.python('from app.models import Book\nBook.objects.update(subtitle="second")');
      expect(build().output).toContain('does not fit 1 row of the database of django_micro: no whole number');
      project.python(
        'from django.db import connection\nwith connection.cursor() as cursor: cursor.execute("UPDATE app_book SET subtitle = \'2\'")',
      );
      expect(build().output).toContain('the database is up to date');
      expect(project.python('from app.models import Book\nprint(Book.objects.get().subtitle)')).toBe('2');
    },
    5 * minutes,
  );

  it('is told plainly that the server is away', () => {
    const env = { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/library' };
    const ended = project.manage(['migrate', '--noinput'], { env });
    expect(ended.status).toBe(1);
    expect(ended.output).toMatch(/^CommandError: The database cannot be reached: /m);
    expect(ended.output).not.toContain('Traceback');
  }, 60_000);
});
