import { js } from '../../../../lib/index.ts';
import type { DeleteCase, DeletePage, Dependent, PageModel } from '../../../../lib/index.ts';
import { addressCode, goneTest, keyCodeOf, loginTest, makeCode, testCase } from './test-case.ts';
import type { TestCase } from './test-case.ts';

/** The test that asserts a case of a delete page. */
export function deleteTest(pages: PageModel, page: DeletePage, each: DeleteCase): TestCase {
  const address = addressCode(pages, page);
  const make = `const record = ${makeCode(page.entity)};`;
  const exists = `await app.find(${js(page.entity)}, record)`;
  const other = ({ entity, field }: Dependent): string =>
    makeCode(entity, { [field]: keyCodeOf(pages, page.entity) });
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'asks-first':
      return testCase('asks first', make, `await app.getPage(${address});`, `assert.ok(${exists});`);
    case 'deletes':
      return testCase(
        'deletes the record',
        make,
        `const { location } = await app.send(${address});`,
        `assert.equal(${exists}, null);`,
        "app.assertShows(await app.getPage(location), 'was deleted');",
      );
    case 'is-gone-with-the-record':
      return goneTest(page.entity, make, address);
    case 'stays-while-needed': {
      const { field, noun } = each.dependent;
      return testCase(
        `keeps the record while ${field} of a ${noun} needs it`,
        make,
        `${other(each.dependent)};`,
        `await app.send(${address});`,
        `assert.ok(${exists});`,
        `const page = await app.getPage(${address});`,
        `app.assertShows(page, 'still in use', 'cannot be deleted while', ${js(`1 ${noun}`)});`,
      );
    }
    case 'empties-a-ref': {
      const { entity, field, noun } = each.dependent;
      return testCase(
        `empties ${field} of a ${noun}`,
        make,
        `const other = ${other(each.dependent)};`,
        `app.assertShows(await app.getPage(${address}), ${js(`1 ${noun}`)});`,
        `await app.send(${address});`,
        `const left = await app.find(${js(entity)}, other);`,
        `assert.equal(left.${field}, null);`,
      );
    }
    case 'keeps-what-is-linked': {
      const { entity, field, noun } = each.dependent;
      return testCase(
        `keeps the ${noun} that ${field} links`,
        ...linkedLines(pages, page, each.dependent),
        `app.assertShows(await app.getPage(${address}), ${js(`1 ${noun}`)});`,
        `await app.send(${address});`,
        `assert.equal(${exists}, null);`,
        `assert.ok(await app.find(${js(entity)}, other));`,
      );
    }
  }
}

function linkedLines(
  pages: PageModel,
  page: DeletePage,
  { entity, field, isOwn }: Dependent,
): readonly string[] {
  const link = (target: string, variable: string): Record<string, string> => ({
    [field]: `[${keyCodeOf(pages, target, variable)}]`,
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
