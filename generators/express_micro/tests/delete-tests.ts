import { js } from '../../../lib/index.ts';
import type { DeletePage, Dependent } from '../../../lib/index.ts';
import { goneTest } from './form-tests.ts';
import { addressCode, groupOf, keyCodeOf, loginTest, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** Tests of deleting: what goes, what stays, and what keeps the record. */
export function deleteTests(scope: TestScope, page: DeletePage): TestGroup {
  const address = addressCode(scope, page);
  const make = `const record = ${makeCode(page.entity)};`;
  const exists = `await app.find(${js(page.entity)}, record)`;
  const isMakeable = ({ entity }: Dependent): boolean => !scope.unmakeable.has(entity);
  const tests: TestCase[] = [
    loginTest(address, [make]),
    { title: 'asks first', lines: [make, `await app.getPage(${address});`, `assert.ok(${exists});`] },
    {
      title: 'deletes the record',
      lines: [
        make,
        `const { location } = await app.send(${address});`,
        `assert.equal(${exists}, null);`,
        "app.assertShows(await app.getPage(location), 'was deleted');",
      ],
    },
    goneTest(page.entity, make, address),
    ...page.protectedBy.filter(isMakeable).map((dependent): TestCase => ({
      title: `keeps the record while ${dependent.field} of a ${dependent.noun} needs it`,
      lines: [
        make,
        `${makeCode(dependent.entity, { [dependent.field]: keyCodeOf(scope, page.entity) })};`,
        `await app.send(${address});`,
        `assert.ok(${exists});`,
        `const page = await app.getPage(${address});`,
        `app.assertShows(page, 'still in use', 'cannot be deleted while', ${js(`1 ${dependent.noun}`)});`,
      ],
    })),
    ...page.clears.filter(isMakeable).map((dependent): TestCase => ({
      title: `empties ${dependent.field} of a ${dependent.noun}`,
      lines: [
        make,
        `const other = ${makeCode(dependent.entity, { [dependent.field]: keyCodeOf(scope, page.entity) })};`,
        `app.assertShows(await app.getPage(${address}), ${js(`1 ${dependent.noun}`)});`,
        `await app.send(${address});`,
        `const left = await app.find(${js(dependent.entity)}, other);`,
        `assert.equal(left.${dependent.field}, null);`,
      ],
    })),
    ...page.unlinks.filter(isMakeable).map((dependent) => unlinkTest(scope, page, dependent, address)),
  ];
  return groupOf(scope, page.title, page.entity, tests);
}

function unlinkTest(scope: TestScope, page: DeletePage, dependent: Dependent, address: string): TestCase {
  const link = (entity: string, variable: string): Record<string, string> => ({
    [dependent.field]: `[${keyCodeOf(scope, entity, variable)}]`,
  });
  const records = dependent.isOwn
    ? [
        `const other = ${makeCode(dependent.entity)};`,
        `const record = ${makeCode(page.entity, link(dependent.entity, 'other'))};`,
      ]
    : [
        `const record = ${makeCode(page.entity)};`,
        `const other = ${makeCode(dependent.entity, link(page.entity, 'record'))};`,
      ];
  return {
    title: `keeps the ${dependent.noun} that ${dependent.field} links`,
    lines: [
      ...records,
      `app.assertShows(await app.getPage(${address}), ${js(`1 ${dependent.noun}`)});`,
      `await app.send(${address});`,
      `assert.equal(await app.find(${js(page.entity)}, record), null);`,
      `assert.ok(await app.find(${js(dependent.entity)}, other));`,
    ],
  };
}
