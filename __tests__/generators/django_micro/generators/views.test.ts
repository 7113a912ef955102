import { describe, expect, it } from '@jest/globals';
import { forms } from '../../../../generators/django_micro/generators/forms.ts';
import { templates } from '../../../../generators/django_micro/generators/templates.ts';
import { views } from '../../../../generators/django_micro/generators/views.ts';
import { generate, specOf } from '../generate.ts';
import { offers } from '../specs.ts';

const generators = [views, forms, templates];

async function files(text = offers): Promise<ReadonlyMap<string, string>> {
  return (await generate(specOf(text), generators)).files;
}

describe('the generator of views', () => {
  it('writes one views module and one template for what the spec declares, and no more', async () => {
    const paths = [...(await files()).keys()];
    expect(paths.filter((path) => path.startsWith('app/views/'))).toEqual([
      'app/views/__init__.py',
      'app/views/base.py',
      'app/views/experiences.py',
      'app/views/general.py',
      'app/views/offer.py',
      'app/views/steps.py',
    ]);
    expect(paths.filter((path) => /templates\/app\/offer/.test(path))).toEqual([
      'app/templates/app/offer_list.html',
      'app/templates/app/offer_new.html',
    ]);
  });

  it('takes a renamed field by the name of the spec', async () => {
    const written = await files();
    expect(written.get('app/forms.py')).toContain('parameters = {"from_field": "from"}');
    expect(written.get('app/views/offer.py')).toContain('"from_field": "from_field__iexact"');
  });

  it('sorts an enum as it is declared', async () => {
    expect((await files()).get('app/views/offer.py')).toContain('"state": as_declared("state", Offer.State)');
  });

  it('writes the same bytes each time', async () => {
    expect([...(await files())]).toEqual([...(await files())]);
  });

  it('answers 404 for a key that no database column holds', async () => {
    expect((await files()).get('app/views/base.py')).toContain(
      'except (ValueError, OverflowError, ValidationError) as error:',
    );
  });
});
