import { describe, expect, it } from '@jest/globals';
import { backUpReplaced } from '../../lib/backend/back-up.ts';
import type { Change, FileOperation } from '../../lib/plan/types.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function change(path: string, parts: Partial<Change> = {}): Change {
  const own = { kind: 'update', backend: 'one', base: null, disk: bytes(path), next: null } as const;
  return { path, binary: false, secret: false, ...own, ...parts };
}

describe('backUpReplaced', () => {
  it('copies what is replaced, deleted or renamed, and neither secrets nor what stays', () => {
    const operations: FileOperation[] = ['a', 'gone', 'new', 'secret', 'created'].map((path) => ({
      kind: 'delete',
      path,
      expect: 'any',
    }));
    const changes = [
      change('a'),
      change('gone', { kind: 'delete' }),
      change('new', { kind: 'rename', from: 'old', disk: bytes('old') }),
      change('secret', { secret: true }),
      change('created', { kind: 'create', disk: null }),
      change('stays', { kind: 'identical' }),
    ];
    const copies = backUpReplaced(changes, operations, 'backups', new Date('2026-11-23T15:04:05Z'));
    expect(
      copies.map((copy) => [copy.path, copy.kind === 'write' && Buffer.from(copy.contents).toString()]),
    ).toEqual([
      ['backups/2026-11-23_15-04-05/a', 'a'],
      ['backups/2026-11-23_15-04-05/gone', 'gone'],
      ['backups/2026-11-23_15-04-05/old', 'old'],
    ]);
  });
});
