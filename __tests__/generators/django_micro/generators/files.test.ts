import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { admin } from '../../../../generators/django_micro/generators/admin.ts';
import { deployment } from '../../../../generators/django_micro/generators/deployment.ts';
import { docs } from '../../../../generators/django_micro/generators/docs.ts';
import { importLines } from '../../../../generators/django_micro/generators/python-imports.ts';
import { modelTests } from '../../../../generators/django_micro/generators/model-tests.ts';
import { models } from '../../../../generators/django_micro/generators/models.ts';
import { schemaHistory } from '../../../../generators/django_micro/generators/schema-history.ts';
import { settings } from '../../../../generators/django_micro/generators/settings.ts';
import { specTests } from '../../../../generators/django_micro/generators/spec-tests.ts';
import { generate, specOf } from '../generate.ts';

const own = [settings, models, schemaHistory, admin, modelTests, specTests, deployment, docs];
const dsl = `entity Person "Person":
  id: uuid pk
  name: str(80) required
  from: email

entity Task "Task":
  id: uuid pk
  title: str(20) required
  state: enum[new, done] = new
  owner: ref Person required
  helpers: many Person
  created_at: datetime auto_add

test it_starts_as_new:
  action: create Task
  data:
    title: "Say \\"hello\\""
  expect:
    status: error
    error_message contains "owner is required"
`;

describe('the generators of django_micro', () => {
  it('write what scripts rely on', async () => {
    const { files } = await generate(specOf(dsl), own);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'manage.py',
        'requirements.txt',
        'config/settings.py',
        'app/models.py',
        'app/migrations/__init__.py',
        'app/management/commands/init_admin.py',
        'app/management/commands/makemigrations.py',
        'Dockerfile',
        'Procfile',
        '.github/workflows/ci.yml',
        'README.md',
      ]),
    );
  });

  it('write the same bytes for the same spec', async () => {
    const once = await generate(specOf(dsl), own);
    const again = await generate(specOf(dsl), own);
    expect([...again.files]).toEqual([...once.files]);
  });

  it('report each renamed name once', async () => {
    const { reported } = await generate(specOf(dsl), own);
    expect(reported.map(({ code, message }) => [code, message])).toEqual([
      ['DZL370', expect.stringContaining('"from" of entity Person')],
    ]);
  });

  it('write a model as Django has it', async () => {
    const { files } = await generate(specOf(dsl), own);
    const text = files.get('app/models.py')!;
    expect(text.slice(text.indexOf('class Task')).trimEnd()).toBe(`class Task(BaseModel):
    """Task"""

    class State(models.TextChoices):
        NEW = "new", "New"
        DONE = "done", "Done"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=20)
    state = models.CharField(max_length=50, choices=State, default=State.NEW)
    owner = models.ForeignKey("Person", on_delete=models.PROTECT, related_name="owner_tasks")
    helpers = models.ManyToManyField("Person", blank=True, related_name="helpers_tasks")
    created_at = models.DateTimeField(auto_now_add=True)

    label_field = "title"

    class Meta:
        verbose_name = "Task"
        verbose_name_plural = "Tasks"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=["new", "done"]), name="task_state_valid", violation_error_message="state has an invalid choice"),
        ]

    def __str__(self):
        return self.title`);
  });

  it('turn test blocks into tests', async () => {
    const { files } = await generate(specOf(dsl), own);
    expect(files.get('app/tests/test_spec.py')).toContain(`    def test_it_starts_as_new(self):
        """it_starts_as_new"""
        self.create("Task", {"title": "Say \\"hello\\""})
        self.assert_error()
        self.assert_error_message("contains", "owner is required")
`);
  });

  it('skip the models of which no first record can be made', async () => {
    const circle =
      'entity Hen:\n  id: uuid pk\n  egg: ref Egg required\n\nentity Egg:\n  id: uuid pk\n  hen: ref Hen required\n';
    const { files } = await generate(specOf(circle), own);
    expect(files.get('app/tests/test_models.py')!.match(/@skip/g)).toHaveLength(2);
  });

  it('import nothing that a spec without entities does not use', async () => {
    const { files } = await generate(specOf(''), own);
    expect(files.get('app/models.py')).not.toContain('import');
    expect(files.get('app/admin.py')).not.toContain('import models');
    expect(files.get('app/tests/test_models.py')).not.toMatch(/import (?:make|models)/);
  });

  it('write titles with backslashes as text in docstrings', async () => {
    const { files } = await generate({ ...specOf(dsl), title: 'a\\b "c"' }, own);
    expect(files.get('config/settings.py')).toMatch(
      /^"""Settings of a\\\\b \\"c\\", read from the environment\.\n/,
    );
  });

  it('expect a record whose key is a ref and that has no text to be called by its key', async () => {
    const badge = 'entity Person:\n  id: int pk\n  name: str(9)\n\nentity Badge:\n  owner: ref Person pk\n';
    const { files } = await generate(specOf(badge), own);
    expect(files.get('app/tests/test_models.py')).toContain('assertEqual(str(record), str(record.pk))');
  });

  it('use the answers', async () => {
    const answers = { database: 'postgresql', time_zone: 'Europe/Berlin' } as const;
    const { files } = await generate(specOf(dsl), own, { answers });
    expect(files.get('config/settings.py')).toContain('default="Europe/Berlin"');
    expect(files.get('.github/workflows/ci.yml')).toContain('image: postgres');
  });

  it('carry the record of renames on', async () => {
    const first = await generate(specOf(dsl), own);
    const second = await generate(specOf(dsl.replace('from: email', 'mail: email')), own, {
      existing: Object.fromEntries(first.files),
      renames: [{ kind: 'field', entity: 'Person', from: 'from', to: 'mail' }],
    });
    expect(second.files.get('app/schema_history.json')).toContain(
      '{"number":1,"models":{},"fields":{"Person":{"from_field":"mail"}}}',
    );
  });
});

describe('importLines', () => {
  it('sorts as isort does', () => {
    expect(
      importLines([
        { module: 'django.db', name: 'models' },
        { module: '.records', name: 'make' },
        { module: 'json' },
        { module: 'app', name: 'models' },
        { module: 'decimal', name: 'Decimal' },
        { module: 'django.db', name: 'IntegrityError' },
      ]),
    ).toBe(
      'import json\nfrom decimal import Decimal\n\nfrom django.db import IntegrityError, models\n\nfrom app import models\n\nfrom .records import make',
    );
  });
});

describe('the templates of django_micro', () => {
  it('name a generated file each', () => {
    const folder = fileURLToPath(new URL('../../../../templates/django_micro/', import.meta.url));
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
    expect(names.filter((name) => !/\.(?:ejs|css|js|svg|ico|png)$/.test(name))).toEqual([]);
  });
});
