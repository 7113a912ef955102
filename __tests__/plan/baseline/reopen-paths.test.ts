import { describe, expect, it } from '@jest/globals';
import { parsePack, printPack } from '../../../lib/plan/baseline/pack-format.ts';
import { reopenPaths } from '../../../lib/plan/baseline/reopen-paths.ts';
import type { BaseEntry } from '../../../lib/plan/types.ts';
import { output } from '../build-folder.ts';

const pack = '.dazzle/baseline/apps/demo/files.base';

const entry = (name: string, text: string, more: Partial<BaseEntry> = {}): BaseEntry => ({
  ...output,
  path: `apps/demo/${name}`,
  identity: `demo/files/-/${name}`,
  mode: 0o644,
  once: null,
  base: { contents: Buffer.from(text), sha256: null },
  pending: null,
  keepsMarkers: false,
  ...more,
});

/** The entries that the pack holds where these paths could not be written; null where the pack is as planned. */
async function reopen(
  before: readonly BaseEntry[],
  after: readonly BaseEntry[],
  open: readonly string[],
): Promise<readonly BaseEntry[] | null | undefined> {
  const print = (entries: readonly BaseEntry[]) => (entries.length === 0 ? null : printPack(output, entries));
  const files = await reopenPaths(
    [{ path: pack, before: print(before), after: print(after) }],
    open.map((name) => `apps/demo/${name}`),
  );
  if (!files.has(pack)) return undefined;
  const bytes = files.get(pack);
  return bytes ? parsePack(Buffer.from(bytes)).entries : null;
}

describe('a path that could not be written', () => {
  it('keeps its old base, with the new version pending', async () => {
    const [old, other] = [entry('a.py', 'old\n', { mode: 0o600 }), entry('b.py', 'b\n')];
    expect(await reopen([old, other], [entry('a.py', 'new\n', { mode: 0o755 }), other], ['a.py'])).toEqual([
      { ...old, pending: { contents: Buffer.from('new\n'), mode: 0o755 } },
      other,
    ]);
  });

  it('has no base where it is new', async () => {
    expect(await reopen([], [entry('a.py', 'new\n')], ['a.py'])).toEqual([
      entry('a.py', '', {
        base: { contents: null, sha256: null },
        pending: { contents: Buffer.from('new\n'), mode: 0o644 },
      }),
    ]);
  });

  it('is gone, pending, where the build would have deleted it', async () => {
    const old = entry('a.py', 'old\n');
    expect(await reopen([old], [], ['a.py'])).toEqual([{ ...old, pending: 'gone' }]);
  });

  it.each([
    ['of a secret that is no longer made', [entry('a.py', 'x\n', { once: 'secret' })], []],
    ['that no pack has', [entry('b.py', 'b\n')], [entry('b.py', 'B\n')]],
  ])('%s leaves the pack as it was planned', async (_, before, after) => {
    expect(await reopen(before, after, ['a.py'])).toBeUndefined();
  });

  it('of a file that is written once stays as it was planned', async () => {
    const starter = entry('a.py', 'new\n', { once: 'starter' });
    expect(await reopen([], [starter], ['a.py'])).toEqual([starter]);
  });
});
