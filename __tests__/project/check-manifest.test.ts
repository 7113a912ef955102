import { describe, expect, it } from '@jest/globals';
import { checkManifest } from '../../lib/project/read-manifest.ts';

async function messagesOf(text: string): Promise<string[]> {
  const { diagnostics } = await checkManifest(text, { backends: ['django_micro'] });
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('what a dazzle.toml has in the place of something else', () => {
  it('is told once, and nothing that only follows from it', async () => {
    expect(await messagesOf('[[project]]\nname = "shop"\n')).toEqual([
      'DZL205 "project" must be a table, not a list ([{"name":"shop"}])',
    ]);
  });

  it.each(['nan', '-inf'])('is shown as a number where it is %s', async (written) => {
    const shown = String(written === 'nan' ? NaN : -Infinity);
    expect(await messagesOf(`[project]\nname = "shop"\n[hooks.deploy]\ntimeout = ${written}\n`)).toEqual([
      `DZL205 "timeout" in [hooks.deploy] must be a number, not ${shown}`,
    ]);
  });
});
