import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { makeProject, runCommand } from './django-project.ts';
import type { DjangoProject } from './django-project.ts';
import type { Sample } from './samples.ts';
import { walkDjangoAdmin } from './walk/walk-django-admin.ts';
import { walkApplication } from './walk/walk-application.ts';

const minutes = 60_000;

interface BuildReport {
  readonly status: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly hooks: readonly { readonly name: string; readonly success: boolean; readonly message: string }[];
}

/** Builds, checks and walks through the Django application of each sample. */
export function describeDjango(samples: readonly Sample[]): void {
  describe.each(samples)('$name', ({ files, root, environment }) => {
    let project: DjangoProject;

    beforeAll(() => {
      project = makeProject(files, {
        ...(root === undefined ? {} : { root }),
        ...(environment === undefined ? {} : { environment }),
      });
    });
    afterAll(() => project.remove());

    it(
      'is built, installed, migrated and tested by one command',
      () => {
        const built = project.dazzle(['build', '--yes', '--json']);
        expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
          status: 0,
          output: '',
        });
        const report = JSON.parse(built.stdout) as BuildReport;
        expect(report.hooks.filter(({ success }) => !success)).toEqual([]);
        expect(report.hooks.map(({ name }) => name)).toEqual(
          expect.arrayContaining([
            'install_dependencies',
            'initialize_database',
            'run_tests',
            'display_instructions',
          ]),
        );
      },
      10 * minutes,
    );

    it(
      'passes the checks for deployment with production settings',
      () => {
        const env = { DEBUG: 'false', ALLOWED_HOSTS: 'example.com' };
        expect(project.manage(['check', '--deploy', '--fail-level', 'WARNING'], { env }).output).toContain(
          'no issues',
        );
        expect(project.manage(['makemigrations', '--check', '--noinput']).status).toBe(0);
      },
      2 * minutes,
    );

    it(
      'is built again to the same files, with nothing to install or migrate',
      () => {
        const ended = project.dazzle(['build', '--yes', '--json']);
        const { summary, hooks } = JSON.parse(ended.stdout) as BuildReport;
        const kinds = Object.entries(summary).flatMap(([kind, count]) => (count > 0 ? [kind] : []));
        expect(kinds.filter((kind) => kind !== 'identical' && kind !== 'kept')).toEqual([]);
        const messages = hooks
          .filter(({ name }) => /^(?:install|initialize|run)_/.test(name))
          .map(({ message }) => message);
        expect(messages.filter((message) => !message.includes('nothing to do'))).toEqual([]);
      },
      2 * minutes,
    );

    it(
      'is clean to its own linter and formatter',
      () => {
        const ruff = (...args: readonly string[]) =>
          runCommand(join(project.app, '.venv', 'bin', 'ruff'), args, { cwd: project.app }).output;
        expect(ruff('check', '.')).toContain('All checks passed');
        expect(ruff('format', '--check', '.')).not.toContain('would be reformatted');
      },
      2 * minutes,
    );

    it(
      'works on every page, and in the admin area',
      async () => {
        const server = await project.serve();
        try {
          const application = {
            origin: server.origin,
            spec: project.spec(),
            username: 'admin',
            password: project.password(),
          };
          const walk = await walkApplication(application);
          expect(walk.problems).toEqual([]);
          expect(walk.checks).toBeGreaterThan(10);
          const admin = await walkDjangoAdmin(application);
          expect(admin.problems).toEqual([]);
          expect(admin.models.length).toBe(application.spec.entities.length + 2);
          // Each has a list, a search, a form for a new record and a column to sort by.
          expect(admin.visits).toBeGreaterThan(admin.models.length * 4);
          expect(admin.saved).toContain('/admin/auth/user/');
        } finally {
          await server.stop();
        }
      },
      10 * minutes,
    );
  });
}
