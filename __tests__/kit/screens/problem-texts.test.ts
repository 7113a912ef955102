import { beforeAll, describe, expect, it } from '@jest/globals';
import { problemTexts } from '../../../lib/index.ts';
import { bothBackends, textOf } from '../both-backends.ts';

const gap = '§';
const { wrongType, ...others } = problemTexts;
const texts = {
  ...Object.fromEntries(Object.entries(wrongType).map(([type, text]) => [`wrongType.${type}`, text])),
  ...Object.fromEntries(
    Object.entries(others).map(([name, text]) => [name, typeof text === 'string' ? text : text(gap)]),
  ),
};

describe('What a form says of a value', () => {
  it('takes what it speaks of', () => {
    expect([
      problemTexts.tooLong('%(limit_value)s'),
      problemTexts.notExact('${exactDigits}'),
      problemTexts.notFound('{key}'),
      problemTexts.takenTogether('Row and Seat'),
    ]).toEqual([
      'is longer than its max length of %(limit_value)s',
      'has more than ${exactDigits} digits, which is what the database keeps exactly',
      'was not found: {key}',
      'Row and Seat must be unique together: this combination already exists',
    ]);
  });

  it('is fit for markup and for texts in code as it is', () => {
    expect(Object.values(texts).filter((text) => /^$|[<>&"'`\\%{}]/.test(text))).toEqual([]);
  });

  describe.each(['django', 'express'] as const)('stands in the code of %s', (backend) => {
    let code: string;

    beforeAll(async () => {
      const both = await bothBackends(
        'entity Task "Task":\n  id: uuid pk\n  code: str(9) pattern="^[A-Z]+$"\n',
      );
      code = textOf(both[backend], /app\/(base_forms|records)\.py$|src\/(forms|records)\//);
    });

    it.each(Object.entries(texts))('%s', (name, text) => {
      // Express writes these two in halves: `was` or `were`, and what was not found.
      const isHalved = backend === 'express' && ['notFound', 'notAllFound'].includes(name);
      const said = isHalved ? text.replace(`: ${gap}`, '') : text;
      const [before, behind] = said.split(gap).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const inside = `(?:[\\w ]*\\S* )?${before}${behind === undefined ? '' : `.+${behind}`}`;
      expect(code).toMatch(new RegExp(`['"\`]${inside}`));
    });
  });
});
