import { expect, it } from '@jest/globals';
import { claimName } from '../../lib/kit/claim-name.ts';

it('gives the first name that nobody has taken, and takes it', () => {
  const taken = new Set(['home', 'home_2']);
  const claim = (name: string): string => claimName(taken, name);
  expect(['home', 'list', 'list'].map(claim)).toEqual(['home_3', 'list', 'list_2']);
  expect(claimName(taken, 'home', (count) => 'home' + '-page'.repeat(count - 1))).toBe('home-page');
});
