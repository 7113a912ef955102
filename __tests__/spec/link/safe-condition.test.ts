import { describe, expect, it } from '@jest/globals';
import { mendsOf, problemsOf, specOf } from './check-spec.ts';

const attention = (condition: string): string =>
  `surface page "Page":\n  uses entity Task\n  mode: list\n  ux:\n    attention info:\n      when: ${condition}`;
const other =
  'entity Other "Other":\n  id: uuid pk\n  status: enum[open,closed]\nsurface others "Others":\n  uses entity Other\n  mode: list\n';
const home = (scope: string): string =>
  `workspace home "Home":\n  a:\n    source: Task\n  b:\n    source: Other\n  ux:\n    for b:\n      scope: ${scope}`;

describe('a condition of an attention or a scope', () => {
  it.each([
    [
      'that always holds is warned of',
      attention('status = done or status != done'),
      ['DZL191 narrow the condition, or write "all" for a scope'],
    ],
    [
      'that never holds is warned of',
      attention('status = done and status = todo'),
      ['DZL192 loosen the condition; "or" and "in [...]" allow several values'],
    ],
    [
      'needs an entity whose fields it reads',
      'surface ask "Ask":\n  section main "Main":\n    field question\n  ux:\n    attention info:\n      when: question = 1',
      ['DZL176 add a line such as "uses entity Task"'],
    ],
    [
      'needs a region with a source',
      'workspace home "Home":\n  ux:\n    for b:\n      scope: status = done',
      ['DZL176 give a region a source'],
    ],
  ])('%s', (_, text, mends) => {
    expect(mendsOf(text)).toEqual(mends);
  });

  it.each([
    ['todo', 'todo'],
    ['closed', 'closed'],
  ])('reads the source of a workspace that knows the value %s', (value, known) => {
    const [workspace] = specOf(other + home(`not (status = ${value})`)).workspaces;
    expect(JSON.stringify(workspace!.ux!.personas[0]!.scope)).toContain(`"value":"${known}"`);
  });

  it('is reported against the first source where no source can answer it', () => {
    expect(problemsOf(other + home('status = nope'))).toEqual([
      '14:23 DZL107 the scope of b in workspace home compares status with "nope", which is not one of its values (write one of: todo, done)',
    ]);
  });
});
