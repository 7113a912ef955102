import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePack, printPack } from '../../../lib/plan/baseline/pack-format.ts';
import type { BaseEntry } from '../../../lib/plan/types.ts';
import { output } from '../build-folder.ts';

describe('a pack', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'a',
        ':',
        '=',
        '\\',
        '\n',
        '\r',
        '<<<<<<< ',
        '--- end of file',
        '\nend\n',
        '\n\nfile ',
        '\u00e9',
      ),
    )
    .map((parts) => parts.join(''));
  const bytes = fc.oneof(
    text.map((each) => Buffer.from(each)),
    fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)),
  );
  const entry = fc.record({
    name: fc.array(fc.constantFrom('a', 'B', ' ', '"', '\n', '\\', '\u00e9', '=', ':'), {
      minLength: 1,
      maxLength: 8,
    }),
    base: text,
    mode: fc.constantFrom(0o644, 0o755, 0o600),
    once: fc.constantFrom(null, 'starter' as const, 'secret' as const),
    pending: fc.oneof(fc.constantFrom(null, 'gone' as const), bytes),
    keepsMarkers: fc.boolean(),
  });

  it('gives back what was put into it, whatever the names and contents', () => {
    fc.assert(
      fc.property(fc.array(entry), (made) => {
        const entries = made.map(({ name, base, pending, ...more }, index): BaseEntry => {
          const path = `apps/demo/${index}/${name.join('')}`;
          return {
            ...output,
            ...more,
            path,
            identity: `demo/w/-/${name.join('')}`,
            base: { contents: Buffer.from(base), sha256: null },
            pending: pending === null || pending === 'gone' ? pending : { contents: pending, mode: 0o644 },
          };
        });
        const parsed = parsePack(Buffer.from(printPack(output, entries)));
        expect(parsed).toEqual({ output, entries, lost: [], damage: null });
      }),
      { numRuns: 300 },
    );
  });

  it('never gives back an entry of which a part is cut off', () => {
    const entries = ['a', 'b'].map((name): BaseEntry => ({
      ...output,
      path: `apps/demo/${name}`,
      identity: `demo/w/-/${name}`,
      mode: 0o644,
      once: null,
      base: { contents: Buffer.from(`${name}\n1\n2\n`), sha256: null },
      pending: null,
      keepsMarkers: false,
    }));
    const whole = Buffer.from(printPack(output, entries));
    for (let length = 0; length < whole.length; length++) {
      const parsed = parsePack(whole.subarray(0, length));
      expect(parsed.damage).toBe('damaged');
      expect(entries.slice(0, parsed.entries.length)).toEqual(parsed.entries);
    }
  });
});
