import { expect, it } from '@jest/globals';
import { editDistance, suggest } from '../../lib/diagnostics/suggest.ts';

it.each([
  ['task', 'task', 2, 0],
  ['task', 'tasks', 2, 1],
  ['task', 'tsak', 2, 1],
  ['task', 'mask', 2, 1],
  ['kitten', 'sitting', 3, 3],
  ['kitten', 'sitting', 2, 3],
  ['', 'abc', 2, 3],
])('%s and %s are, up to %i, %i edits apart', (one, other, limit, distance) => {
  expect(editDistance(one, other, limit)).toBe(distance);
});

it.each([
  ['Usr', ['Task', 'User'], 'User'],
  ['status', ['Statuses', 'STATUS'], 'STATUS'],
  ['titel', ['title', 'tile'], 'title'],
  ['tsk', ['task', 'disk'], 'task'],
  ['abc', ['axy'], undefined],
  ['colour', ['title'], undefined],
  ['a', ['b'], undefined],
  ['word', [], undefined],
])('for %s of %j suggests %s', (word, candidates, expected) => {
  expect(suggest(word, candidates)).toBe(expected);
});
