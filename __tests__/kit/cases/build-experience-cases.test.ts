import { describe, expect, it } from '@jest/globals';
import { buildExperienceCases } from '../../../lib/kit/cases/build-experience-cases.ts';
import { createCaseScope } from '../../../lib/kit/cases/case-scope.ts';
import type { ExperienceCase } from '../../../lib/kit/cases/experience-case.ts';
import { cautious, specOf } from './case-specs.ts';

function casesOf(steps: string): readonly ExperienceCase[] {
  const spec = specOf(`entity Task "Task":
  id: uuid pk
  title: str(80) required

surface tasks "Tasks":
  uses entity Task
  mode: list

surface task "Task":
  uses entity Task
  mode: view

surface task_edit "Edit":
  uses entity Task
  mode: edit

experience review "Review":
  start at step look
${steps}`);
  const scope = createCaseScope(spec, cautious);
  return buildExperienceCases(scope, scope.pages.experiences[0]!);
}

const look = '  step look:\n    kind: surface\n    surface task\n    on success -> step change\n';

describe('buildExperienceCases', () => {
  it('walks from step to step, with a record that is chosen once', () => {
    const cases = casesOf(
      `${look}  step change:\n    kind: surface\n    surface task_edit\n    on cancel -> step look\n`,
    );
    expect(cases.map(({ kind }) => kind)).toEqual([
      'needs-login',
      'starts-at-its-first-step',
      'opens-each-step',
      'cancels',
      'cancels',
      'leads-through-to-the-end',
    ]);
    const targets = cases.flatMap((each) => (each.kind === 'cancels' ? [each.target?.name ?? null] : []));
    expect(targets).toEqual([null, 'look']);
    const walk = cases.flatMap((each) => (each.kind === 'leads-through-to-the-end' ? each.walk : []));
    expect(
      walk.map(({ step, choosesFirst, act, next }) => [step.name, choosesFirst, act, next?.name]),
    ).toEqual([
      ['look', 'Task', { kind: 'press', name: '_continue', value: 'yes' }, 'change'],
      [
        'change',
        null,
        { kind: 'send-entries', entries: { entity: 'Task', fields: ['title'], links: [] } },
        undefined,
      ],
    ]);
  });

  it('walks no way that has no end', () => {
    const cases = casesOf(
      `${look}  step change:\n    kind: surface\n    surface tasks\n    on success -> step look\n`,
    );
    expect(cases.map(({ kind }) => kind)).not.toContain('leads-through-to-the-end');
  });
});
