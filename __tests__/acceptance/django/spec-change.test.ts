import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject, repository } from '../../support/django-project.ts';
import type { DjangoProject } from '../../support/django-project.ts';

const minutes = 60_000;
const spec = 'dsl/app.dsl';
const models = 'apps/django_micro/app/models.py';

describe('a spec that changes over rows and edits', () => {
  let project: DjangoProject;

  beforeAll(() => {
    project = makeProject([join(repository, 'examples', 'small', 'dsl', 'app.dsl')], {
      root: 'reading_list',
    });
    const built = project.dazzle(['build', '--yes', '--skip-hook', 'run_tests']);
    if (built.status !== 0) throw new Error(built.output);
    project.python(
      [
        'from app.models import Author, Book',
        'ursula = Author.objects.create(name="Ursula", country="USA")',
        'Book.objects.create(title="Always", author=ursula, rating=5, notes="Read twice")',
      ].join('\n'),
    );
  }, 10 * minutes);
  afterAll(() => project.remove());

  it(
    'keeps rows and edits through a renamed entity and field, new and removed fields',
    () => {
      project.edit(models, 'class Book(BaseModel):', 'SHELVES = 12\n\n\nclass Book(BaseModel):');
      project.edit(spec, 'entity Author "Author":', 'entity Writer "Writer" was Author:');
      project.edit(
        spec,
        '  country: str(60)',
        '  country: str(60)\n  born: int required min=1000\n  is_alive: bool = true',
      );
      project.edit(spec, '  title: str(200) required', '  heading: str(250) required was=title');
      project.edit(spec, '  author: ref Author required', '  writer: ref Writer required was=author');
      project.edit(spec, '  notes: text\n', '');
      project.edit(spec, 'unique title, author', 'unique heading, writer');
      const text = project
        .read(spec)
        .replaceAll('uses entity Author', 'uses entity Writer')
        .replaceAll('field title', 'field heading')
        .replaceAll('field author ', 'field writer ')
        .replaceAll('    field notes "Notes"\n', '');
      project.edit(spec, project.read(spec), text);

      const built = project.dazzle(['build', '--yes']);

      expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
        status: 0,
        output: '',
      });
      expect(built.output).toMatch(/Copied the database to .*backups/);
      expect(built.output).toMatch(/Existing rows of .* get born = 1000/);
      expect(
        project.python(
          'from app.models import Book\nbook = Book.objects.get()\nprint(book.heading, book.writer.name, book.writer.born, book.writer.is_alive, book.rating)',
        ),
      ).toBe('Always Ursula 1000 True 5');
      expect(project.read(models)).toContain('SHELVES = 12');
      expect(project.read(models)).toContain('class Writer(BaseModel):');
      expect(project.manage(['makemigrations', '--check', '--noinput']).status).toBe(0);
      expect(project.manage(['test']).status).toBe(0);
    },
    5 * minutes,
  );

  it(
    'makes no further migration when the "was" is taken out again',
    () => {
      const before = readdirSync(join(project.app, 'app', 'migrations'));
      project.edit(spec, ' was Author', '');
      project.edit(spec, ' was=title', '');
      project.edit(spec, ' was=author', '');
      expect(project.dazzle(['build', '--yes', '--skip-hook', 'run_tests']).status).toBe(0);
      expect(readdirSync(join(project.app, 'app', 'migrations'))).toEqual(before);
    },
    2 * minutes,
  );

  it(
    'remembers renames of builds that ran no disk hook',
    () => {
      project.edit(spec, '  rating: int', '  stars: int was=rating');
      project.edit(spec, project.read(spec), project.read(spec).replaceAll('field rating', 'field stars'));
      expect(project.dazzle(['build', '--yes', '--no-disk-hooks']).status).toBe(0);
      project.edit(spec, '  stars: int was=rating', '  points: int was=stars');
      project.edit(spec, project.read(spec), project.read(spec).replaceAll('field stars', 'field points'));
      expect(project.dazzle(['build', '--yes', '--no-disk-hooks']).status).toBe(0);
      project.edit(spec, ' was=stars', '');
      expect(project.dazzle(['build', '--yes', '--no-disk-hooks']).status).toBe(0);

      expect(project.manage(['makemigrations', '--noinput']).status).toBe(0);
      expect(project.manage(['migrate', '--noinput']).status).toBe(0);

      expect(project.python('from app.models import Book\nprint(Book.objects.get().points)')).toBe('5');
    },
    2 * minutes,
  );

  it(
    'refuses a new required ref over rows, and writes nothing',
    () => {
      const before = project.read(models);
      const text = project.read(spec);
      project.edit(spec, '  status: enum', '  editor: ref Writer required\n  status: enum');
      const built = project.dazzle(['build', '--yes']);
      expect(built.status).toBe(1);
      expect(built.output).toContain('DZL371');
      expect(built.output).toContain('make it optional first');
      expect(project.read(models)).toBe(before);
      project.edit(spec, project.read(spec), text);
    },
    2 * minutes,
  );

  it(
    'refuses a shorter text over a row that is too long, and fills in what is required from now on',
    () => {
      const text = project.read(spec);
      project.edit(spec, '  heading: str(250)', '  heading: str(5)');
      const refused = project.dazzle(['build', '--yes']);
      expect(refused.status).toBe(1);
      expect(refused.output).toContain('DZL372');
      expect(refused.output).toContain(
        'does not fit 1 row of the database of django_micro: longer than 5 characters',
      );
      project.edit(spec, project.read(spec), text);
      project.edit(spec, '  country: str(60)', '  country: str(60) required');
      project.python('from app.models import Writer\nWriter.objects.update(country=None)');
      const built = project.dazzle(['build', '--yes', '--skip-hook', 'run_tests']);
      expect(built.output).toContain('1 row of the database of django_micro without a value will get ""');
      expect(built.output).toContain("Existing rows of writer get country = ''");
      expect(built.status).toBe(0);
      expect(project.python('from app.models import Writer\nprint(repr(Writer.objects.get().country))')).toBe(
        "''",
      );
    },
    3 * minutes,
  );

  it(
    'restores the password of the admin when told to',
    () => {
      project.python(
        'from django.contrib.auth.models import User\nuser = User.objects.get(username="admin")\nuser.set_password("other-Passw0rd")\nuser.save()',
      );
      expect(project.manage(['init_admin']).status).toBe(0);
      expect(project.manage(['init_admin', '--reset']).status).toBe(0);
      expect(
        project.python(
          `from django.contrib.auth.models import User\nprint(User.objects.get(username="admin").check_password("${project.password()}"))`,
        ),
      ).toBe('True');
    },
    2 * minutes,
  );
});

describe('a machine without Python', () => {
  it(
    'is told so before anything is written, and can still have the files',
    () => {
      const project = makeProject([join(repository, 'examples', 'small', 'dsl', 'app.dsl')], {
        root: 'reading_list',
        environment: 'own',
      });
      try {
        const without = { PATH: '/nonexistent' };
        const refused = project.dazzle(['build', '--yes'], without);
        expect(refused.status).toBe(1);
        expect(refused.output).toContain('DZL340');
        expect(readdirSync(project.folder).sort()).not.toContain('apps');
        const made = project.dazzle(['build', '--yes', '--no-disk-hooks'], without);
        expect(made.status).toBe(0);
        expect(made.output).toContain('Python 3.10 or newer is missing');
      } finally {
        project.remove();
      }
    },
    2 * minutes,
  );
});
