import { py, snake } from '../../../../lib/index.ts';
import type { DeleteCase, DeletePage } from '../../../../lib/index.ts';
import { goneTest, loginTest, makeCode, method, reverseCode } from './test-method.ts';
import type { TestMethod } from './test-method.ts';
import type { WebScope } from '../web-scope.ts';

/** The test of one case of a delete page; null for a case that Django applications do not test. */
export function deleteTest(web: WebScope, page: DeletePage, each: DeleteCase): TestMethod | null {
  const address = reverseCode(page);
  const make = `record = ${makeCode(web, page.entity)}`;
  const exists = `models.${web.names.model(page.entity).className}.objects.filter(pk=record.pk).exists()`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'asks-first':
      return method(
        'asks_first',
        make,
        `self.assert_shows(self.get_page(${address}), record)`,
        `self.assertTrue(${exists})`,
      );
    case 'deletes':
      return method(
        'deletes_the_record',
        make,
        `response = self.client.post(${address})`,
        `self.assertFalse(${exists})`,
        'self.assertContains(self.client.get(response.url), "was deleted")',
      );
    case 'is-gone-with-the-record':
      return goneTest(make, address);
    case 'stays-while-needed':
    case 'empties-a-ref': {
      const { entity, field, noun } = each.dependent;
      const attribute = web.attribute(entity, field);
      const other = makeCode(web, entity, [`${attribute}=record`]);
      const name = `${snake(web.names.model(entity).className)}_${snake(attribute)}`;
      if (each.kind === 'stays-while-needed') {
        return method(
          `stays_while_${name}_needs_it`,
          make,
          other,
          `response = self.client.post(${address}, follow=True)`,
          `self.assertTrue(${exists})`,
          `self.assert_shows(response, ${py(`1 ${noun}`)})`,
        );
      }
      return method(
        `is_forgotten_by_${name}`,
        make,
        `other = ${other}`,
        `self.assert_shows(self.get_page(${address}), ${py(`1 ${noun}`)})`,
        `self.client.post(${address})`,
        'other.refresh_from_db()',
        `self.assertIsNone(other.${attribute})`,
      );
    }
    case 'keeps-what-is-linked':
      return null;
  }
}
