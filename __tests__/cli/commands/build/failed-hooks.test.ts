import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

/** A backend whose tests pass where the folder has a file `passes`, and that deploys only after them. */
const plugin = `
import { existsSync } from 'node:fs';
import { join } from 'node:path';
export default ({ defineBackend, defineGenerator, runTests, deploy }) => ({
  backends: [
    defineBackend({
      name: 'names',
      summary: 'the names of the entities',
      templates: new URL('./', import.meta.url),
      questions: () => [],
      generators: [
        defineGenerator({
          name: 'names',
          description: 'a list',
          generate: ({ spec, tree }) => tree.write('names.txt', spec.entities.map(({ name }) => name + '\\n').join('')),
        }),
      ],
      hooks: [
        runTests({
          after: [],
          steps: ({ projectDir }) => [
            { command: process.execPath, args: ['-e', existsSync(join(projectDir, 'passes')) ? '' : 'process.exit(1)'], fix: 'mend the test' },
          ],
        }),
        deploy({ after: ['run_tests'], steps: () => [{ command: process.execPath, args: ['-e', ''], fix: '' }] }),
      ],
    }),
  ],
});
`;

const manifest = (more = ''): string =>
  `[project]\nname = "shop"\n[stack]\nbackends = ["names"]\n[plugins]\nmodules = ["./names.mjs"]\n${more}`;

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder({
    'names.mjs': plugin,
    'dazzle.toml': manifest('[hooks]\npost_build = ["run_tests", "deploy"]\n'),
    'dsl/app.dsl': 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n  title: str(9)\n',
  });
});
afterEach(() => project.remove());

const build = (...argv: string[]) => run(['build', ...argv], { cwd: project.folder });

describe('a build whose tests do not pass', () => {
  it('exits with 2, is "incomplete", and says what failed and what did not run', async () => {
    const { status, out, err } = await build('--yes');
    expect(status).toBe(2);
    expect(err).toContain('warning DZL350');
    expect(out).toContain('skipped  deploy: not run: run_tests did not succeed\n');
    expect(out).toContain(
      'Not everything is done: run_tests of names failed. Mend what is said above, then run "dazzle build".\n',
    );
    const json = await build('--yes', '--json');
    expect([json.status, JSON.parse(json.out)]).toEqual([
      2,
      expect.objectContaining({
        status: 'incomplete',
        hooks: [
          expect.objectContaining({ name: 'run_tests', success: false }),
          expect.objectContaining({ name: 'deploy', success: false }),
        ],
      }),
    ]);
    project.put('passes', '');
    expect(await build('--yes')).toMatchObject({ status: 0 });
  });

  it('says so under --quiet too', async () => {
    const { status, out, err } = await build('--yes', '--quiet');
    expect([status, out]).toEqual([2, expect.stringContaining('run_tests of names failed')]);
    expect(err).toContain('warning DZL350');
  });

  it('is an error where the hook is set to abort, and says that the files stay', async () => {
    project.put('dazzle.toml', manifest('[hooks.run_tests]\non_failure = "abort"\n'));
    const { status, out } = await build('--yes');
    expect([status, out]).toEqual([
      1,
      expect.stringContaining('The generated files are in place, but run_tests of names failed.'),
    ]);
    expect(existsSync(join(project.folder, 'apps/names/names.txt'))).toBe(true);
  });

  it('has left nothing to do where its hooks are turned off', async () => {
    expect(await build('--yes', '--no-disk-hooks')).toMatchObject({ status: 0 });
  });
});

describe('the end of a build that changes no file', () => {
  const nothing = 'Nothing had to be done: the files, and what is made of them, are up to date.\n';
  const withInputs = plugin.replace('after: [],', "after: [], inputs: () => ({ files: ['names.txt'] }),");
  beforeEach(() => {
    project.put('names.mjs', withInputs);
    project.put('dazzle.toml', manifest());
    project.put('passes', '');
  });

  it('says that nothing had to be done only where no step after it was run', async () => {
    expect((await build('--yes')).out).not.toContain(nothing);
    const { out } = await build('--yes');
    expect(out).toBe(`1 file: identical 1; no file changes\n${nothing}`);
  });

  it('does not say so where a step ran, failed, or was left out', async () => {
    await build('--yes', '--no-disk-hooks');
    expect((await build('--yes', '--no-disk-hooks')).out).not.toContain(nothing);
    expect((await build('--yes')).out).not.toContain(nothing);
    project.put('apps/names/names.txt', 'mine\n');
    expect((await build('--yes')).out).not.toContain(nothing);
    project.put(
      'names.mjs',
      withInputs.replace("'process.exit(1)'", "''").replace("? '' :", "? 'process.exit(1)' :"),
    );
    project.put('apps/names/names.txt', 'mine again\n');
    expect((await build('--yes')).out).not.toContain(nothing);
  });
});

describe('the commands of hooks', () => {
  const script = 'console.error(process.env.OTHER_PROJECT); process.exit(1)';
  beforeEach(() => {
    process.env['OTHER_PROJECT'] = 'its settings';
    project.put('names.mjs', plugin.replace("'process.exit(1)'", JSON.stringify(script)));
  });
  afterEach(() => void delete process.env['OTHER_PROJECT']);

  it('do not see what another project has set in the shell', async () => {
    expect((await build('--yes')).err).toContain('    undefined\n');
  });

  it('see the variables that `env` names', async () => {
    project.put('dazzle.toml', manifest('[hooks.run_tests]\nenv = ["OTHER_PROJECT"]\n'));
    expect((await build('--yes')).err).toContain('    its settings\n');
  });

  it.each([
    ['["OTHER=1"]', '"env" in [hooks.run_tests] names variables, and "OTHER=…" is no name', 'write "OTHER"'],
    ['["a b"]', '"a b" is no name of one', 'write env = ["DATABASE_URL"]'],
    ['"OTHER"', '"env" in [hooks.run_tests] must be a list of texts', 'give it a list of texts'],
  ])('env = %s is refused', async (value, problem, fix) => {
    project.put('dazzle.toml', manifest(`[hooks.run_tests]\nenv = ${value}\n`));
    const { status, err } = await build('--yes');
    expect(status).toBe(1);
    expect(err).toContain(problem);
    expect(err).toContain(fix);
  });
});
