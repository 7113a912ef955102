import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { undoBuild } from '../../lib/commit/undo.ts';
import { planUndo } from '../../lib/plan/plan-undo.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { ConflictPolicy } from '../../lib/plan/types.ts';
import { BuildFolder, memoryDisk } from './build-folder.ts';
import type { TreeEntry } from './build-folder.ts';

const paths = ['a.py', 'b.txt', 'c/d.html', 'c/e.json', 'f'];
const generated = fc
  .array(fc.constantFrom('one', 'two', 'three', 'four', 'five'), { minLength: 1, maxLength: 8 })
  .chain((lines) => fc.constantFrom(`${lines.join('\n')}\n`, lines.join('\n'), `${lines.join('\r\n')}\r\n`));
const file = fc.record({
  contents: fc.oneof(
    { weight: 9, arbitrary: generated },
    { weight: 1, arbitrary: fc.constant(Uint8Array.of(0, 1)) },
  ),
  mode: fc.constantFrom(0o644, 0o755),
  once: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('starter' as const, 'secret' as const) },
  ),
});
const tree = fc.tuple(...paths.map(() => fc.option(file, { nil: undefined, freq: 4 }))).map((files) => {
  const entries = paths.flatMap((path, index): [string, TreeEntry][] => {
    const made = files[index];
    return made === undefined
      ? []
      : [[path, { ...made, identity: `demo/w/${index % 2 ? 'x' : '-'}/${path}` }]];
  });
  return Object.fromEntries(entries);
});

/** What a user does to a file; the numbers say where. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), path: fc.constantFrom(...paths), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('replace' as const), path: fc.constantFrom(...paths), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('delete' as const), path: fc.constantFrom(...paths), at: fc.nat(0) }),
  fc.record({ kind: fc.constant('binary' as const), path: fc.constantFrom(...paths), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('crlf' as const), path: fc.constantFrom(...paths), at: fc.nat(0) }),
);

/** Makes the edits; returns the words that only the user wrote. */
function editFiles(
  folder: BuildFolder,
  edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[],
): string[] {
  for (const [index, { kind, path, at }] of edits.entries()) {
    const full = `apps/demo/${path}`;
    const lines = (folder.read(full) ?? '').split('\n');
    if (kind === 'insert') lines.splice(at % (lines.length + 1), 0, `user${index}!`);
    if (kind === 'replace') lines.splice(at % lines.length, 1, `user${index}!`);
    if (kind === 'delete') {
      if (folder.read(full) !== null) folder.remove(full);
      continue;
    }
    if (kind === 'binary') folder.write(full, Buffer.from(`\0user${index}!${at}`));
    else if (kind === 'crlf') folder.write(full, lines.join('\n').replace(/\r?\n/g, '\r\n'));
    else folder.write(full, lines.join('\n'));
  }
  const now = Object.values(folder.files()).join('\n');
  return edits.map((_, index) => `user${index}!`).filter((word) => now.includes(word));
}

const stateOf = (folder: BuildFolder): Record<string, string> => {
  const files = { ...folder.files(), ...folder.files('.dazzle/baseline') };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, `${folder.mode(path)} ${text}`]),
  );
};

/** The words that only the user wrote, wherever they are. */
const wordsIn = (folder: BuildFolder): Set<string> =>
  new Set(Object.values(folder.files()).flatMap((text) => text.match(/user\d+!/g) ?? []));

describe('any build over any edits', () => {
  it.each<ConflictPolicy>(['keep', 'take', 'markers'])(
    'loses no word of the user, changes nothing the second time, and can be undone: %s',
    async (policy) => {
      await fc.assert(
        fc.asyncProperty(tree, fc.array(edit, { maxLength: 6 }), tree, async (base, edits, next) => {
          const folder = new BuildFolder(memoryDisk);
          try {
            await folder.build(base);
            const words = editFiles(folder, edits);
            const before = stateOf(folder);
            const first = await folder.build(next, {}, { policy });
            const disk = Object.values(folder.files()).join('\n');
            const kept =
              policy === 'take' ? disk + Object.values(folder.files('.dazzle/undo')).join('\n') : disk;
            expect(words.filter((word) => !kept.includes(word))).toEqual([]);

            const second = await folder.build(next, {}, { policy });
            expect([...second.operations, ...second.bookkeeping].map(({ path }) => path)).toEqual([]);
            expect(
              second.changes.filter(({ kind }) => !['identical', 'kept', 'conflict'].includes(kind)),
            ).toEqual([]);
            expect(second.unsettled).toEqual(first.unsettled);

            // A build that wrote no file is passed over by undo.
            if (first.operations.length > 0) {
              await undoBuild(folder.dir, {
                settle: async (request) => settlePlan(await planUndo(request), { policy: 'fail' }),
              });
              expect(stateOf(folder)).toEqual(before);
            }
          } finally {
            folder.discard();
          }
        }),
        { numRuns: Number(process.env.RUNS ?? 30) },
      );
    },
    600_000,
  );

  it('loses no word of the user in a row of builds with nothing settled between them, and each is idempotent', async () => {
    const step = fc.record({
      edits: fc.array(edit, { maxLength: 3 }),
      next: tree,
      policy: fc.constantFrom<ConflictPolicy>('keep', 'markers'),
    });
    await fc.assert(
      fc.asyncProperty(tree, fc.array(step, { minLength: 2, maxLength: 6 }), async (base, steps) => {
        const folder = new BuildFolder(memoryDisk);
        try {
          await folder.build(base);
          for (const { edits, next, policy } of steps) {
            editFiles(folder, edits);
            const known = wordsIn(folder);
            const first = await folder.build(next, {}, { policy });
            const now = wordsIn(folder);
            expect([...known].filter((word) => !now.has(word))).toEqual([]);
            const second = await folder.build(next, {}, { policy });
            expect([...second.operations, ...second.bookkeeping].map(({ path }) => path)).toEqual([]);
            expect(second.unsettled).toEqual(first.unsettled);
          }
        } finally {
          folder.discard();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 30) },
    );
  }, 600_000);
});
