import { expect, it } from '@jest/globals';
import { tests } from '../../../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from '../../generate.ts';

it('gives each test of a list a name of its own, also where two fields are spelled alike', async () => {
  const rooms = `entity Room "Room":
  id: uuid pk
  aB: str(40) required
  a_b: str(40) required
surface room_list "Rooms":
  uses entity Room
  mode: list
  section main "Rooms":
    field aB "One"
    field a_b "Other"
`;
  const { files } = await generate(specOf(rooms), [tests]);
  const names = [...files.get('app/tests/test_room_pages.py')!.matchAll(/def (test_\w+)/g)].map(
    ([, name]) => name,
  );
  expect(names).toContain('test_sorts_by_a_b_2');
  expect(names).toEqual([...new Set(names)]);
});
