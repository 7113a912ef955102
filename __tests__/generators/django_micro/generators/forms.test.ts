import { describe, expect, it } from '@jest/globals';
import { forms } from '../../../../generators/django_micro/generators/forms.ts';
import { generate, specOf } from '../generate.ts';

async function widgetsOf(fields: readonly string[]): Promise<readonly string[]> {
  const names = fields.map((field) => field.slice(0, field.indexOf(':')));
  const spec = specOf(
    `entity Thing "Thing":
  id: uuid pk
${fields.map((field) => `  ${field}\n`).join('')}surface thing_new "New thing":
  uses entity Thing
  mode: create
  section main "Main":
${names.map((name) => `    field ${name} "Label"\n`).join('')}`,
  );
  const text = (await generate(spec, [forms])).files.get('app/forms.py');
  const lines = text!.split('\n').map((line) => line.trim());
  const start = lines.indexOf('widgets = {');
  return start < 0 ? [] : lines.slice(start + 1, lines.indexOf('}', start));
}

describe('inputs of the forms', () => {
  it('have the bounds of the spec, as written', async () => {
    expect(await widgetsOf(['stars: int min=1 max=5', 'price: decimal(8,2) min=0.50', 'free: int'])).toEqual([
      '"stars": forms.NumberInput(attrs={"min": "1", "max": "5"}),',
      '"price": forms.NumberInput(attrs={"min": "0.50"}),',
    ]);
  });

  it('have the pattern of the spec where browsers read it alike, held against the whole text', async () => {
    expect(
      await widgetsOf([
        'code: str(5) pattern="^[A-Z]{3}$"',
        'part: str(5) pattern="[0-9]"',
        'either: str(5) pattern="^a|b$"',
        'hyphen: str(5) pattern="^[A-Z-]+$"',
        'long: text pattern="^a$"',
      ]),
    ).toEqual([
      '"code": forms.TextInput(attrs={"pattern": "[A-Z]{3}"}),',
      '"part": forms.TextInput(attrs={"pattern": ".*(?:[0-9]).*"}),',
      '"either": forms.TextInput(attrs={"pattern": ".*(?:^a|b$).*"}),',
    ]);
  });

  it('of dates and times are those of browsers', async () => {
    expect(await widgetsOf(['day: date', 'hour: time', 'moment: datetime'])).toEqual([
      '"day": DateInput(),',
      '"hour": TimeInput(),',
      '"moment": DateTimeInput(),',
    ]);
  });
});
