import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { checkManifest, readManifest } from '../../lib/project/read-manifest.ts';

const known = { backends: ['django_micro', 'express_micro'] };

function print({ code, severity, message, place, fix, frame }: Diagnostic): string {
  const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
  return [`${where}${severity} ${code} ${message}`, ...(frame?.split('\n') ?? []), `fix: ${fix}`].join('\n');
}

async function problemsOf(text: string): Promise<string[]> {
  return (await checkManifest(text, known)).diagnostics.map(print);
}

const head = '[project]\nname = "shop"\n';

describe('a dazzle.toml', () => {
  it('with everything in it is read into a manifest', async () => {
    const { manifest, diagnostics } = await checkManifest(
      `[project]
name = "support_tickets"
version = "0.2.0"
root = "support_tickets.core"
[modules]
paths = ["./dsl", "./more"]
[output]
dir = "./generated/apps/"
[stack]
backends = ["django_micro", "openapi"]
[backends.django_micro]
database = "sqlite"
port = 8001
extras = ["a"]
debug = true
[hooks]
pre_build = ["validate_dependencies"]
post_build = []
skip = ["install_dependencies"]
[hooks.create_superuser]
username = "ada"
timeout = 60
on_failure = "abort"
[conflicts]
"**/urls.py" = "take"
"**" = "keep"
`,
      known,
    );
    expect(diagnostics).toEqual([]);
    expect(manifest).toEqual({
      name: 'support_tickets',
      version: '0.2.0',
      root: 'support_tickets.core',
      modulePaths: ['./dsl', './more'],
      outputDir: 'generated/apps',
      stack: { preset: null, backends: ['django_micro', 'openapi'] },
      answers: { django_micro: { database: 'sqlite', port: 8001, extras: ['a'], debug: true } },
      hooks: {
        preBuild: ['validate_dependencies'],
        postBuild: [],
        skip: ['install_dependencies'],
        options: { create_superuser: { timeout: 60, onFailure: 'abort', values: { username: 'ada' } } },
      },
      plugins: [],
      conflicts: [
        { pattern: '**/urls.py', policy: 'take' },
        { pattern: '**', policy: 'keep' },
      ],
      ignoredWarnings: [],
      locate: expect.any(Function),
    });
  });

  it('with only a name has defaults for the rest', async () => {
    expect(await checkManifest(head, known)).toEqual({
      manifest: {
        name: 'shop',
        version: '0.1.0',
        root: null,
        modulePaths: ['./dsl'],
        outputDir: 'apps',
        stack: { preset: 'micro', backends: ['django_micro'] },
        answers: {},
        hooks: { preBuild: null, postBuild: null, skip: [], options: {} },
        plugins: [],
        conflicts: [],
        ignoredWarnings: [],
        locate: expect.any(Function),
      },
      diagnostics: [],
    });
  });

  it.each([
    [
      '[project]\nname = shop\n',
      `dazzle.toml:2:8 error DZL203 dazzle.toml is not well-formed TOML: invalid value
name = shop
       ^
fix: texts are quoted, lists are in [ ], and each key stands once in its table`,
    ],
    [
      '[output]\ndir = "apps"\n',
      `dazzle.toml:1:1 error DZL206 dazzle.toml does not name the project
[output]
^
fix: write name = "my_app" below [project]`,
    ],
    [
      'nmae = "shop"\n' + head,
      `dazzle.toml:1:1 error DZL204 dazzle.toml has no key "nmae" outside of a table
nmae = "shop"
^^^^
fix: its tables are project, modules, output, stack, backends, hooks, plugins, conflicts, warnings`,
    ],
    [
      `${head}[stak]\nname = "micro"\n`,
      `dazzle.toml:3:2 error DZL204 dazzle.toml has no table [stak]
[stak]
 ^^^^
fix: write "stack"`,
    ],
    [
      `${head}versoin = "1"\n`,
      `dazzle.toml:3:1 error DZL204 [project] has no key "versoin"
versoin = "1"
^^^^^^^
fix: write "version"`,
    ],
    [
      '[project]\nname = "My Shop!"\n',
      `dazzle.toml:2:8 error DZL207 the project's name cannot be "My Shop!": it begins with a small letter and has only small letters, digits, _ and -
name = "My Shop!"
       ^^^^^^^^^^
fix: write "my_shop"`,
    ],
    [
      '[project]\nname = 7\n',
      `dazzle.toml:2:8 error DZL205 "name" in [project] must be text, not 7
name = 7
       ^
fix: give it text`,
    ],
    [
      `${head}root = "shop."\n`,
      `dazzle.toml:3:8 error DZL207 "root" in [project] names a module, and "shop." is no module's name
root = "shop."
       ^^^^^^^
fix: write it as in its \`module\` line, e.g. "shop.core"`,
    ],
    [
      `${head}[modules]\npaths = "./dsl"\n`,
      `dazzle.toml:4:9 error DZL205 "paths" in [modules] must be a list of texts, not "./dsl"
paths = "./dsl"
        ^^^^^^^
fix: give it a list of texts`,
    ],
    [
      `${head}[modules]\npaths = []\n`,
      `dazzle.toml:4:9 error DZL207 "paths" in [modules] is empty, so there is no spec
paths = []
        ^^
fix: write paths = ["./dsl"]`,
    ],
    [
      `${head}[output]\ndir = "../apps" # out\n`,
      `dazzle.toml:4:7 error DZL208 "dir" in [output] cannot be "../apps": it lies outside of the project
dir = "../apps" # out
      ^^^^^^^^^
fix: name a folder inside the project, e.g. "apps"`,
    ],
    [
      `${head}[stack]\nname = "micro"\nbackends = ["django_micro"]\n`,
      `dazzle.toml:5:1 error DZL210 [stack] has both "name" and "backends"
backends = ["django_micro"]
^^^^^^^^
fix: keep one of them: a preset by name, or a list`,
    ],
    [
      `${head}[stack]\nname = "mirco"\n`,
      `dazzle.toml:4:8 error DZL211 "name" in [stack] names the stack "mirco", which does not exist
name = "mirco"
       ^^^^^^^
fix: write "micro"`,
    ],
    [
      `${head}[stack]\nbackends = [\n  "django_micro",\n  "opnapi",\n]\n`,
      `dazzle.toml:6:3 error DZL212 "backends" in [stack] names the backend "opnapi", which does not exist
  "opnapi",
  ^^^^^^^^
fix: write "openapi"`,
    ],
    [
      `${head}[stack]\nbackends = []\n`,
      `dazzle.toml:4:12 error DZL215 "backends" in [stack] names no backend, so there is nothing to build
backends = []
           ^^
fix: name at least one of django_micro, express_micro`,
    ],
    [
      `${head}[backends.rails]\nx = 1\n`,
      `dazzle.toml:3:2 error DZL212 [backends.rails] names the backend "rails", which does not exist
[backends.rails]
 ^^^^^^^^^^^^^^
fix: choose among django_micro, express_micro`,
    ],
    [
      `${head}[backends]\ndjango_micro = { since = 2026-01-01 }\n`,
      `dazzle.toml:4:18 error DZL205 "since" in [backends.django_micro] must be text, a number, true or false, or a list of texts, not the date 2026-01-01
django_micro = { since = 2026-01-01 }
                 ^^^^^
fix: give it text, a number, true or false, or a list of texts`,
    ],
    [
      `${head}[hooks]\npre_biuld = []\n`,
      `dazzle.toml:4:1 error DZL204 [hooks] has no key "pre_biuld"
pre_biuld = []
^^^^^^^^^
fix: write "pre_build"`,
    ],
    [
      `${head}[hooks.deploy]\ntimeout = 0\non_failure = "abrot"\n`,
      `dazzle.toml:4:11 error DZL207 "timeout" in [hooks.deploy] must be a number of seconds above 0, not 0
timeout = 0
          ^
fix: write timeout = 60`,
      `dazzle.toml:5:14 error DZL207 "on_failure" in [hooks.deploy] cannot be "abrot"
on_failure = "abrot"
             ^^^^^^^
fix: write "abort"`,
    ],
    [
      `${head}[conflicts]\n"**/urls.py" = "takes"\n`,
      `dazzle.toml:4:16 error DZL214 "**/urls.py" in [conflicts] has the policy "takes", which does not exist
"**/urls.py" = "takes"
               ^^^^^^^
fix: write "take"`,
    ],
    [
      `stack = "micro"\n${head}`,
      `dazzle.toml:1:9 error DZL205 "stack" must be a table, not "micro"
stack = "micro"
        ^^^^^^^
fix: write [stack] on a line of its own and its keys below`,
    ],
  ])('%j is refused with the place and the mend', async (text, ...expected) => {
    expect(await problemsOf(text)).toEqual(expected);
  });

  it('reports all its mistakes at once, and has defaults in their place', async () => {
    const { manifest, diagnostics } = await checkManifest(
      '[project]\nname = 1\nfoo = 2\n[output]\ndir = "/x"\n[stack]\nname = "x"\n[conflicts]\na = 1\n',
      known,
    );
    expect(manifest).toMatchObject({
      name: '',
      outputDir: 'apps',
      stack: { preset: 'micro' },
      conflicts: [],
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['DZL205', 'DZL204', 'DZL208', 'DZL211', 'DZL205']);
  });
});

describe('readManifest', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dazzle-manifest-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says that there is none', async () => {
    const { manifest, diagnostics } = await readManifest(folder, known);
    expect(manifest).toBeNull();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['DZL201', `there is no dazzle.toml in ${folder}`],
    ]);
  });

  it('says why it cannot be read', async () => {
    mkdirSync(join(folder, 'a', 'dazzle.toml'), { recursive: true });
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b', 'dazzle.toml'), Buffer.from([0x61, 0xff]));
    const saidOf = async (name: string) =>
      (await readManifest(join(folder, name), known)).diagnostics.map(
        ({ code, message }) => `${code} ${message}`,
      );
    expect(await saidOf('a')).toEqual(['DZL202 dazzle.toml cannot be read: it is a folder']);
    expect(await saidOf('b')).toEqual(['DZL202 dazzle.toml cannot be read: it is not UTF-8']);
  });

  it('accepts a byte order mark', async () => {
    writeFileSync(join(folder, 'dazzle.toml'), `\ufeff${head}`);
    expect((await readManifest(folder, known)).manifest?.name).toBe('shop');
  });
});
