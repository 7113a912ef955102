import { expect, it } from '@jest/globals';
import { sayPlaces } from '../../lib/plan/say-places.ts';

const places = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at + 1}`);
const say = (list: string): string => `found in ${list}`;

it('names up to eight places, and has no short form of that', () => {
  expect(sayPlaces(places(8), say)).toEqual({ message: 'found in p1, p2, p3, p4, p5, p6, p7, p8' });
});

it('counts the rest in the short form, and names all in the long one', () => {
  expect(sayPlaces(places(10), say)).toEqual({
    message: 'found in p1, p2, p3, p4, p5, p6, p7, p8, p9, p10',
    brief: 'found in p1, p2, p3, p4, p5, p6, p7, p8 and 2 more',
  });
});
