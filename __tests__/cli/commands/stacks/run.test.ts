import { describe, expect, it } from '@jest/globals';
import { backendNames } from '../../../../lib/cli/built-in-backends.ts';
import { run } from '../../support/run.ts';

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
