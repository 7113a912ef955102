import { describe, expect, it } from '@jest/globals';
import { schemaHistory } from '../../../../generators/django_micro/generators/schema-history.ts';
import { generate, specOf } from '../generate.ts';
import { tasks } from '../specs.ts';

const own = [schemaHistory];

describe('the generator of the schema history', () => {
  it('carries the record of renames on', async () => {
    const first = await generate(specOf(tasks), own);
    const second = await generate(specOf(tasks.replace('from: email', 'mail: email')), own, {
      existing: Object.fromEntries(first.files),
      renames: [{ kind: 'field', entity: 'Person', from: 'from', to: 'mail' }],
    });
    expect(second.files.get('app/schema_history.json')).toContain(
      '{"number":1,"models":{},"fields":{"Person":{"from_field":"mail"}}}',
    );
  });
});
