import { describe, expect, it } from '@jest/globals';
import { buildFormCases, buildFreeCases } from '../../../lib/kit/cases/build-form-cases.ts';
import { createCaseScope } from '../../../lib/kit/cases/case-scope.ts';
import type { FormCase } from '../../../lib/kit/cases/page-case.ts';
import type { FormPage, FreePage } from '../../../lib/kit/pages/page-model.ts';
import { cautious, specOf } from './case-specs.ts';

function casesOf(mode: 'create' | 'edit', fields: string, more = ''): readonly FormCase[] {
  const spec = specOf(
    `entity Task "Task":\n  id: uuid pk\n${fields}\nentity Tag "Tag":\n  id: uuid pk\n  task: ref Task\n\nsurface form "Form":\n  uses entity Task\n  mode: ${mode}\n${more}`,
  );
  const scope = createCaseScope(spec, cautious);
  return buildFormCases(scope, scope.pages.bySurface['form'] as FormPage);
}

describe('buildFormCases', () => {
  it('sends what is valid, what is empty, and what each field refuses', () => {
    const entries = { entity: 'Task', fields: ['title', 'tags'], links: [{ field: 'tags', entity: 'Tag' }] };
    expect(casesOf('create', '  title: str(8) required unique\n  tags: many Tag\n')).toEqual([
      { kind: 'needs-login' },
      { kind: 'asks-for-its-fields', labels: ['Title', 'Tags'] },
      { kind: 'saves', entries, action: null, earlier: 0 },
      { kind: 'refuses-an-empty-form', required: ['title'] },
      { kind: 'refuses', entries, field: 'title', sample: { value: 'xxxxxxxxx', problem: 'too long' } },
      { kind: 'refuses-what-is-taken', entries, field: 'title' },
    ]);
  });

  it('counts the records that its entries make', () => {
    const [saves] = casesOf('create', '  parents: many Task\n').filter(({ kind }) => kind === 'saves');
    expect(saves).toMatchObject({ earlier: 1 });
  });

  it('opens the form of a record that is gone', () => {
    expect(casesOf('edit', '  title: str(8)\n').map(({ kind }) => kind)).toEqual([
      'needs-login',
      'asks-for-its-fields',
      'saves',
      'refuses',
      'is-gone-with-the-record',
    ]);
  });
});

describe('buildFreeCases', () => {
  it('presses each button', () => {
    const spec = specOf(
      'surface help "Help":\n  mode: custom\n  section main "Ask":\n    field question "Question"\n  action ask "Ask":\n    on submit -> surface thanks\n\nsurface thanks "Thanks":\n  mode: custom\n  section main "Said":\n    field text "Text"\n',
    );
    const page = createCaseScope(spec, cautious).pages.bySurface['help'] as FreePage;
    expect(buildFreeCases(page)).toEqual([
      { kind: 'needs-login' },
      { kind: 'asks-for-its-fields', labels: ['Question'] },
      {
        kind: 'answers',
        fields: ['question'],
        action: 'ask',
        leadsTo: { path: '/thanks/', routeName: 'thanks' },
      },
    ]);
  });
});
