import { describe, expect, it } from '@jest/globals';
import { checkManifest } from '../../lib/project/read-manifest.ts';

async function ignored(list: string) {
  const text = `[project]\nname = "shop"\n[warnings]\nignore = ${list}\n`;
  const { manifest, diagnostics } = await checkManifest(text, { backends: ['django_micro'] });
  return [
    manifest?.ignoredWarnings,
    ...diagnostics.map(({ code, place, fix }) => `${place?.line}:${place?.column} ${code} ${fix}`),
  ];
}

describe('the warnings that dazzle.toml ignores', () => {
  it('are named by their codes, those of plug-ins too', async () => {
    expect(await ignored('["DZL366", "ACME12"]')).toEqual([['DZL366', 'ACME12']]);
    expect(await ignored('[]')).toEqual([[]]);
  });

  it('must exist', async () => {
    const anyCode = 'write the code that stands before the warning; `dazzle explain` lists all';
    expect(await ignored('["DZL366", "dzl370", "DZL3666", "DZL999", "unused", "DZL"]')).toEqual([
      ['DZL366'],
      '4:21 DZL379 write "DZL370"',
      '4:31 DZL379 write "DZL366"',
      `4:42 DZL379 ${anyCode}`,
      `4:52 DZL379 ${anyCode}`,
      `4:62 DZL379 ${anyCode}`,
    ]);
  });

  it('are no errors', async () => {
    expect(await ignored('["DZL104"]')).toEqual([
      [],
      '4:11 DZL380 take it out of the list; `dazzle explain DZL104` says what to do',
    ]);
  });
});
