import { describe, expect, it } from '@jest/globals';
import { run } from '../support/run.ts';

describe('an option that is given wrongly', () => {
  it.each(['--yes=no', '--json=1', '--dry-run=true'])('says that it takes no value: %s', async (option) => {
    const flag = option.split('=')[0]!;
    const { status, out, err } = await run(['build', option]);
    expect({ status, out, err }).toEqual({
      status: 1,
      out: '',
      err: `error DZL503  option "${flag}" takes no value\n    fix: write just ${flag}, or leave it out\n`,
    });
  });
});

describe('a word that is not known', () => {
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

  it('names the argument that is too much (DZL504)', async () => {
    const { status, err } = await run(['init', 'shop', 'blog']);
    expect(status).toBe(1);
    expect(err).toContain('error DZL504  dazzle init takes 1 argument: "blog" is too much');
  });
});
