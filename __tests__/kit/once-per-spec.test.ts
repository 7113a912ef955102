import { expect, it } from '@jest/globals';
import { oncePerSpec } from '../../lib/kit/once-per-spec.ts';
import { specOf } from './cases/case-specs.ts';

it('makes a thing once for each spec, and gives the same one again', () => {
  let count = 0;
  const number = oncePerSpec(() => ++count);
  const [one, other] = [specOf(''), specOf('')];
  expect([number(one), number(other), number(one), number(other)]).toEqual([1, 2, 1, 2]);
});
