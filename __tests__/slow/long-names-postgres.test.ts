import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { makeProject } from '../support/django-project.ts';
import { makeExpressProject } from '../support/express-project.ts';
import { longNamedSpec } from '../support/long-names.ts';
import { describeOnPostgres, startPostgres, type Postgres } from '../support/postgres.ts';

const minutes = 60_000;

describeOnPostgres('applications whose names are too long for databases', () => {
  let server: Postgres;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    server = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'dazzle-long-names-'));
    file = join(folder, 'long.dsl');
    const specs = fc.sample(longNamedSpec, { seed: 20260, numRuns: 12 });
    const [longest] = specs.sort((a, b) => b.length - a.length);
    const lists = [...longest!.matchAll(/^entity (\w+)/gm)].map(
      ([, name], place) =>
        `surface list_${place} "List ${place}":\n  uses entity ${name}\n  mode: list\n  section main "Main":\n    field id "ID"\n`,
    );
    writeFileSync(file, `app long "Long"\n\n${longest}\n\n${lists.join('\n')}`);
  }, minutes);
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'are migrated and pass their tests with Express',
    () => {
      const project = makeExpressProject({ name: 'long', files: [file] });
      try {
        const env = { DATABASE_URL: server.createDatabase('express') };
        expect(project.dazzle(['build', '--yes', '--no-disk-hooks']).status).toBe(0);
        for (const args of [['run', '--silent', 'db:migrate'], ['test']]) {
          const ended = project.run('npm', args, env);
          expect(ended.status === 0 ? '' : ended.output).toBe('');
        }
        expect(project.run('npx', ['drizzle-kit', 'generate'], env).output).toContain('No schema changes');
      } finally {
        project.remove();
      }
    },
    10 * minutes,
  );

  it(
    'are migrated and pass their tests with Django',
    () => {
      const project = makeProject([file]);
      try {
        const env = { DATABASE_URL: server.createDatabase('django') };
        expect(
          project.dazzle(['build', '--yes', '--no-disk-hooks', '--backends', 'django_micro']).status,
        ).toBe(0);
        for (const args of [['makemigrations', '--noinput'], ['migrate', '--noinput'], ['test']]) {
          const ended = project.manage(args, { env });
          expect(ended.status === 0 ? '' : ended.output).toBe('');
        }
      } finally {
        project.remove();
      }
    },
    10 * minutes,
  );
});
