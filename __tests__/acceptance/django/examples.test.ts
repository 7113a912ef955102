import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeProject } from '../../support/django-project.ts';
import type { DjangoProject } from '../../support/django-project.ts';
import { samples } from '../../support/samples.ts';
import { walkApplication } from '../../support/walk/walk-application.ts';

const minutes = 60_000;

interface BuildReport {
  readonly status: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly hooks: readonly { readonly name: string; readonly success: boolean; readonly message: string }[];
}

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
    'is clean to its own linter and formatter',
    () => {
      const ended = project.dazzle(['build', '--yes', '--json']);
      const report = JSON.parse(ended.stdout) as BuildReport;
      expect(
        Object.keys(report.summary).filter(
          (kind) => report.summary[kind]! > 0 && !['identical', 'kept'].includes(kind),
        ),
      ).toEqual([]);
      expect(
        project.python(
          'import subprocess, sys; print(subprocess.run([sys.executable, "-m", "ruff", "check", "."], capture_output=True, text=True).stdout)',
        ),
      ).toContain('All checks passed');
      expect(
        project.python(
          'import subprocess, sys; print(subprocess.run([sys.executable, "-m", "ruff", "format", "--check", "."]).returncode)',
        ),
      ).toMatch(/\b0$/);
    },
    2 * minutes,
  );

  it(
    'works on every page',
    async () => {
      const server = await project.serve();
      try {
        const walk = await walkApplication({
          origin: server.origin,
          spec: project.spec(),
          username: 'admin',
          password: project.password(),
        });
        expect(walk.problems).toEqual([]);
        expect(walk.checks).toBeGreaterThan(10);
      } finally {
        await server.stop();
      }
    },
    10 * minutes,
  );
});
