import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineGenerator } from '../../../lib/backend/define.ts';
import type { AnswerValue, Hook } from '../../../lib/backend/types.ts';
import { adminPasswordArtifact } from '../../../lib/kit/hooks/artifacts.ts';
import type { BackendFacts } from '../../../lib/backend/facts.ts';
import { variableFact } from '../../../lib/kit/service/variable-fact.ts';
import { createEnv, makeSecret } from '../../../lib/kit/hooks/create-env.ts';
import { createSuperuser, makePassword, readCredentials } from '../../../lib/kit/hooks/create-superuser.ts';
import { checkPermissions, initDirectories, validateSpec } from '../../../lib/kit/hooks/look-hooks.ts';
import {
  backupExisting,
  createGitignore,
  formatCode,
  generateDocs,
  setPermissions,
} from '../../../lib/kit/hooks/tree-hooks.ts';
import { makeBackend, makeFolder, makeSettings, runPhases, shortly } from '../../support/make-backend.ts';

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder();
});
afterEach(() => project.remove());

async function run(
  hooks: readonly Hook[],
  files: Readonly<Record<string, string>> = {},
  options: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>> = {},
  facts: Partial<BackendFacts> = {},
) {
  const writes = defineGenerator({
    name: 'files',
    description: '',
    generate({ tree }) {
      for (const [path, text] of Object.entries(files)) tree.write(path, text);
    },
  });
  const tables = Object.entries(options).map(([name, values]) => [
    name,
    { timeout: null, onFailure: null, values },
  ]);
  const phases = await runPhases([makeBackend({ facts: () => facts, generators: [writes], hooks })], {
    projectDir: project.folder,
    manifest: { answers: {}, hooks: makeSettings({ options: Object.fromEntries(tables) as never }) },
  });
  const textOf = (path: string): string =>
    String(phases.store.files().find((file) => file.path === path)?.contents);
  return { ...phases, textOf };
}

