import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/run.ts';

describe('dazzle completion', () => {
  it.each(['bash', 'zsh', 'fish'])('has a script for %s', async (shell) => {
    const { status, out } = await run(['completion', shell]);
    expect([status, out]).toEqual([0, expect.stringContaining('dazzle completion --words --')]);
  });

  it.each([
    [[], 'dazzle completion needs the name of a shell', 'name one of bash, zsh, fish'],
    [['zhs'], 'there is no completion for "zhs"', 'did you mean "zsh"?'],
    [['powershell'], 'there is no completion for "powershell"', 'name one of bash, zsh, fish'],
  ])('refuses %j (DZL504)', async (words, message, fix) => {
    expect(await run(['completion', ...words])).toEqual({
      status: 1,
      out: '',
      err: `error DZL504  ${message}\n    fix: ${fix}\n`,
    });
  });

  it('gives the words that could stand next, one a line with what each is for', async () => {
    const { out } = await run(['completion', '--words', '--', 'val']);
    expect(out).toMatch(/^validate\t[^\n\t]+\n$/);
  });
});
