import { describe, expect, it } from '@jest/globals';
import { specTests } from '../../../../../generators/express_micro/code/tests/spec-tests.ts';
import { buildSpecCases } from '../../../../../lib/kit/cases/build-spec-cases.ts';
import { specOf } from '../../generate.ts';

const tasks = `entity Task "Task":
  id: uuid pk
  title: str(20) required
  due: date

test needs_a_title "A task has a title":
  action: create Task
  data:
    due: today
  expect:
    status: error
    error_message contains "title is required"
    something equals 1

test later "Not yet":
  action: create Task
  data:
    nickname: "x"
  expect:
    created: true
`;

describe('the tests of the spec', () => {
  const { tests } = specTests(buildSpecCases(specOf(tasks)));

  it('follow a test block line by line, and say of a line that nothing checks it', () => {
    expect(tests[0]).toEqual({
      title: 'needs_a_title: A task has a title',
      skip: null,
      lines: [
        'const spec = new SpecCase(app.db);',
        "await spec.create('Task', { due: today() });",
        'spec.assertError();',
        "spec.assertErrorMessage('contains', 'title is required');",
        '// Nothing checks this line of the spec: something',
      ],
    });
  });

  it('are skipped with their reason where they cannot run', () => {
    expect(tests[1]).toMatchObject({
      title: 'later: Not yet',
      skip: 'entity Task has no field "nickname"',
    });
  });
});
