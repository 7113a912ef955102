import {
  buildDeleteCases,
  buildExperienceCases,
  buildFormCases,
  buildFreeCases,
  buildListCases,
  buildViewCases,
  buildPages,
  createCaseScope,
  defineGenerator,
  hasPages,
  py,
  unmakeableEntities,
} from '../../../lib/index.ts';
import type { CaseScope, EntityPages } from '../../../lib/index.ts';
import { caseChoices } from '../case-choices.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { experienceTests } from './page-test-experiences.ts';
import { deleteTests } from './page-test-deletion.ts';
import { formTests, freePageTests, viewTests } from './page-test-forms.ts';
import { listTests } from './page-test-lists.ts';
import { importLines } from './python-imports.ts';
import type { PythonImport } from './model-fields.ts';
import { webScope } from './view-values.ts';
import type { WebScope } from './view-values.ts';
import { docstring } from './views.ts';

/** A test method. */
export interface PageTest {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The tests of one page. */
export interface PageTests {
  readonly name: string;
  readonly tests: readonly PageTest[];
}

/** Writes tests for every page: what it shows, saves, refuses and asks of people who are not signed in. */
export const pageTests = defineGenerator<DjangoAnswers>({
  name: 'page_tests',
  description: 'tests of every surface: login, lists, forms, deletion, experiences',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const web = webScope(spec);
    const scope = createCaseScope(spec, caseChoices);
    const unmakeable = unmakeableEntities(spec.entities);
    tree.render('app/tests/page_case.py.ejs', 'app/tests/page_case.py', {});
    tree.render('app/tests/test_site.py.ejs', 'app/tests/test_site.py', {
      makeable: spec.entities
        .filter((entity) => !unmakeable.has(entity.name))
        .map((entity) => web.names.model(entity.name).className),
      lists: pages.home.lists.map((link) => link.routeName),
    });
    for (const entity of pages.entities.filter(hasPages)) {
      const skip = unmakeable.has(entity.entity)
        ? `no first ${entity.entity} can be made up: it needs one, or matches a rare pattern`
        : null;
      const file = `app/tests/test_${web.pages.module(entity.entity)}_pages.py`;
      tree.render(
        'app/tests/test_pages_of.py.ejs',
        file,
        moduleValues(
          `The pages of ${entity.pluralNoun}.`,
          entityTests(web, scope, entity),
          skip,
          entity.lists.map((page) => ({
            module: `app.views.${web.pages.module(entity.entity)}`,
            name: web.pages.view(page.surface),
          })),
        ),
        { subject: `entity:${entity.entity}`, role: 'page-tests' },
      );
    }
    const general = [
      ...pages.freePages.map((page) => freePageTests(web, page, buildFreeCases(page))),
      ...pages.experiences.map((experience) =>
        experienceTests(web, experience, buildExperienceCases(scope, experience)),
      ),
    ];
    if (general.length === 0) return;
    tree.render(
      'app/tests/test_pages_of.py.ejs',
      'app/tests/test_other_pages.py',
      moduleValues('Pages without an entity, and experiences.', general, null),
    );
  },
});

function entityTests(web: WebScope, scope: CaseScope, entity: EntityPages): readonly PageTests[] {
  return [
    ...entity.lists.map((page) => listTests(web, page, buildListCases(scope, entity, page))),
    ...entity.creates.map((page) => formTests(web, page, buildFormCases(scope, page))),
    ...entity.views.map((page) => viewTests(web, page, buildViewCases(scope, page))),
    ...[...entity.edits, ...entity.customs].map((page) => formTests(web, page, buildFormCases(scope, page))),
    ...(entity.delete === null
      ? []
      : [deleteTests(web, entity.delete, buildDeleteCases(scope, entity.delete))]),
  ];
}

function moduleValues(
  title: string,
  classes: readonly PageTests[],
  skip: string | null,
  views: readonly PythonImport[] = [],
): object {
  const code = classes.flatMap((group) => group.tests.flatMap((test) => test.lines)).join('\n');
  const imports: PythonImport[] = [...views, { module: '.page_case', name: 'PageCase' }];
  const uses = (pattern: RegExp): boolean => pattern.test(code);
  if (uses(/\bmodels\./)) imports.push({ module: 'app', name: 'models' });
  if (uses(/\breverse\(/)) imports.push({ module: 'django.urls', name: 'reverse' });
  if (uses(/\bmake\(/)) imports.push({ module: '.records', name: 'make' });
  if (uses(/\bvalues_of\(/)) imports.push({ module: '.records', name: 'values_of' });
  if (uses(/\bpatch\./)) imports.push({ module: 'unittest.mock', name: 'patch' });
  if (skip !== null) imports.push({ module: 'unittest', name: 'skip' });
  return {
    docstring: docstring(title),
    imports: importLines(imports),
    classes: classes.map((group) => ({ ...group, skip })),
  };
}

/** The test that a page asks strangers to sign in. */
export function loginTest(address: string, setup: readonly string[] = []): PageTest {
  return { name: 'test_needs_login', lines: [...setup, `self.assert_needs_login(${address})`] };
}

/** The test that the page of a record that is gone is not found. */
export function goneTest(make: string, address: string): PageTest {
  return {
    name: 'test_is_not_found_without_the_record',
    lines: [
      make,
      `address = ${address}`,
      'record.delete()',
      'self.assertEqual(self.client.get(address).status_code, 404)',
    ],
  };
}

/** The tests of a surface's page. */
export function surfaceTests(
  web: WebScope,
  { surface }: { readonly surface: string },
  tests: readonly PageTest[],
): PageTests {
  return { name: `${web.pages.view(surface).replace(/View$/, '')}Tests`, tests: uniqueNames(tests) };
}

/** The tests with a number behind names that are taken. */
export function uniqueNames(tests: readonly PageTest[]): readonly PageTest[] {
  const taken = new Set<string>();
  return tests.map((test) => {
    let { name } = test;
    for (let count = 2; taken.has(name); count++) name = `${test.name}_${count}`;
    taken.add(name);
    return { ...test, name };
  });
}

/** `make("Ticket", title="needle")`. */
export function makeCode(web: WebScope, entity: string, given: readonly string[] = []): string {
  return `make(${[py(web.names.model(entity).className), ...given].join(', ')})`;
}

/** `reverse("ticket_edit", args=[record.pk])`. */
export function reverseCode(page: { readonly routeName: string; readonly takesId: boolean }): string {
  return page.takesId ? `reverse(${py(page.routeName)}, args=[record.pk])` : `reverse(${py(page.routeName)})`;
}
