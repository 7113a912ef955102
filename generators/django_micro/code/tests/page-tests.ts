import { claimName } from '../../../../lib/index.ts';
import type { PageCases } from '../../../../lib/index.ts';
import { docstring } from '../docstring.ts';
import { importLines } from '../python-imports.ts';
import type { PythonImport } from '../python-imports.ts';
import type { WebScope } from '../web-scope.ts';
import { deleteTest } from './delete-tests.ts';
import { experienceTest } from './experience-tests.ts';
import { formTest, freeTest, viewTest } from './form-tests.ts';
import { listTest } from './list-tests.ts';
import type { TestMethod } from './test-method.ts';

function testsOf(web: WebScope, group: PageCases): readonly TestMethod[] {
  switch (group.kind) {
    case 'list':
      return group.cases.flatMap((each) => listTest(web, group.page, each) ?? []);
    case 'view':
      return group.cases.flatMap((each) => viewTest(web, group.page, each) ?? []);
    case 'form':
      return group.cases.flatMap((each) => formTest(web, group.page, each) ?? []);
    case 'delete':
      return group.cases.flatMap((each) => deleteTest(web, group.page, each) ?? []);
    case 'free':
      return group.cases.map((each) => freeTest(group.page, each));
    case 'experience':
      return group.cases.map((each) => experienceTest(web, group.page, each));
  }
}

/** The same tests, where a name that recurs gets a number: `test_saves`, `test_saves_2`. */
function uniqueNames(tests: readonly TestMethod[]): readonly TestMethod[] {
  const taken = new Set<string>();
  return tests.map((test) => ({ ...test, name: claimName(taken, test.name) }));
}

/** The name of a page's test class after its view: `TicketListTests` for `TicketListView`. */
function className(web: WebScope, { kind, page }: PageCases): string {
  if (kind === 'experience') return web.pages.start(page.name).replace(/Start$/, 'ExperienceTests');
  const view = kind === 'delete' ? web.pages.deleteView(page.entity) : web.pages.view(page.surface);
  return view.replace(/View$/, 'Tests');
}

/** Template values of a module of page tests; `skip` says why none of them can run, null where they can. */
export function pageTestValues(
  web: WebScope,
  title: string,
  groups: readonly PageCases[],
  skip: string | null = null,
): object {
  const classes = groups.map((group) => ({
    name: className(web, group),
    tests: uniqueNames(testsOf(web, group)),
    skip,
  }));
  const code = classes.flatMap(({ tests }) => tests.flatMap(({ lines }) => lines)).join('\n');
  const lists = groups.flatMap(({ kind, page }) => (kind === 'list' ? [page] : []));
  const imports: PythonImport[] = [
    ...lists.map(({ entity, surface }) => ({
      module: `app.views.${web.pages.module(entity)}`,
      name: web.pages.view(surface),
    })),
    { module: '.page_case', name: 'PageCase' },
  ];
  const uses = (pattern: RegExp): boolean => pattern.test(code);
  if (uses(/\bmodels\./)) imports.push({ module: 'app', name: 'models' });
  if (uses(/\breverse\(/)) imports.push({ module: 'django.urls', name: 'reverse' });
  if (uses(/\bmake\(/)) imports.push({ module: '.records', name: 'make' });
  if (uses(/\bvalues_of\(/)) imports.push({ module: '.records', name: 'values_of' });
  if (uses(/\bpatch\./)) imports.push({ module: 'unittest.mock', name: 'patch' });
  if (skip !== null) imports.push({ module: 'unittest', name: 'skip' });
  return { docstring: docstring(title), imports: importLines(imports), classes };
}
