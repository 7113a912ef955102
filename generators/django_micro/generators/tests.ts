import { buildCases, buildPages, defineGenerator, problemTexts } from '../../../lib/index.ts';
import { caseChoices } from '../code/tests/case-choices.ts';
import { modelTestValues, recordValues } from '../code/tests/model-tests.ts';
import { pageTestValues } from '../code/tests/page-tests.ts';
import { specCaseValues, specTestValues } from '../code/tests/spec-tests.ts';
import { webScope } from '../code/web-scope.ts';
import type { DjangoAnswers } from '../prompting.ts';

const pagesOf = 'app/tests/test_pages_of.py.ejs';

/** Writes `app/tests/`: sample records, tests of models and pages, and the spec's `test` blocks in Python. */
export const tests = defineGenerator<DjangoAnswers>({
  name: 'tests',
  description:
    'sample records; tests of every model, surface and experience, and of the test blocks of the spec',
  generate({ spec, tree }) {
    const web = webScope(spec);
    const cases = buildCases(spec, caseChoices);
    const render = (name: string, values: object): void =>
      tree.render(`app/tests/${name}.py.ejs`, `app/tests/${name}.py`, values);
    tree.write('app/tests/__init__.py', '');
    render('records', recordValues(spec, web.names));
    render('test_models', modelTestValues(cases.models, web.names));
    render('test_project', {});
    render('page_case', {});
    render('test_site', {
      makeable: cases.makeable.map((entity) => web.names.model(entity).className),
      lists: buildPages(spec).home.lists.map(({ routeName }) => routeName),
    });
    for (const { entity, skip, groups } of cases.pages) {
      const path = `app/tests/test_${web.pages.module(entity.entity)}_pages.py`;
      const values = pageTestValues(web, `The pages of ${entity.pluralNoun}.`, groups, skip);
      tree.render(pagesOf, path, values, { subject: `entity:${entity.entity}`, role: 'page-tests' });
    }
    if (cases.general.length > 0) {
      const title = 'Pages without an entity, and experiences.';
      tree.render(pagesOf, 'app/tests/test_other_pages.py', pageTestValues(web, title, cases.general));
    }
    if (cases.spec.length === 0) return;
    render('spec_case', { ...specCaseValues(spec, web.names), problems: problemTexts });
    render('test_spec', specTestValues(cases.spec, web.names));
  },
});
