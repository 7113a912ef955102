import { expect, it } from '@jest/globals';
import { problemsOf } from './check-spec.ts';

const model = (lines: string, from = 's'): string =>
  `service s "S":\n  spec: "x"\nforeign_model F from ${from} "F":\n${lines}`;

it.each([
  [
    'a key near to one of its fields',
    model('  key: cod\n  field code: str(12)\n'),
    ['4:8 DZL106 the key of foreign_model F names "cod", which is not one of its fields (write "code")'],
  ],
  [
    'a key far from its fields',
    model('  key: number\n  field code: str(12)\n'),
    [
      '4:8 DZL106 the key of foreign_model F names "number", which is not one of its fields (write one of: code)',
    ],
  ],
  [
    'a key and no field',
    model('  key: code\n'),
    [
      '4:8 DZL106 the key of foreign_model F names "code", which is not one of its fields (add the line "field code: str(100)")',
    ],
  ],
  [
    'a service and an entity that are not defined',
    model('  key: code\n  field code: ref Tsk\n', 't'),
    [
      '3:22 DZL105 foreign_model F comes from service "t", which is not defined (add a service t, or write one of: s)',
      '5:19 DZL105 field "code" of foreign_model F refers to "Tsk", which is not defined (write "Task" (entity on line 10), or add an entity Tsk)',
    ],
  ],
])('a foreign model with %s', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});
