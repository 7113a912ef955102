import { expect, it } from '@jest/globals';
import { tests } from '../../../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from '../../generate.ts';

it('writes what depends on the record as text, whatever its title holds', async () => {
  const rooms = `entity Room "Room":
  id: uuid pk
  name: str(40) required
entity Screen "27\\" screen":
  id: uuid pk
  room: ref Room
entity Door "Door \\\\":
  id: uuid pk
  room: ref Room required
surface room_edit "Edit room":
  uses entity Room
  mode: edit
  section main "Room":
    field name "Name"
`;
  const { files } = await generate(specOf(rooms), [tests]);
  const text = files.get('app/tests/test_room_pages.py')!;
  expect(text).toContain('args=[record.pk])), "1 27\\" screen")');
  expect(text).toContain('self.assert_shows(response, "1 door \\\\")');
});
