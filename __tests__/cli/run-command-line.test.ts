import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { backendNames, loadRegistry } from '../../lib/cli/built-in-backends.ts';
import { commandTable } from '../../lib/cli/commands/table.ts';
import { catalogue } from '../../lib/diagnostics/catalogue/index.ts';
import { makeFolder } from '../support/make-backend.ts';
import { run } from './support/run.ts';

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

describe('the command line', () => {
  it('prints the version of package.json', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('prints the help, with every command, where nothing is asked', async () => {
    const { status, out } = await run([]);
    expect(status).toBe(0);
    for (const name of [
      'init',
      'build',
      'diff',
      'validate',
      'resolve',
      'undo',
      'redo',
      'stacks',
      'backends',
      'hooks',
      'inspect',
      'explain',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
    }
  });

  it('shows the help of a command with its options and examples', async () => {
    const asked = await run(['help', 'build']);
    expect(asked).toEqual(await run(['build', '--help']));
    expect(asked.out).toContain('--on-conflict <policy>');
    expect(asked.out).toContain('Examples:');
  });

  it.each([[], ...commandTable.map(({ name }) => ['help', name])])(
    'fits its help into 40 columns: %s %s',
    async (...argv: string[]) => {
      const { status, out } = await run(argv, { columns: 40, env: { NO_COLOR: '1' } });
      expect(status).toBe(0);
      expect(out.split('\n').filter((line) => line.length > 40 && !line.startsWith('Usage:'))).toEqual([]);
    },
  );

  it('suggests a command for one that is misspelt (DZL501)', async () => {
    expect(await run(['biuld'])).toEqual({
      status: 1,
      out: '',
      err: 'error DZL501  there is no command "biuld"\n    fix: did you mean "dazzle build"?\n',
    });
  });

  it('suggests an option for one that is misspelt (DZL502)', async () => {
    expect(await run(['build', '--dry-rum'])).toEqual({
      status: 1,
      out: '',
      err: 'error DZL502  dazzle build has no option "--dry-rum"\n    fix: did you mean "--dry-run"?\n',
    });
  });

  it('says that an option lacks its value (DZL503)', async () => {
    const { status, err } = await run(['build', '--out']);
    expect(status).toBe(1);
    expect(err).toContain('error DZL503');
    expect(err).toContain('--out');
  });

  it('reads the command behind -- too', async () => {
    expect(await run(['--', 'stacks'])).toEqual(await run(['stacks']));
  });

  it('names the argument that is too much (DZL504)', async () => {
    const { status, err } = await run(['init', 'shop', 'blog']);
    expect(status).toBe(1);
    expect(err).toContain('error DZL504  dazzle init takes 1 argument: "blog" is too much');
  });

  it('keeps stdout for one JSON document when --json fails', async () => {
    const { status, out } = await run(['validate', '--json'], { cwd: '/' });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'error',
      diagnostics: [{ code: 'DZL505', severity: 'error' }],
    });
  });

  it('says where it looked for a project (DZL505)', async () => {
    expect(await run(['build', '--cwd', '/usr'])).toEqual({
      status: 1,
      out: '',
      err:
        'error DZL505  there is no dazzle.toml in /usr or above it\n' +
        '    fix: change to the project, name it with --cwd, or start one with "dazzle init"\n',
    });
  });
});

describe('--cwd', () => {
  it('names a folder that exists: a project above it is not taken for the one that is meant', async () => {
    expect(await run(['build', '--yes', '--cwd', 'no-such-folder'])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/error DZL505 {2}there is no folder .*no-such-folder\n/),
    });
    expect(await run(['validate', '--cwd', 'package.json'], { cwd: process.cwd() })).toMatchObject({
      status: 1,
      err: expect.stringMatching(/error DZL505 {2}.*package.json is a file, not a folder\n/),
    });
  });
});

describe('hints with --cwd', () => {
  it('name commands as they are to be typed from where the person is', async () => {
    const { folder, remove } = makeFolder({
      'my shop/dazzle.toml': '[project]\nname = "shop"\n',
      'my shop/dsl/app.dsl': 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n',
    });
    const { err } = await run(['--cwd', 'my shop', 'inspect', 'Nothing'], { cwd: folder });
    expect(err).toContain(`fix: run "dazzle --cwd 'my shop' inspect" to see the names`);
    const { err: there } = await run(['inspect', 'Nothing'], { cwd: `${folder}/my shop` });
    expect(there).toContain('fix: run "dazzle inspect" to see the names');
    remove();
  });
});

describe('dazzle stacks', () => {
  it('marks what this version cannot build', async () => {
    const { out } = await run(['stacks', '--json']);
    const { stacks } = JSON.parse(out) as {
      stacks: { name: string; backends: string[]; available: boolean; missing: string[] }[];
    };
    for (const { backends, available, missing } of stacks) {
      expect(missing).toEqual(backends.filter((name) => !backendNames.names.includes(name)));
      expect(available).toBe(missing.length === 0);
    }
    const { out: text } = await run(['stacks']);
    const marked = stacks.filter(({ available }) => !available).length;
    expect(text.match(/not yet in this version/g) ?? []).toHaveLength(marked);
  });
});

describe('dazzle explain', () => {
  it('tells what a code means, with the mistake and its mend', async () => {
    const { status, out } = await run(['explain', 'dzl501']);
    expect(status).toBe(0);
    expect(out).toBe(
      'error DZL501  unknown command\n\n' +
        'The first word after dazzle names no command. Nothing was read or written.\n\n' +
        'The mistake\n    dazzle biuld\n\nMended\n    dazzle build\n',
    );
  });

  it('refuses a code that nothing has (DZL508)', async () => {
    const { status, err } = await run(['explain', 'DZL9999']);
    expect(status).toBe(1);
    expect(err).toContain('error DZL508  no diagnostic has the code "DZL9999"');
  });
});

describe('every diagnostic', () => {
  it.each(Object.keys(catalogue))(
    '%s is explained within 40 columns, with its mistake and its mend',
    async (code) => {
      const { status, out } = await run(['explain', code], { columns: 40, env: { NO_COLOR: '1' } });
      expect(status).toBe(0);
      const [text = '', examples = ''] = out.split('\nThe mistake\n');
      expect(text.split('\n').filter((line) => line.length > 40 && line.includes(' '))).toEqual([]);
      expect(examples).toMatch(/^ {4} *\S[^]*\n\nMended\n {4} *\S/);
    },
  );
});

describe('the backends that come with dazzle', () => {
  it('are called as the table says', async () => {
    expect((await loadRegistry()).names).toEqual(backendNames.names);
  });
});
