import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './cli/support/run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-plugins-'));
  write(
    'dsl/app.dsl',
    `module shop.core
app shop "Shop"
entity Task "Task":
  id: uuid pk
  title: str(9)
surface tasks "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
`,
  );
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function writeManifest(modules: readonly string[], backend = 'names'): void {
  write(
    'dazzle.toml',
    `[project]\nname = "shop"\n[stack]\nbackends = ["${backend}"]\n[plugins]\nmodules = ${JSON.stringify(modules)}\n`,
  );
}

const names = `
export default ({ defineBackend, defineGenerator }) => ({
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
      hooks: [],
    }),
  ],
});
`;

const notice = `
export default async ({ defineHook }) => ({
  hooks: {
    '*': [
      defineHook({
        name: 'add_notice',
        description: 'writes NOTICE',
        phase: 'post_build',
        runsOn: 'tree',
        options: { owner: { type: 'string', description: 'whose it is', default: 'us' } },
        execute({ tree, options }) {
          tree.write('NOTICE', 'Made for ' + options.owner + '.\\n');
          return { success: true, message: 'NOTICE is written' };
        },
      }),
    ],
  },
});
`;

const code = async (...argv: string[]) => {
  const { status, out } = await run([...argv, '--json'], { cwd });
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: { code: string; message: string; line?: number }[];
  };
  return { status, problems: diagnostics.map((one) => [one.code, one.line, one.message]) };
};

describe('[plugins] in dazzle.toml', () => {
  it('adds a backend, and hooks to each backend, with their options', async () => {
    write('plugins/names.js', names);
    write('package.json', '{ "type": "module" }');
    write('node_modules/dazzle-notice/package.json', '{ "name": "dazzle-notice", "main": "notice.mjs" }');
    write('node_modules/dazzle-notice/notice.mjs', notice);
    writeManifest(['./plugins/names.js', 'dazzle-notice']);
    write(
      'dazzle.toml',
      `${readFileSync(join(cwd, 'dazzle.toml'), 'utf8')}[hooks.add_notice]\nowner = "Ada"\n`,
    );

    expect((await run(['validate'], { cwd })).status).toBe(0);
    expect((await run(['backends'], { cwd })).out).toContain('the names of the entities');
    expect((await run(['hooks', 'names'], { cwd })).out).toContain('add_notice');
    const built = await run(['build', '--yes'], { cwd });
    expect({ status: built.status, err: built.err }).toEqual({ status: 0, err: '' });
    expect(readFileSync(join(cwd, 'apps/names/names.txt'), 'utf8')).toBe('Task\n');
    expect(readFileSync(join(cwd, 'apps/names/NOTICE'), 'utf8')).toBe('Made for Ada.\n');
    expect((await run(['diff'], { cwd })).status).toBe(0);
  });

  it.each([
    [
      './plugins/absent.js',
      '',
      'the plug-in "./plugins/absent.js" cannot be loaded: there is no such module',
    ],
    ['dazzle-absent', '', 'the plug-in "dazzle-absent" cannot be loaded: there is no such module'],
    ['./plugin.mjs', 'throw new Error("no luck");', 'the plug-in "./plugin.mjs" cannot be loaded: no luck'],
  ])('DZL216 where %s cannot be loaded: %s', async (module, text, message) => {
    write('plugin.mjs', text);
    writeManifest([module], 'express_micro');
    expect(await code('build')).toEqual({ status: 1, problems: [['DZL216', 6, message]] });
  });

  it.each([
    ['export const hooks = {};', '"./plugin.mjs" is no plug-in: it has no function as its default export'],
    ['export default () => ({});', '"./plugin.mjs" is no plug-in: it does not return backends or hooks'],
    [
      'export default () => ({ backends: [{ name: "x" }] });',
      '"./plugin.mjs" is no plug-in: it does not return backends or hooks',
    ],
    [
      'export default () => ({ hooks: { expres_micro: [] } });',
      'the plug-in "./plugin.mjs" has hooks for the backend "expres_micro", which does not exist',
    ],
  ])('DZL217 for %s', async (text, message) => {
    write('plugin.mjs', text);
    writeManifest(['./plugin.mjs'], 'express_micro');
    expect(await code('build')).toEqual({ status: 1, problems: [['DZL217', 6, message]] });
  });

  it('are a finding of dazzle doctor where they cannot be loaded, beside all others', async () => {
    writeManifest(['./absent.mjs'], 'express_micro');
    const { status, out } = await run(['doctor', '--json'], { cwd });
    const { findings } = JSON.parse(out) as { findings: { state: string; name: string }[] };
    expect(status).toBe(1);
    expect(findings.filter(({ state }) => state === 'bad').map(({ name }) => name)).toEqual(['plug-ins']);
    expect(findings.map(({ name }) => name)).toContain('baseline');
  });

  it('refuses a backend of a name that is taken, and keys that it does not know', async () => {
    write(
      'names.mjs',
      names.replace("name: 'names',\n      summary", "name: 'django_micro',\n      summary"),
    );
    writeManifest(['./names.mjs'], 'django_micro');
    const { status, problems } = await code('build');
    expect([status, problems.map(([found]) => found)]).toEqual([1, ['DZL302']]);
    write('dazzle.toml', '[project]\nname = "shop"\n[plugins]\nmodule = ["./names.mjs"]\n');
    expect(await code('validate')).toEqual({
      status: 1,
      problems: [['DZL204', 4, '[plugins] has no key "module"']],
    });
  });
});
