import { describe, expect, it } from '@jest/globals';
import { tests } from '../../../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from '../../generate.ts';

describe('the generator of model tests', () => {
  it('skips the models of which no first record can be made', async () => {
    const circle =
      'entity Hen:\n  id: uuid pk\n  egg: ref Egg required\n\nentity Egg:\n  id: uuid pk\n  hen: ref Hen required\n';
    const { files } = await generate(specOf(circle), [tests]);
    expect(files.get('app/tests/test_models.py')!.match(/@skip/g)).toHaveLength(2);
  });

  it('expects a record whose key is a ref and that has no text to be called by its key', async () => {
    const badge = 'entity Person:\n  id: int pk\n  name: str(9)\n\nentity Badge:\n  owner: ref Person pk\n';
    const { files } = await generate(specOf(badge), [tests]);
    expect(files.get('app/tests/test_models.py')).toContain('assertEqual(str(record), str(record.pk))');
  });
});
