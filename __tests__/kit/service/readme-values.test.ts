import { expect, it } from '@jest/globals';
import { noFacts } from '../../../lib/backend/facts.ts';
import { readmeValues } from '../../../lib/kit/service/readme-values.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

it('names each entity as people and as the code call it, and tells which names were changed', () => {
  const text = 'app shop "The Shop"\n\nentity Child "Child":\n  id: uuid pk\n';
  const spec = loadSpec([{ file: 'app.dsl', text }]).spec!;
  const renamed = [{ code: 'DZL370', severity: 'warning', message: 'from becomes from_field' }] as const;
  expect(readmeValues({ spec, facts: noFacts }, renamed, ({ name }) => `${name}Model`)).toMatchObject({
    title: 'The Shop',
    entities: [{ title: 'Children', name: 'ChildModel' }],
    hasTests: false,
    hasExperiences: false,
    renamed: ['from becomes from_field'],
    address: '',
  });
});
