import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../../lib/diagnostics/catalogue/index.ts';
import { run } from '../../support/run.ts';

describe('dazzle explain', () => {
  it.each(['DZL104', 'dzl104', '104'])('tells what %s means, with the mistake and its mend', async (code) => {
    const { status, out, err } = await run(['explain', code]);
    expect([status, err]).toEqual([0, '']);
    const { title, meaning } = catalogue.DZL104!;
    expect(out.startsWith(`error DZL104  ${title}\n\n${meaning}\n\nThe mistake\n    `)).toBe(true);
    expect(out).toContain('\nMended\n    ');
  });

  it('lists every code with its title', async () => {
    const { status, out, err } = await run(['explain']);
    const codes = Object.keys(catalogue).sort();
    expect(out.trimEnd().split('\n')).toEqual(codes.map((code) => `${code}  ${catalogue[code]!.title}`));
    expect([status, err]).toEqual([0, `${codes.length} codes; dazzle explain CODE tells more of one\n`]);
  });

  it.each([
    ['DZL1044', 'did you mean DZL104?'],
    ['nonsense', 'run "dazzle explain" to list them'],
  ])('knows no %s (DZL508)', async (code, fix) => {
    expect(await run(['explain', code])).toEqual({
      status: 1,
      out: '',
      err: `error DZL508  no diagnostic has the code "${code}"\n    fix: ${fix}\n`,
    });
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
