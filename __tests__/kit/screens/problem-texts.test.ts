import { beforeAll, describe, expect, it } from '@jest/globals';
import djangoMicro from '../../../generators/django_micro/index.ts';
import { problemTexts } from '../../../lib/index.ts';
import { generate as generateDjango } from '../../generators/django_micro/generate.ts';
import { generate as generateExpress, specOf } from '../../generators/express_micro/generate.ts';

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

  describe.each(['django_micro', 'express_micro'])('stands in the code of %s', (backend) => {
    let code: string;

    beforeAll(async () => {
      const spec = specOf('entity Task "Task":\n  id: uuid pk\n  code: str(9) pattern="^[A-Z]+$"\n');
      const { files } = await (backend === 'express_micro'
        ? generateExpress(spec)
        : generateDjango(
            spec,
            djangoMicro.generators.filter(({ name }) => ['models', 'forms'].includes(name)) as never,
          ));
      code = [...files]
        .filter(([path]) => /app\/(base_forms|records)\.py$|src\/(forms|records)\//.test(path))
        .map(([, text]) => text)
        .join('\n');
    });

    it.each(Object.entries(texts))('%s', (name, text) => {
      // Express writes these two in halves: `was` or `were`, and what was not found.
      const isHalved = backend === 'express_micro' && ['notFound', 'notAllFound'].includes(name);
      const said = isHalved ? text.replace(`: ${gap}`, '') : text;
      const [before, behind] = said.split(gap).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const inside = `(?:[\\w ]*\\S* )?${before}${behind === undefined ? '' : `.+${behind}`}`;
      expect(code).toMatch(new RegExp(`['"\`]${inside}`));
    });
  });
});
