import { describe, expect, it } from '@jest/globals';
import { countAlike, countSamples } from '../../../lib/kit/cases/count-samples.ts';
import { specOf } from './case-specs.ts';

describe('countSamples', () => {
  const roomOf = (fields: string): number =>
    countSamples(specOf(`entity One "One":\n  id: uuid pk\n${fields}`), 'One');

  it.each([
    ['nothing is unique', '  state: enum[a,b]=a\n', Infinity],
    ['a unique choice', '  state: enum[a,b] unique required\n', 2],
    ['a unique yes or no', '  open: bool unique\n', 2],
    ['a unique number within bounds', '  rank: int min=1 max=5 unique required\n', 5],
    ['a unique text', '  name: str(40) unique required\n', Infinity],
    ['a unique optional ref', '  other: ref One unique\n', Infinity],
    ['fields that are unique together', '  a: bool\n  b: enum[x,y,z]=x\n  unique a, b\n', 3],
  ])('knows how many records there can be: %s', (_title, fields, room) => {
    expect(roomOf(fields)).toBe(room);
  });

  it('is shared among the records that one needs', () => {
    const spec = specOf(
      'entity Seat "Seat":\n  id: uuid pk\n  row: int min=1 max=9 unique required\n\nentity Pair "Pair":\n  id: uuid pk\n  one: ref Seat required\n  two: ref Seat required\n',
    );
    expect(countSamples(spec, 'Pair')).toBe(4);
  });

  it('is that of the records it needs', () => {
    const spec = specOf(
      'entity Seat "Seat":\n  id: uuid pk\n  side: enum[left,right] unique required\n\nentity Guest "Guest":\n  id: uuid pk\n  seat: ref Seat required\n',
    );
    expect(countSamples(spec, 'Guest')).toBe(2);
    expect(countAlike(spec, 'Guest')).toBe(Infinity);
  });
});
