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

  it('shows an answer that a build would take', async () => {
    const { err } = await run(['init', 'nowhere', '--yes', '--set', 'database=x']);
    expect(err).toContain('for example --set django_micro.database=postgresql\n');
  });
});
