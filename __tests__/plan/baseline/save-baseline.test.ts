import { describe, expect, it } from '@jest/globals';
import { hashOf, saveBaseline } from '../../../lib/plan/baseline/save-baseline.ts';
import { printPack } from '../../../lib/plan/baseline/pack-format.ts';
import { printSpec } from '../../../lib/plan/baseline/spec-file.ts';
import type { BaseEntry, Baseline } from '../../../lib/plan/types.ts';
import { output } from '../build-folder.ts';

const spec = { shape: { entities: {} }, version: '1.0.0', behind: [] };
const pathOf = (pack: string): string => `.dazzle/baseline/apps/demo/${pack}.base`;

const entry = (pack: string, name: string, text: string): BaseEntry => ({
  ...output,
  path: `apps/demo/${name}`,
  identity: `demo/${pack}/-/${name}`,
  mode: 0o644,
  once: null,
  base: { contents: Buffer.from(text), sha256: null },
  pending: null,
  keepsMarkers: false,
});

/** A baseline that is stored with these entries, each pack with those that it names. */
function stored(packs: Record<string, readonly BaseEntry[]>): Baseline {
  const all = Object.entries(packs);
  return {
    exists: true,
    entries: new Map(all.flatMap(([, list]) => list.map((each) => [each.path, each]))),
    lost: new Set(),
    stored: new Map([
      ...all.map(([pack, list]) => [pathOf(pack), printPack(output, list)] as const),
      ['.dazzle/baseline/spec.json', printSpec(spec)],
    ]),
    packs: new Map(all.flatMap(([pack, list]) => list.map((each) => [each.path, pathOf(pack)]))),
    damaged: new Set(),
    shape: spec.shape,
    behind: [],
    version: spec.version,
    diagnostics: [],
  };
}

/** Operations in short: `write pack` or `delete pack`. */
const save = (baseline: Baseline, entries: readonly BaseEntry[], now = spec): string[] =>
  saveBaseline(baseline, entries, now).map(
    ({ kind, path }) => `${kind} ${path.replace('.dazzle/baseline/', '')}`,
  );

describe('saving the baseline', () => {
  const [a, b] = [entry('models', 'a.py', 'a\n'), entry('views', 'b.py', 'b\n')];
  const known = stored({ models: [a], views: [b] });

  it.each<[string, string[], string[]]>([
    ['writes nothing where nothing changed', save(known, [a, b]), []],
    [
      'writes only the pack in which something changed',
      save(known, [a, entry('views', 'b.py', 'B\n')]),
      ['write apps/demo/views.base'],
    ],
    ['deletes a pack without entries', save(known, [a]), ['delete apps/demo/views.base']],
    [
      'writes the spec where it changed',
      save(known, [a, b], { ...spec, version: '2.0.0' }),
      ['write spec.json'],
    ],
    [
      'writes all packs the first time, in the order of their paths',
      save(stored({}), [b, a]),
      ['write apps/demo/models.base', 'write apps/demo/views.base'],
    ],
    [
      'writes a damaged pack anew',
      save(
        {
          ...known,
          damaged: new Set([pathOf('models')]),
          stored: new Map([...known.stored, [pathOf('models'), Buffer.from('?')]]),
        },
        [a, b],
      ),
      ['write apps/demo/models.base'],
    ],
  ])('%s', (_, operations, expected) => {
    expect(operations).toEqual(expected);
  });

  it('expects on the disk what it read', () => {
    expect(saveBaseline(known, [a, entry('views', 'b.py', 'B\n')], spec)).toMatchObject([
      { expect: hashOf(known.stored.get(pathOf('views'))) },
    ]);
    expect(saveBaseline(stored({}), [a], spec)).toMatchObject([{ expect: null }]);
  });
});

it.each([
  [
    'the sha256 of contents',
    Buffer.from('a'),
    'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
  ],
  ['nothing where there is nothing', null, null],
])('the hash is %s', (_, contents, hash) => {
  expect(hashOf(contents)).toBe(hash);
});