describe('create_superuser', () => {
  const hook = createSuperuser({ logIn: () => ['Log in at http://localhost:8000/login/.'] });

  it('writes credentials with a random password once, and tells where they are', async () => {
    const { textOf, artifacts, store, hooks } = await run([hook]);
    const password = artifacts.find('one', adminPasswordArtifact);
    expect(textOf('.admin_credentials')).toBe(
      `Username: admin
Password: ${password}
Email: admin@example.com

Log in at http://localhost:8000/login/.

Change this password after the first login, and never put this file into git.
`,
    );
    expect(password).toMatch(/^(?:[A-Za-z0-9]{5}-){3}[A-Za-z0-9]{5}$/);
    expect(store.files().map(({ once, mode }) => [once, mode])).toEqual([['secret', 0o600]]);
    expect(hooks[0]!.message).toBe("the administrator's credentials are in apps/one/.admin_credentials");
    expect(artifacts.report()).toEqual({
      one: {
        admin_user: { username: 'admin', email: 'admin@example.com' },
        admin_credentials: 'apps/one/.admin_credentials',
        admin_password: '«secret»',
      },
    });
  });

  it('keeps the file that is there', async () => {
    const text = 'Username: ada\nPassword: my own\nEmail: ada@example.com\n';
    project.put('apps/one/.admin_credentials', text);
    const { textOf, artifacts } = await run([hook], {}, { create_superuser: { username: 'eve' } });
    expect(textOf('.admin_credentials')).toBe(text);
    expect(artifacts.report()['one']!['admin_user']).toEqual({ username: 'ada', email: 'ada@example.com' });
    expect(artifacts.find('one', adminPasswordArtifact)).toBe('my own');
  });

  it('takes a plain password with a warning', async () => {
    const { textOf, diagnostics } = await run([hook], {}, { create_superuser: { password: 'pass word' } });
    expect(readCredentials(textOf('.admin_credentials')).password).toBe('pass word');
    expect(shortly(diagnostics)).toEqual([
      'DZL347 warning dazzle.toml has a password in plain text, where everyone with the project can read it',
    ]);
  });

  it('takes the password from a variable', async () => {
    process.env['DAZZLE_TEST_PASSWORD'] = 'from the environment';
    const options = { create_superuser: { password_env: 'DAZZLE_TEST_PASSWORD' } };
    expect(readCredentials((await run([hook], {}, options)).textOf('.admin_credentials')).password).toBe(
      'from the environment',
    );
    delete process.env['DAZZLE_TEST_PASSWORD'];
    expect(shortly((await run([hook], {}, options)).diagnostics)).toEqual([
      'DZL343 error create_superuser takes its password from DAZZLE_TEST_PASSWORD, which is not set',
    ]);
  });

  it.each([
    ['secret', 'is shorter than 8 characters'],
    ['x'.repeat(1001), 'is longer than 1000 characters'],
    ['73918264550', 'has nothing but digits'],
    ['AdaLovelace', "is the user's own name"],
  ])('refuses a new password %s: it %s', async (password, words) => {
    const create_superuser = { password, username: 'adalovelace' };
    const { diagnostics } = await run([hook], {}, { create_superuser });
    expect(shortly(diagnostics)).toContain(
      `DZL343 error the password that create_superuser takes from dazzle.toml ${words}, so the application would refuse it`,
    );
    project.put(
      'apps/one/.admin_credentials',
      `Username: ada\nPassword: ${password}\nEmail: a@example.com\n`,
    );
    expect(shortly((await run([hook], {}, { create_superuser })).diagnostics)).toEqual([
      'DZL347 warning dazzle.toml has a password in plain text, where everyone with the project can read it',
    ]);
  });

  it.each([
    [{ username: 'ada lovelace' }, '"username" in [hooks.create_superuser] cannot be "ada lovelace"'],
    [{ username: '' }, '"username" in [hooks.create_superuser] cannot be ""'],
    [{ email: 'nobody' }, '"email" in [hooks.create_superuser] cannot be "nobody"'],
  ])('refuses %j', async (values, message) => {
    expect(shortly((await run([hook], {}, { create_superuser: values })).diagnostics)).toEqual([
      `DZL348 error ${message}`,
    ]);
  });

  it('makes passwords that differ and pass the usual rules', () => {
    const passwords = Array.from({ length: 200 }, makePassword);
    expect(new Set(passwords).size).toBe(200);
    expect(
      passwords.filter(
        (password) => !/[a-z]/.test(password) || !/[A-Z]/.test(password) || !/\d/.test(password),
      ),
    ).toEqual([]);
  });
});

describe('create_env', () => {
  const hook = createEnv();
  const facts: Partial<BackendFacts> = {
    environment: [
      { name: 'SECRET_KEY', meaning: 'Signs sessions', isSecret: true },
      { name: 'DEBUG', meaning: 'Development only', development: 'true', production: 'false' },
      { name: 'TITLE', meaning: 'Shown at the top', development: "it's" },
      { name: 'LOG_LEVEL', meaning: 'How much to log', development: 'info level', isOptional: true },
    ].map(variableFact),
  };

  it('writes fresh secrets into .env and none into .env.example', async () => {
    const first = await run([hook], {}, {}, facts);
    const second = await run([hook], {}, {}, facts);
    const secretOf = (text: string): string => /^SECRET_KEY=([\w-]{50})$/m.exec(text)![1]!;
    expect(secretOf(first.textOf('.env'))).not.toBe(secretOf(second.textOf('.env')));
    expect(first.textOf('.env').replace(secretOf(first.textOf('.env')), '…'))
      .toBe(`# Settings of this copy, for development. Not for git: it has secrets.

# Signs sessions
SECRET_KEY=…

# Development only
DEBUG=true

# Shown at the top
TITLE="it's"

# How much to log
# LOG_LEVEL='info level'
`);
    expect(first.textOf('.env.example')).toBe(second.textOf('.env.example'));
    expect(first.textOf('.env.example')).toContain('SECRET_KEY=\n');
    expect(first.textOf('.env.example')).toContain('DEBUG=false\n');
    expect(first.store.files().map(({ path, once, mode }) => [path, once, mode])).toEqual([
      ['.env', 'secret', 0o600],
      ['.env.example', undefined, undefined],
    ]);
    expect(makeSecret()).toHaveLength(50);
  });

  it('keeps a .env that is there, and tells what it lacks', async () => {
    project.put('apps/one/.env', 'SECRET_KEY=my-own-secret\n# TITLE=off\n');
    const { textOf, diagnostics, artifacts } = await run([hook], {}, {}, facts);
    expect(textOf('.env')).toBe('SECRET_KEY=my-own-secret\n# TITLE=off\n');
    expect(artifacts.mask('got my-own-secret')).toBe('got «secret»');
    expect(shortly(diagnostics)).toEqual(['DZL346 warning apps/one/.env, which is yours, has no DEBUG']);
  });
});

