import { describe, expect, it } from '@jest/globals';
import { experiences } from '../../../../generators/django_micro/generators/experiences.ts';
import { forms } from '../../../../generators/django_micro/generators/forms.ts';
import { pageTests } from '../../../../generators/django_micro/generators/page-tests.ts';
import { templates } from '../../../../generators/django_micro/generators/templates.ts';
import { urls } from '../../../../generators/django_micro/generators/urls.ts';
import { views } from '../../../../generators/django_micro/generators/views.ts';
import { generate, specOf } from '../generate.ts';

const generators = [forms, views, urls, templates, experiences, pageTests];

const dsl = `entity Customer "Customer":
  id: uuid pk
  name: str(100) required
entity Offer "Offer {{ 7 }} <b>":
  code: str(20) pk
  from: str(30)
  state: enum[open,done]=open
  customer: ref Customer required
surface offer_list "Offers {{ 7 }} <b>":
  uses entity Offer
  mode: list
  section main "Main":
    field code "Code"
    field state "State"
    field customer "Customer"
  ux:
    filter: from, state
surface offer_new "New offer":
  uses entity Offer
  mode: create
  section main "Main":
    field code "Code"
    field from "From"
    field customer "Customer"
experience intake "Intake":
  start: offer
  step offer:
    kind: surface
    surface offer_new
`;

async function files(text = dsl): Promise<ReadonlyMap<string, string>> {
  return (await generate(specOf(text), generators)).files;
}

describe('the pages of django_micro', () => {
  it('are one views module and one template for what the spec declares, and no more', async () => {
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

  it('have fixed addresses before keys, and none that was not declared', async () => {
    const lines = (await files()).get('app/urls.py')!.split('\n');
    expect(lines.filter((line) => line.startsWith('    path('))).toEqual([
      '    path("", general.HomeView.as_view(), name="home"),',
      '    path("offers/", offer.OfferListView.as_view(), name="offer_list"),',
      '    path("offers/new/", offer.OfferNewView.as_view(), name="offer_new"),',
      '    path("experiences/intake/", experiences.IntakeStart.as_view(), name="experience-intake"),',
      '    path("experiences/intake/offer/", experiences.IntakeOfferStep.as_view(), name="experience-intake-offer"),',
    ]);
  });

  it('take a renamed field by the name of the spec', async () => {
    const written = await files();
    expect(written.get('app/forms.py')).toContain('parameters = {"from_field": "from"}');
    expect(written.get('app/views/offer.py')).toContain('"from_field": "from_field__iexact"');
  });

  it('sort an enum as it is declared', async () => {
    expect((await files()).get('app/views/offer.py')).toContain('"state": as_declared("state", Offer.State)');
  });

  it('never let a title become markup or a template tag', async () => {
    for (const [path, text] of await files()) {
      if (!path.endsWith('.html')) continue;
      expect(text).not.toContain('{{ 7 }}');
      expect(text).not.toContain('<b>');
    }
  });

  it('link to nothing that does not exist', async () => {
    const written = await files();
    const routes = new Set(
      [...written.get('app/urls.py')!.matchAll(/name="([^"]+)"/g)].map((match) => match[1]),
    );
    for (const name of ['login', 'logout', 'admin:index']) routes.add(name);
    for (const [path, text] of written) {
      if (!path.endsWith('.html')) continue;
      for (const [, route] of text.matchAll(/\{% url '([^']+)'/g))
        expect([path, routes.has(route)]).toEqual([path, true]);
    }
  });

  it('have tests for every surface and experience', async () => {
    const written = await files();
    const classes = [...written].flatMap(([path, text]) =>
      path.startsWith('app/tests/') ? [...text.matchAll(/^class (\w+)\(/gm)].map((match) => match[1]) : [],
    );
    expect(classes).toEqual([
      'PageCase',
      'OfferListTests',
      'OfferNewTests',
      'IntakeExperienceTests',
      'SiteTests',
      'LoginTests',
    ]);
  });

  it('are the same bytes each time', async () => {
    expect([...(await files())]).toEqual([...(await files())]);
  });

  it('have addresses for keys that are numbers, below zero too, and for keys of both kinds', async () => {
    const level = 'entity Level:\n  number: int pk\nsurface level_view:\n  uses entity Level\n  mode: view\n';
    const numbers = await files(`${level}  section main:\n    field number\n`);
    expect(numbers.get('app/urls.py')).toContain('path("levels/<number:pk>/"');
    expect(numbers.get('app/urls.py')).toContain('register_converter(NumberConverter, "number")\n');
    expect(numbers.get('app/urls.py')).not.toContain('KeyConverter');
    expect(numbers.get('app/converters.py')).toContain('regex = "-?[0-9]+"');
    const both = await files(`${dsl}\n${level}  section main:\n    field number\n`);
    expect(both.get('app/urls.py')).toContain('from .converters import KeyConverter, NumberConverter\n');
  });

  it('answer 404 for a key that no database column holds', async () => {
    expect((await files()).get('app/views/base.py')).toContain(
      'except (ValueError, OverflowError, ValidationError) as error:',
    );
  });
});
