import { buildCases, buildPages, defineGenerator } from '../../../lib/index.ts';
import type { AppSpec, Cases, Tree } from '../../../lib/index.ts';
import { importLines, keyCode, type JavaScriptImport } from '../code/javascript.ts';
import { pageNames } from '../code/page-names.ts';
import { caseChoices } from '../code/tests/case-choices.ts';
import { modelTest } from '../code/tests/model-tests.ts';
import { pageTests } from '../code/tests/page-tests.ts';
import { sampleBuilders, sampleRecordCode } from '../code/tests/sample-code.ts';
import { specTests } from '../code/tests/spec-tests.ts';
import { groupOf, type TestGroup } from '../code/tests/test-case.ts';
import type { ExpressAnswers } from '../prompting.ts';

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

/** Writes `test/`: tests of what pages show, save and refuse, of what the database enforces, and the spec's `test` blocks. */
export const tests = defineGenerator<ExpressAnswers>({
  name: 'tests',
  description: 'tests of every entity, surface and experience, and of the test blocks of the spec',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const names = pageNames(spec);
    const cases = buildCases(spec, caseChoices);
    writeSupport(tree, spec, cases);
    for (const { entity, skip, cases: own } of cases.models) {
      const group = groupOf(
        entity.title,
        own.flatMap((each) => modelTest(pages, entity.name, each)),
        skip,
      );
      const options = { subject: `entity:${entity.name}`, role: 'model-tests' };
      writeTests(tree, `${names.file(entity.name)}-model`, [group], options);
    }
    for (const {
      entity: { entity },
      skip,
      groups,
    } of cases.pages) {
      const all = groups.map((group) => pageTests(pages, group, skip));
      const options = { subject: `entity:${entity}`, role: 'page-tests' };
      writeTests(tree, `${names.file(entity)}-pages`, all, options);
    }
    const general = cases.general.map((group) => pageTests(pages, group));
    if (general.length > 0) writeTests(tree, 'general', general);
    if (cases.spec.length > 0) {
      tree.render('test/support/spec-case.js.ejs', 'test/support/spec-case.js', {});
      writeTests(tree, 'spec', [specTests(cases.spec)]);
    }
  },
});

function writeSupport(tree: Tree, spec: AppSpec, { makeable, several }: Cases): void {
  const entities = spec.entities.map((entity) => ({
    key: keyCode(entity.name),
    code: sampleRecordCode(entity),
  }));
  const code = entities.map((entity) => entity.code).join('\n');
  const builders = Object.entries(sampleBuilders).filter(([name]) => code.includes(`${name}(`));
  tree.render('test/support/records.js.ejs', 'test/support/records.js', { entities, builders });
  for (const name of ['application', 'database', 'visitor']) {
    tree.render(`test/support/${name}.js.ejs`, `test/support/${name}.js`, {});
  }
  tree.render('test/project.test.js.ejs', 'test/project.test.js', {});
  tree.render('test/admin.test.js.ejs', 'test/admin.test.js', { makeable: several });
  const lists = buildPages(spec).home.lists.map(({ path }) => path);
  tree.render('test/site.test.js.ejs', 'test/site.test.js', { makeable, lists });
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
