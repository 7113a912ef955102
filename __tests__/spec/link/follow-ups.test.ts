import { describe, expect, it } from '@jest/globals';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { codesOf, mendsOf, problemsOf } from './check-spec.ts';

const field = (line: string): string => `entity Thing "Thing":\n  id: uuid pk\n  ${line}\n  of: ref User\n`;
const used = 'surface things "Things":\n  uses entity Thing\n  mode: list\n';

describe('one mistake is one error', () => {
  it.each([
    ['an entity without lines', 'entity Thing "Thing":\n', ['DZL103']],
    ['an entity with a comment only', 'entity Thing "Thing":\n  # later\n', ['DZL103']],
    ['enum with round brackets', field('state: enum(open, closed) required'), ['DZL113']],
    ['enum without its bracket', field('state: enum open, closed'), ['DZL113']],
    ['enum without its values', field('state: enum = open'), ['DZL113']],
    ['str with square brackets', field('name: str[3] required'), ['DZL113']],
    ['a name with an accent', field('naïve: int'), ['DZL119']],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text + used)).toEqual(codes);
  });

  it('suggests a reference where a type looks like an entity', () => {
    expect(mendsOf(field('owner: User') + used)).toEqual(['DZL112 write "ref User"']);
  });

  it('takes a misspelt module for the one that was likely meant', () => {
    const { diagnostics } = loadSpec(
      [
        {
          file: 'a.dsl',
          text: 'module m.a\nuse m.bb\napp x "X"\nsurface s "S":\n  uses entity Far\n  mode: list\n  section a:\n    field nme\n',
        },
        { file: 'b.dsl', text: 'module m.b\nentity Far "F":\n  id: uuid pk\n  name: text\n' },
      ],
      { root: 'm.a' },
    );
    expect(diagnostics.map(({ code, fix }) => `${code} ${fix}`)).toEqual([
      'DZL152 write "use m.b"',
      'DZL106 write "name", or add a field nme to entity Far',
    ]);
  });

  it('never suggests that a module uses itself', () => {
    const { diagnostics } = loadSpec([{ file: 'a.dsl', text: 'module m.a\nuse m.b\napp x "X"\n' }]);
    expect(diagnostics.map(({ code, fix }) => `${code} ${fix}`)).toEqual([
      'DZL152 add a file with "module m.b", or remove this line',
    ]);
  });
});

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
