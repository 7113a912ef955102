import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { admin } from '../../../generators/django_micro/generators/admin.ts';
import { deployment } from '../../../generators/django_micro/generators/deployment.ts';
import { models } from '../../../generators/django_micro/generators/models.ts';
import { settings } from '../../../generators/django_micro/generators/settings.ts';
import { tests } from '../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from './generate.ts';
import { tasks } from './specs.ts';

const own = [settings, models, admin, tests, deployment];

describe('the generators of django_micro', () => {
  it('write what scripts rely on', async () => {
    const { files } = await generate(specOf(tasks), own);
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
    const once = await generate(specOf(tasks), own);
    const again = await generate(specOf(tasks), own);
    expect([...again.files]).toEqual([...once.files]);
  });

  it('report each renamed name once', async () => {
    const { reported } = await generate(specOf(tasks), own);
    expect(reported.map(({ code, message }) => [code, message])).toEqual([
      ['DZL370', expect.stringContaining('"from" of entity Person')],
    ]);
  });

  it('import nothing that a spec without entities does not use', async () => {
    const { files } = await generate(specOf(''), own);
    expect(files.get('app/models.py')).not.toContain('import');
    expect(files.get('app/admin.py')).not.toContain('import models');
    expect(files.get('app/tests/test_models.py')).not.toMatch(/import (?:make|models)/);
  });

  it('write titles with backslashes as text in docstrings', async () => {
    const { files } = await generate({ ...specOf(tasks), title: 'a\\b "c"' }, own);
    expect(files.get('config/settings.py')).toMatch(
      /^"""Settings of a\\\\b \\"c\\", read from the environment\.\n/,
    );
  });

  it('use the answers', async () => {
    const answers = { database: 'postgresql', time_zone: 'Europe/Berlin' } as const;
    const { files } = await generate(specOf(tasks), own, { answers });
    expect(files.get('config/settings.py')).toContain('default="Europe/Berlin"');
    expect(files.get('.github/workflows/ci.yml')).toContain('image: postgres');
  });
});

describe('the templates of django_micro', () => {
  it('name a generated file each', () => {
    const folder = fileURLToPath(new URL('../../../templates/django_micro/', import.meta.url));
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
    expect(names.filter((name) => !/\.(?:ejs|css|js|svg|ico|png)$/.test(name))).toEqual([]);
  });
});
