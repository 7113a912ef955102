import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

const spec =
  'module shop.core\napp shop "Shop"\nentity Task "Task":\n  id: uuid pk\n  title: str(200)\n' +
  'surface task_list "Tasks":\n  uses entity Task\n  mode: list\n  section main:\n    field title\n';
const head = '[project]\nname = "shop"\nroot = "shop.core"\n';

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder({ 'dsl/app.dsl': spec, 'dazzle.toml': head });
});
afterEach(() => project.remove());

/** What is found, as `file:line:column code severity`. */
async function places(...argv: string[]): Promise<string[]> {
  const { out } = await run([...argv, '--json'], { cwd: project.folder });
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: { file: string; line: number; column: number; code: string; severity: string }[];
  };
  return diagnostics.map(
    ({ file, line, column, code, severity }) => `${file}:${line}:${column} ${code} ${severity}`,
  );
}

describe('dazzle validate', () => {
  it('has diagnostics and a status under --json', async () => {
    const { status, out } = await run(['validate', '--json'], { cwd: project.folder });
    expect({ status, json: JSON.parse(out) }).toEqual({
      status: 0,
      json: { status: 'done', diagnostics: [] },
    });
  });

  it('checks hooks, their options and answers too, at their places, together with the spec', async () => {
    project.put(
      'dazzle.toml',
      `${head}[modules]
paths = ["./dsl", "./more"]
[backends.django_micro]
databse = "sqlite"
database = "oracle"
[hooks]
pre_build = ["validate_dependences"]
post_build = ["create_superuser", "nope"]
skip = ["validate_dependencies", "instal_dependencies"]
[hooks.create_superuser]
usrname = "x"
username = 3
email = "nobody"
password = "plain"
[hooks.nope]
x = 1
`,
    );
    project.put('dsl/app.dsl', spec.replace('str(200)', 'strng'));
    const expected = [
      'dazzle.toml:5:19 DZL220 error',
      'dazzle.toml:7:1 DZL230 error',
      'dazzle.toml:8:12 DZL231 error',
      'dazzle.toml:10:14 DZL240 error',
      'dazzle.toml:11:35 DZL240 error',
      'dazzle.toml:12:34 DZL240 error',
      'dazzle.toml:14:1 DZL242 error',
      'dazzle.toml:15:12 DZL243 error',
      'dazzle.toml:16:9 DZL348 error',
      'dazzle.toml:17:12 DZL347 warning',
      'dazzle.toml:18:2 DZL240 error',
      'dsl/app.dsl:5:10 DZL112 error',
    ];
    expect(await places('validate')).toEqual(expected);
    expect(await places('build')).toEqual(expected);
  });

  it('warns of a plain password whenever it looks at dazzle.toml', async () => {
    project.put('dazzle.toml', `${head}[hooks.create_superuser]\npassword = "plain-but-long-enough"\n`);
    expect(await places('validate')).toEqual(['dazzle.toml:5:12 DZL347 warning']);
    for (const _ of [1, 2]) {
      expect(await places('build', '--no-disk-hooks')).toEqual(['dazzle.toml:5:12 DZL347 warning']);
    }
    expect((await run(['validate', '--strict'], { cwd: project.folder })).status).toBe(1);
  });

  it('says nothing of hooks where the stack itself is wrong', async () => {
    project.put('dazzle.toml', `${head}[stack]\nname = "mirco"\n[hooks]\nskip = ["lint"]\n`);
    expect(await places('validate')).toEqual(['dazzle.toml:5:8 DZL211 error']);
  });

  it('tells of backends that are not there yet beside those that do not exist', async () => {
    project.put('dazzle.toml', `${head}[stack]\nbackends = ["openapi", "expres_micro", "infra_docker"]\n`);
    const expected = [
      'dazzle.toml:5:13 DZL213 error',
      'dazzle.toml:5:24 DZL212 error',
      'dazzle.toml:5:40 DZL213 error',
    ];
    expect((await places('validate')).toSorted()).toEqual(expected.toSorted());
    expect((await places('build')).toSorted()).toEqual(expected.toSorted());
  });

  describe('where backends have something to say', () => {
    const both = '[stack]\nbackends = ["django_micro", "express_micro"]\n';
    beforeEach(() => {
      project.put('dazzle.toml', head + both);
      project.put(
        'dsl/app.dsl',
        spec.replace(
          '  title: str(200)\n',
          '  title: str(200)\n  objects: str(9)\npersona clerk "Clerk":\n  goal: "order"\n',
        ),
      );
    });
    const warnings = ['dsl/app.dsl:7:9 DZL366 warning', 'dsl/app.dsl:6:3 DZL370 warning'];
    const validate = (...argv: string[]) => run(['validate', ...argv], { cwd: project.folder });

    it('tells the same as a build, what several say alike once', async () => {
      expect(await places('validate')).toEqual(warnings);
      expect(await places('build', '--no-disk-hooks')).toEqual(warnings);
      expect((await run(['build', '--no-disk-hooks'], { cwd: project.folder })).err.match(/DZL\d+/g)).toEqual(
        ['DZL366', 'DZL370'],
      );
      const { err } = await validate();
      expect(err).toContain('persona clerk is not made use of yet by django_micro and express_micro\n');
      expect(err).toContain('persona clerk "Clerk":\n            ^^^^^');
      expect((await validate('--strict')).status).toBe(1);
    });

    it('leaves out what dazzle.toml ignores, which is no error under --strict', async () => {
      project.put('dazzle.toml', `${head}${both}[warnings]\nignore = ["DZL366"]\n`);
      expect(await places('validate')).toEqual(warnings.slice(1));
      expect(await places('build', '--no-disk-hooks')).toEqual(warnings.slice(1));
      project.put('dazzle.toml', `${head}${both}[warnings]\nignore = ["DZL366", "DZL370"]\n`);
      const { status, out } = await validate('--strict', '--verbose');
      expect(status).toBe(0);
      expect(out).toMatch(/^valid .*: no problems\n2 warnings ignored by dazzle\.toml\n$/);
      expect((await validate()).out).toMatch(/: no problems\n$/);
      expect(JSON.parse((await validate('--json')).out)).toEqual({
        status: 'done',
        diagnostics: [],
        ignored: 2,
      });
    });

    it('tells of errors alone where there are any', async () => {
      project.put('dazzle.toml', `${head}${both}[warnings]\nignore = ["DZL104"]\n`);
      expect(await places('validate')).toEqual(['dazzle.toml:7:11 DZL380 error']);
    });

    it('asks neither the machine nor the network, and writes nothing', async () => {
      const path = process.env['PATH'];
      process.env['PATH'] = '/no-programs';
      try {
        expect(await places('validate')).toEqual(warnings);
      } finally {
        process.env['PATH'] = path;
      }
      expect(readdirSync(project.folder).sort()).toEqual(['dazzle.toml', 'dsl']);
    });
  });

  it('shows where a path with backslashes is written', async () => {
    project.put('dazzle.toml', `${head}[modules]\npaths = [".\\\\specs"]\n`);
    expect(await places('validate')).toEqual(['dazzle.toml:5:9 DZL220 error']);
  });

  it('tells of the spec beside a plug-in that cannot be loaded, and not of the backends that it may have', async () => {
    project.put(
      'dazzle.toml',
      `${head}[stack]\nbackends = ["my_own"]\n[plugins]\nmodules = ["./nope.mjs"]\n`,
    );
    project.put('dsl/app.dsl', spec.replace('str(200)', 'strng'));
    expect(await places('validate')).toEqual([
      'dazzle.toml:7:12 DZL216 error',
      'dsl/app.dsl:5:10 DZL112 error',
    ]);
  });
});
