import { snake } from '../../../../lib/index.ts';
import type { DeleteCase, DeletePage } from '../../../../lib/index.ts';
import { goneTest, loginTest, makeCode, reverseCode, uniqueNames } from './page-test.ts';
import type { PageTest, PageTests } from './page-test.ts';
import type { WebScope } from '../web-scope.ts';

/** The tests of deleting. */
export function deleteTests(web: WebScope, page: DeletePage, cases: readonly DeleteCase[]): PageTests {
  return {
    name: `${web.pages.deleteView(page.entity).replace(/View$/, '')}Tests`,
    tests: uniqueNames(cases.flatMap((each) => deleteTest(web, page, each))),
  };
}

function deleteTest(web: WebScope, page: DeletePage, each: DeleteCase): readonly PageTest[] {
  const address = reverseCode(page);
  const make = `record = ${makeCode(web, page.entity)}`;
  const exists = `models.${web.names.model(page.entity).className}.objects.filter(pk=record.pk).exists()`;
  switch (each.kind) {
    case 'needs-login':
      return [loginTest(address, [make])];
    case 'asks-first':
      return [
        {
          name: 'test_asks_first',
          lines: [make, `self.assert_shows(self.get_page(${address}), record)`, `self.assertTrue(${exists})`],
        },
      ];
    case 'deletes':
      return [
        {
          name: 'test_deletes_the_record',
          lines: [
            make,
            `response = self.client.post(${address})`,
            `self.assertFalse(${exists})`,
            'self.assertContains(self.client.get(response.url), "was deleted")',
          ],
        },
      ];
    case 'is-gone-with-the-record':
      return [goneTest(make, address)];
    case 'stays-while-needed':
    case 'empties-a-ref': {
      const { entity, field, noun } = each.dependent;
      const attribute = web.attribute(entity, field);
      const other = makeCode(web, entity, [`${attribute}=record`]);
      const name = `${snake(web.names.model(entity).className)}_${snake(attribute)}`;
      if (each.kind === 'stays-while-needed') {
        return [
          {
            name: `test_stays_while_${name}_needs_it`,
            lines: [
              make,
              other,
              `response = self.client.post(${address}, follow=True)`,
              `self.assertTrue(${exists})`,
              `self.assert_shows(response, "1 ${noun}")`,
            ],
          },
        ];
      }
      return [
        {
          name: `test_is_forgotten_by_${name}`,
          lines: [
            make,
            `other = ${other}`,
            `self.assert_shows(self.get_page(${address}), "1 ${noun}")`,
            `self.client.post(${address})`,
            'other.refresh_from_db()',
            `self.assertIsNone(other.${attribute})`,
          ],
        },
      ];
    }
    case 'keeps-what-is-linked':
      return [];
  }
}
