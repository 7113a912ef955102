import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './check-spec.ts';

describe('things of the same name', () => {
  it('are reported, and looked into all the same', () => {
    const text =
      'surface task_new "New":\n  uses entity Task\n  mode: create\n  section a "A":\n    field title\n  section a "B":\n    field nope\n' +
      '  action go "Go":\n    on click -> surface task_list\n  action go "Go":\n    on click -> surface nowhere\n';
    expect(problemsOf(text).map((problem) => problem.replace(/ \(.*/, ''))).toEqual([
      '6:11 DZL159 surface task_new has two sections called a',
      '7:11 DZL106 surface task_new shows field "nope", which is not a field of entity Task',
      '10:10 DZL159 surface task_new has two actions called go',
      '11:25 DZL105 action go of surface task_new leads to surface "nowhere", which is not defined',
    ]);
  });

  it('are named in a sentence', () => {
    const text =
      'service s "S":\n  spec: "x"\nintegration i "I":\n  uses service s\n  action a:\n    call s.x with:\n      y <- 1\n  sync a:\n    mode: event_driven\n    from s.x as F\n    into entity Task\nforeign_model F from s "F":\n  key: id\n  id: uuid\n';
    expect(problemsOf(text)[0]).toContain('integration i has two actions or syncs called a');
  });
});
