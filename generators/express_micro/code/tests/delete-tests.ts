import { js } from '../../../../lib/index.ts';
import type { DeleteCase, DeletePage, Dependent } from '../../../../lib/index.ts';
import { addressCode, goneTest, groupOf, keyCodeOf, loginTest, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** The tests of deleting. */
export function deleteTests(scope: TestScope, page: DeletePage, cases: readonly DeleteCase[]): TestGroup {
  return groupOf(
    scope,
    page.title,
    page.entity,
    cases.map((each) => deleteTest(scope, page, each)),
  );
}

function deleteTest(scope: TestScope, page: DeletePage, each: DeleteCase): TestCase {
  const address = addressCode(scope, page);
  const make = `const record = ${makeCode(page.entity)};`;
  const exists = `await app.find(${js(page.entity)}, record)`;
  const other = ({ entity, field }: Dependent): string =>
    makeCode(entity, { [field]: keyCodeOf(scope, page.entity) });
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'asks-first':
      return {
        title: 'asks first',
        lines: [make, `await app.getPage(${address});`, `assert.ok(${exists});`],
      };
    case 'deletes':
      return {
        title: 'deletes the record',
        lines: [
          make,
          `const { location } = await app.send(${address});`,
          `assert.equal(${exists}, null);`,
          "app.assertShows(await app.getPage(location), 'was deleted');",
        ],
      };
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'stays-while-needed': {
      const { field, noun } = each.dependent;
      return {
        title: `keeps the record while ${field} of a ${noun} needs it`,
        lines: [
          make,
          `${other(each.dependent)};`,
          `await app.send(${address});`,
          `assert.ok(${exists});`,
          `const page = await app.getPage(${address});`,
          `app.assertShows(page, 'still in use', 'cannot be deleted while', ${js(`1 ${noun}`)});`,
        ],
      };
    }
    case 'empties-a-ref': {
      const { entity, field, noun } = each.dependent;
      return {
        title: `empties ${field} of a ${noun}`,
        lines: [
          make,
          `const other = ${other(each.dependent)};`,
          `app.assertShows(await app.getPage(${address}), ${js(`1 ${noun}`)});`,
          `await app.send(${address});`,
          `const left = await app.find(${js(entity)}, other);`,
          `assert.equal(left.${field}, null);`,
        ],
      };
    }
    case 'keeps-what-is-linked': {
      const { entity, field, noun } = each.dependent;
      return {
        title: `keeps the ${noun} that ${field} links`,
        lines: [
          ...linkedLines(scope, page, each.dependent),
          `app.assertShows(await app.getPage(${address}), ${js(`1 ${noun}`)});`,
          `await app.send(${address});`,
          `assert.equal(${exists}, null);`,
          `assert.ok(await app.find(${js(entity)}, other));`,
        ],
      };
    }
  }
}

function linkedLines(
  scope: TestScope,
  page: DeletePage,
  { entity, field, isOwn }: Dependent,
): readonly string[] {
  const link = (target: string, variable: string): Record<string, string> => ({
    [field]: `[${keyCodeOf(scope, target, variable)}]`,
  });
  return isOwn
    ? [
        `const other = ${makeCode(entity)};`,
        `const record = ${makeCode(page.entity, link(entity, 'other'))};`,
      ]
    : [
        `const record = ${makeCode(page.entity)};`,
        `const other = ${makeCode(entity, link(page.entity, 'record'))};`,
      ];
}
