import { buildDeleteCases, buildFormCases, buildListCases, buildViewCases } from '../../../../lib/index.ts';
import type { CaseScope, EntityPages } from '../../../../lib/index.ts';
import { docstring } from '../docstring.ts';
import { importLines } from '../python-imports.ts';
import type { PythonImport } from '../python-imports.ts';
import type { WebScope } from '../web-scope.ts';
import { deleteTests } from './delete-tests.ts';
import { formTests, viewTests } from './form-tests.ts';
import { listTests } from './list-tests.ts';
import type { PageTests } from './page-test.ts';

/** The tests of an entity's pages. */
export function entityTests(web: WebScope, scope: CaseScope, entity: EntityPages): readonly PageTests[] {
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

/** What a module of tests is made from; `skip` says why none of them can run. */
export function testModule(
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