describe('the other hooks on the tree', () => {
  it('create_gitignore ignores secrets, and adds to what a generator wrote', async () => {
    expect((await run([createGitignore(['*.log'])])).textOf('.gitignore')).toBe(
      '.env\n.admin_credentials\n*.log\n',
    );
    const added = await run([createGitignore(['*.log'])], { '.gitignore': '*.log\n.env\n' });
    expect(added.textOf('.gitignore')).toBe('*.log\n.env\n.admin_credentials\n');
  });

  it('format_code formats, and warns about what it cannot read', async () => {
    const { textOf, diagnostics } = await run([formatCode()], { 'a.py': 'x=1', 'b.py': 'x=(' });
    expect(textOf('a.py')).toBe('x = 1\n');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['DZL315', 'warning']]);
  });

  it('generate_docs, set_permissions and init_directories change the tree', async () => {
    const { store, hooks } = await run(
      [
        initDirectories(['media']),
        generateDocs(({ tree, spec }) => tree.write('README.md', `# ${spec.title}\n`)),
        setPermissions({ executable: ['manage.py', 'none.sh'] }),
      ],
      { 'manage.py': '' },
    );
    expect(store.nextFiles().map(({ path, mode }) => [path, mode])).toEqual([
      ['apps/one/README.md', 0o644],
      ['apps/one/manage.py', 0o755],
      ['apps/one/media/.gitkeep', 0o644],
    ]);
    expect(hooks.map(({ name, message }) => [name, message])).toEqual([
      ['init_directories', 'media'],
      ['generate_docs', 'README.md'],
      ['set_permissions', 'manage.py'],
    ]);
  });

  it('backup_existing is off unless named', async () => {
    expect((await run([backupExisting()])).artifacts.report()).toEqual({});
  });

  it('validate_spec stops the build for an error only', async () => {
    const diagnostic = { code: 'DZL399', message: 'no maps here' };
    const warned = await run([validateSpec(() => [{ ...diagnostic, severity: 'warning' }])]);
    expect([warned.hooks[0]!.success, shortly(warned.diagnostics)]).toEqual([
      true,
      ['DZL399 warning no maps here'],
    ]);
    const stopped = await run([validateSpec(() => [{ ...diagnostic, severity: 'error' }])], { a: '' });
    expect(shortly(stopped.diagnostics)).toEqual(['DZL399 error no maps here']);
    expect(stopped.store.files()).toEqual([]);
  });

  it('check_permissions finds a file in the way and a folder that cannot be written', async () => {
    expect((await run([checkPermissions()])).diagnostics).toEqual([]);
    project.put('apps', '');
    expect(shortly((await run([checkPermissions()])).diagnostics)).toEqual([
      'DZL344 error apps is a file, but generated files go into a folder of that name',
    ]);
  });

  it('check_permissions finds a folder that cannot be written', async () => {
    if (process.getuid?.() === 0) return;
    project.put('apps/x', '');
    chmodSync(join(project.folder, 'apps'), 0o500);
    const { diagnostics } = await run([checkPermissions()]);
    chmodSync(join(project.folder, 'apps'), 0o700);
    expect(shortly(diagnostics)).toEqual(['DZL345 error you may not write into apps']);
  });
});
