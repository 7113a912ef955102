import {
  buildDeleteCases,
  buildExperienceCases,
  buildFormCases,
  buildFreeCases,
  buildListCases,
  buildModelCases,
  buildSpecCases,
  buildViewCases,
  defineGenerator,
  hasPages,
  type EntityPages,
  type Tree,
} from '../../../lib/index.ts';
import { importLines, keyCode, type JavaScriptImport } from '../code/javascript.ts';
import { pageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { deleteTests } from '../code/tests/delete-tests.ts';
import { experienceTests } from '../code/tests/experience-tests.ts';
import { formTests, freePageTests, viewTests } from '../code/tests/form-tests.ts';
import { listTests } from '../code/tests/list-tests.ts';
import { modelTests } from '../code/tests/model-tests.ts';
import { sampleBuilders, sampleRecordCode } from '../code/tests/sample-code.ts';
import { specTests } from '../code/tests/spec-tests.ts';
import { testScope, type TestGroup, type TestScope } from '../code/tests/test-scope.ts';

const candidates: readonly JavaScriptImport[] = [
  { module: 'node:assert/strict', name: 'assert' },
  { module: 'node:test', name: 'describe' },
  { module: 'node:test', name: 'test' },
  { module: '../src/clock.js', name: 'today' },
  { module: '../src/dates.js', name: 'toLocal' },
  { module: '../src/models/index.js', name: 'models' },
  { module: '../src/records/find.js', name: 'labelOf' },
  { module: './support/application.js', name: 'openApplication' },
  { module: './support/spec-case.js', name: 'SpecCase' },
];

/** Writes `test/`: what the pages show, save and refuse, what the database upholds, and the tests of the spec. */
export const tests = defineGenerator<ExpressAnswers>({
  name: 'tests',
  description: 'tests of every entity, surface and experience, and of the test blocks of the spec',
  generate({ spec, tree }) {
    const scope = testScope(spec);
    const names = pageNames(spec);
    writeSupport(scope, tree);
    for (const entity of spec.entities) {
      const file = names.file(entity.name);
      const subject = `entity:${entity.name}`;
      writeTests(tree, `${file}-model`, [modelTests(scope, entity, buildModelCases(scope, entity))], {
        subject,
        role: 'model-tests',
      });
      const pages = scope.pages.entities.find((candidate) => candidate.entity === entity.name)!;
      if (hasPages(pages)) {
        writeTests(tree, `${file}-pages`, entityTests(scope, pages), { subject, role: 'page-tests' });
      }
    }
    const general = [
      ...scope.pages.freePages.map((page) => freePageTests(scope, page, buildFreeCases(page))),
      ...scope.pages.experiences.map((experience) =>
        experienceTests(scope, experience, buildExperienceCases(scope, experience)),
      ),
    ];
    if (general.length > 0) writeTests(tree, 'general', general);
    if (spec.tests.length > 0) {
      tree.render('test/support/spec-case.js.ejs', 'test/support/spec-case.js', {});
      writeTests(tree, 'spec', [specTests(buildSpecCases(spec))]);
    }
  },
});

function writeSupport(scope: TestScope, tree: Tree): void {
  const entities = scope.spec.entities.map((entity) => ({
    key: keyCode(entity.name),
    code: sampleRecordCode(entity),
  }));
  const code = entities.map((entity) => entity.code).join('\n');
  const builders = Object.entries(sampleBuilders).filter(([name]) => code.includes(`${name}(`));
  tree.render('test/support/records.js.ejs', 'test/support/records.js', { entities, builders });
  for (const name of ['application', 'database', 'visitor']) {
    tree.render(`test/support/${name}.js.ejs`, `test/support/${name}.js`, {});
  }
  const { pages, unmakeable, spec } = scope;
  const makeable = spec.entities.filter(({ name }) => !unmakeable.has(name)).map(({ name }) => name);
  tree.render('test/project.test.js.ejs', 'test/project.test.js', {});
  tree.render('test/admin.test.js.ejs', 'test/admin.test.js', {
    makeable: makeable.filter((name) => scope.room(name) > 1),
  });
  tree.render('test/site.test.js.ejs', 'test/site.test.js', {
    makeable,
    lists: pages.home.lists.map(({ path }) => path),
  });
}

function entityTests(scope: TestScope, pages: EntityPages): TestGroup[] {
  return [
    ...pages.lists.map((page) => listTests(scope, page, buildListCases(scope, pages, page))),
    ...pages.creates.map((page) => formTests(scope, page, buildFormCases(scope, page))),
    ...pages.views.map((page) => viewTests(scope, page, buildViewCases(scope, page))),
    ...[...pages.edits, ...pages.customs].map((page) => formTests(scope, page, buildFormCases(scope, page))),
    ...(pages.delete === null
      ? []
      : [deleteTests(scope, pages.delete, buildDeleteCases(scope, pages.delete))]),
  ];
}

function writeTests(
  tree: Tree,
  name: string,
  groups: readonly TestGroup[],
  options: { readonly subject?: string; readonly role?: string } = {},
): void {
  const text = tree.renderText('test/groups.test.js.ejs', { groups, imports: '' });
  const imports = importLines(text, candidates).replace('import { assert }', 'import assert');
  tree.render('test/groups.test.js.ejs', `test/${name}.test.js`, { groups, imports }, options);
}
