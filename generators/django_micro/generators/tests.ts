import {
  buildExperienceCases,
  buildFreeCases,
  createCaseScope,
  defineGenerator,
  hasPages,
} from '../../../lib/index.ts';
import { caseChoices } from '../code/tests/case-choices.ts';
import { experienceTests } from '../code/tests/experience-tests.ts';
import { freePageTests } from '../code/tests/form-tests.ts';
import { modelTestValues, recordValues } from '../code/tests/model-tests.ts';
import { entityTests, testModule } from '../code/tests/page-tests.ts';
import { specCaseValues, specTestValues } from '../code/tests/spec-tests.ts';
import { webScope } from '../code/web-scope.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes `app/tests/`: sample records, and what models uphold, pages show, save and refuse, and the spec's own tests say. */
export const tests = defineGenerator<DjangoAnswers>({
  name: 'tests',
  description:
    'sample records; tests of every model, surface and experience, and of the test blocks of the spec',
  generate({ spec, tree }) {
    const web = webScope(spec);
    const scope = createCaseScope(spec, caseChoices);
    const { pages } = scope;
    const render = (name: string, values: object): void =>
      tree.render(`app/tests/${name}.py.ejs`, `app/tests/${name}.py`, values);
    tree.write('app/tests/__init__.py', '');
    render('records', recordValues(spec, web.names));
    render('test_models', modelTestValues(scope, web.names));
    render('test_project', {});
    render('page_case', {});
    render('test_site', {
      makeable: spec.entities
        .filter(({ name }) => scope.isMakeable(name))
        .map(({ name }) => web.names.model(name).className),
      lists: pages.home.lists.map((link) => link.routeName),
    });
    for (const entity of pages.entities.filter(hasPages)) {
      const skip = scope.isMakeable(entity.entity)
        ? null
        : `no first ${entity.entity} can be made up: it needs one, or matches a rare pattern`;
      const module = web.pages.module(entity.entity);
      const views = entity.lists.map((page) => ({
        module: `app.views.${module}`,
        name: web.pages.view(page.surface),
      }));
      tree.render(
        'app/tests/test_pages_of.py.ejs',
        `app/tests/test_${module}_pages.py`,
        testModule(`The pages of ${entity.pluralNoun}.`, entityTests(web, scope, entity), skip, views),
        { subject: `entity:${entity.entity}`, role: 'page-tests' },
      );
    }
    const general = [
      ...pages.freePages.map((page) => freePageTests(web, page, buildFreeCases(page))),
      ...pages.experiences.map((experience) =>
        experienceTests(web, experience, buildExperienceCases(scope, experience)),
      ),
    ];
    if (general.length > 0) {
      tree.render(
        'app/tests/test_pages_of.py.ejs',
        'app/tests/test_other_pages.py',
        testModule('Pages without an entity, and experiences.', general, null),
      );
    }
    if (spec.tests.length === 0) return;
    render('spec_case', specCaseValues(spec, web.names));
    render('test_spec', specTestValues(spec, web.names));
  },
});
