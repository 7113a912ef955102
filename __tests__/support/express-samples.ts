import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeExpressProject, type ExpressProject } from './express-project.ts';
import type { Sample } from './samples.ts';
import { walkApplication } from './walk/walk-application.ts';

const minutes = 60_000;

/** Builds, checks and walks through the Express application of each sample. */
export function describeExpress(samples: readonly Sample[]): void {
  describe.each(samples)('$name', (sample) => {
    let project: ExpressProject;
    beforeAll(() => {
      project = makeExpressProject(sample);
    });
    afterAll(() => project.remove());

    it(
      'is built, installed, migrated and tested',
      () => {
        const own = sample.environment === 'own';
        const built = project.dazzle(['build', '--yes', '--json', ...(own ? [] : ['--no-disk-hooks'])]);
        expect({ status: built.status, output: built.status === 0 ? '' : built.output }).toEqual({
          status: 0,
          output: '',
        });
        const { hooks } = JSON.parse(built.stdout) as { hooks: { name: string; success: boolean }[] };
        expect(hooks.filter(({ success }) => !success)).toEqual([]);
        const tested = project.run('npm', ['test']);
        expect({ status: tested.status, output: tested.status === 0 ? '' : tested.output }).toEqual({
          status: 0,
          output: '',
        });
        expect(tested.output).toMatch(/# pass [1-9]/);
      },
      10 * minutes,
    );

    it(
      'is clean to its own linter and formatter, and the same when it is built again',
      () => {
        for (const [command, args] of [
          ['npx', ['eslint', '.']],
          ['npx', ['prettier', '--check', '.']],
          ['npx', ['drizzle-kit', 'generate']],
        ] as const) {
          const ended = project.run(command, args);
          expect({ command: [command, ...args].join(' '), ...ended }).toMatchObject({ status: 0 });
          if (args[0] === 'drizzle-kit') expect(ended.output).toContain('No schema changes');
        }
        const again = project.dazzle(['build', '--yes', '--json', '--no-disk-hooks']);
        const { summary } = JSON.parse(again.stdout) as { summary: Record<string, number> };
        expect(
          Object.keys(summary).filter((kind) => summary[kind]! > 0 && !['identical', 'kept'].includes(kind)),
        ).toEqual([]);
      },
      3 * minutes,
    );

    it(
      'works on every page, from an empty database on',
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
}
