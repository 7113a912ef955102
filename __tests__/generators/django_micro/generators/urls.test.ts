import { describe, expect, it } from '@jest/globals';
import { urls } from '../../../../generators/django_micro/generators/urls.ts';
import { generate, specOf } from '../generate.ts';
import { offers } from '../specs.ts';

const generators = [urls];

async function files(text = offers): Promise<ReadonlyMap<string, string>> {
  return (await generate(specOf(text), generators)).files;
}

describe('the generator of urls', () => {
  it('gives fixed addresses before keys, and none that was not declared', async () => {
    const lines = (await files()).get('app/urls.py')!.split('\n');
    expect(lines.filter((line) => line.startsWith('    path('))).toEqual([
      '    path("", general.HomeView.as_view(), name="home"),',
      '    path("offers/", offer.OfferListView.as_view(), name="offer_list"),',
      '    path("offers/new/", offer.OfferNewView.as_view(), name="offer_new"),',
      '    path("experiences/intake/", experiences.IntakeStart.as_view(), name="experience-intake"),',
      '    path("experiences/intake/offer/", experiences.IntakeOfferStep.as_view(), name="experience-intake-offer"),',
    ]);
  });

  it('gives addresses for keys that are numbers, below zero too, and for keys of both kinds', async () => {
    const level = 'entity Level:\n  number: int pk\nsurface level_view:\n  uses entity Level\n  mode: view\n';
    const numbers = await files(`${level}  section main:\n    field number\n`);
    expect(numbers.get('app/urls.py')).toContain('path("levels/<number:pk>/"');
    expect(numbers.get('app/urls.py')).toContain('register_converter(NumberConverter, "number")\n');
    expect(numbers.get('app/urls.py')).not.toContain('KeyConverter');
    expect(numbers.get('app/converters.py')).toContain('regex = "-?[0-9]+"');
    const both = await files(`${offers}\n${level}  section main:\n    field number\n`);
    expect(both.get('app/urls.py')).toContain('from .converters import KeyConverter, NumberConverter\n');
  });
});
