import { describe, expect, it } from '@jest/globals';
import { tests } from '../../../../../generators/django_micro/generators/tests.ts';
import { generate, specOf } from '../../generate.ts';
import { tasks } from '../../specs.ts';

describe('the generator of spec tests', () => {
  it('turns test blocks into tests', async () => {
    const { files } = await generate(specOf(tasks), [tests]);
    expect(files.get('app/tests/test_spec.py')).toContain(`    def test_it_starts_as_new(self):
        """it_starts_as_new"""
        self.create("Task", {"title": "Say \\"hello\\""})
        self.assert_error()
        self.assert_error_message("contains", "owner is required")
`);
  });
});
