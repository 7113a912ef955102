import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeText, joinBase, joinMarkers, joinRegions } from '../../../lib/plan/merge/index.ts';

const line = fc.constantFrom('a', 'b', 'c', 'd', '', 'e f', '  g', '}');
const ending = fc.constantFrom('\n', '\r\n');
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), ending, fc.boolean(), fc.boolean())
  .map(
    ([lines, eol, last, bom]) =>
      (bom ? '\uFEFF' : '') + lines.join(eol) + (last && lines.length > 0 ? eol : ''),
  );

/** A text as dazzle writes it: LF, no byte order mark. */
const written = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
  .map(([lines, last]) => lines.join('\n') + (last && lines.length > 0 ? '\n' : ''));

describe('merging three versions by lines', () => {
  it('gives the user’s text, byte for byte, when the template did not change', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (base, mine) => {
        const outcome = await mergeText({ path: 'notes.txt', base, mine, next: base });
        expect([joinRegions(outcome, 'mine'), joinBase(outcome), outcome.conflicts]).toEqual([mine, base, 0]);
      }),
    );
  });

  it('gives the next version when the user changed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (base, next) => {
        const outcome = await mergeText({ path: 'notes.txt', base, mine: base, next });
        expect([joinRegions(outcome, 'mine'), joinBase(outcome), outcome.conflicts]).toEqual([next, next, 0]);
      }),
    );
  });

  it('takes a change that both made once', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (base, both) => {
        const outcome = await mergeText({ path: 'notes.txt', base, mine: both, next: both });
        expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([both, 0]);
      }),
    );
  });

  it('holds the next version in the base of its regions', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, mine, next) => {
        const outcome = await mergeText({ path: 'notes.txt', base, mine, next });
        expect(joinBase(outcome, () => true)).toBe(next);
      }),
    );
  });

  it('lists the same conflicts when the result is merged again with the base that was kept', async () => {
    await fc.assert(
      fc.asyncProperty(written, text, written, async (base, mine, next) => {
        const first = await mergeText({ path: 'notes.txt', base, mine, next });
        const kept = joinRegions(first, 'mine');
        const again = await mergeText({ path: 'notes.txt', base: joinBase(first), mine: kept, next });
        expect(joinRegions(again, 'mine')).toBe(kept);
        expect(again.conflicts > 0).toBe(first.conflicts > 0);
      }),
    );
  });

  it('merges apart changes and marks one that both made differently', async () => {
    const outcome = await mergeText({
      path: 'notes.txt',
      base: '1\n2\n3\n4\n5\n',
      mine: '1\nmine\n3\n4\nfive\n',
      next: '1\nnext\n3\n4\n5\n',
    });
    expect(outcome.regions).toEqual([
      { kind: 'merged', text: '1\n', base: '1\n' },
      { kind: 'conflict', base: '2\n', mine: 'mine\n', next: 'next\n' },
      { kind: 'merged', text: '3\n4\nfive\n', base: '3\n4\n5\n' },
    ]);
    expect(joinBase(outcome)).toBe('1\n2\n3\n4\n5\n');
    expect(joinMarkers(outcome, { mine: 'yours', base: 'before', next: 'new' })).toBe(
      '1\n<<<<<<< yours\nmine\n||||||| before\n2\n=======\nnext\n>>>>>>> new\n3\n4\nfive\n',
    );
  });

  it('keeps the byte order mark, line endings and missing last newline that the user chose', async () => {
    const outcome = await mergeText({
      path: 'notes.txt',
      base: '1\n2\n3\n',
      mine: '\uFEFF1\r\n2\r\nthree',
      next: 'one\n2\n3\n',
    });
    expect(joinRegions(outcome, 'mine')).toBe('\uFEFFone\r\n2\r\nthree');
  });

  it('keeps each line ending of a file that mixes them', async () => {
    const outcome = await mergeText({
      path: 'notes.txt',
      base: '1\n2\n3\n4\n',
      mine: '1\r\n2\n3\r\nfour\n',
      next: 'one\n2\n3\n4\n',
    });
    expect(joinRegions(outcome, 'mine')).toBe('one\r\n2\n3\r\nfour\n');
  });

  it('makes one conflict of a binary or huge file', async () => {
    const binary = await mergeText({ path: 'logo.bin', base: 'a\0', mine: 'b\0', next: 'c\0' });
    expect(binary.regions).toEqual([{ kind: 'conflict', base: 'a\0\n', mine: 'b\0\n', next: 'c\0\n' }]);
    expect(joinRegions(binary, 'next')).toBe('c\0');
    const long = 'x\n'.repeat(60_000);
    const huge = await mergeText({ path: 'big.py', base: long, mine: `${long}m\n`, next: `n\n${long}` });
    expect(huge.conflicts).toBe(1);
  });
});
