import { py, snake } from '../../../../lib/index.ts';
import type { GivenValue, ListCase, ListCaseOf, ListPage } from '../../../../lib/index.ts';
import { loginTest, makeCode, method, reverseCode } from './test-method.ts';
import type { TestMethod } from './test-method.ts';
import type { WebScope } from '../web-scope.ts';

/** The test of one case of a list page; null for a case that Django applications do not test. */
export function listTest(web: WebScope, page: ListPage, each: ListCase): TestMethod | null {
  const make = makeCode(web, page.entity);
  const address = reverseCode(page);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'shows-a-record': {
      const shown = each.field === null ? null : web.attribute(page.entity, each.field);
      return method(
        'shows_a_record',
        `record = ${make}`,
        `page = self.get_page(${address})`,
        'self.assertIn(record, page.context["records"])',
        ...(shown === null ? [] : [`self.assert_shows(page, record.${shown})`]),
      );
    }
    case 'shows-markup-as-text':
      return null;
    case 'says-that-there-is-nothing':
      return method(
        'says_that_there_is_nothing',
        `page = self.get_page(${address})`,
        `self.assert_shows(page, ${py(each.text)})`,
      );
    case 'has-pages':
      return method(
        'has_pages',
        `records = [${make}, ${make}]`,
        `with patch.object(${web.pages.view(page.surface)}, "paginate_by", 1):`,
        `    first = self.get_page(${address})`,
        `    second = self.get_records(${address}, {"page": 2})`,
        `    below = self.get_records(${address}, {"page": -1})`,
        'self.assertContains(first, "page=2", count=2)',
        'self.assertEqual(len(first.context["records"]), 1)',
        'self.assertCountEqual([*first.context["records"], *second], records)',
        'self.assertEqual(below, [*first.context["records"]])',
      );
    case 'ignores-an-unknown-order':
      return method(
        'ignores_an_unknown_order',
        `record = ${make}`,
        `self.assertEqual(self.get_records(${address}, {"sort": "no_such_field"}), [record])`,
      );
    case 'shows-the-newest-first':
      return method(
        'shows_the_newest_first',
        `older = ${make}`,
        `newer = ${make}`,
        `self.assertEqual(self.get_records(${address}), [newer, older])`,
      );
    case 'searches':
      return method(
        `searches_in_${snake(web.attribute(page.entity, each.field))}`,
        `record = ${makeWith(web, page, each.field, each.given)}`,
        make,
        `self.assertEqual(self.get_records(${address}, {"q": "NEEDLE"}), [record])`,
      );
    case 'finds-nothing':
      return method(
        'finds_nothing',
        make,
        `page = self.get_page(${address}, {"q": "no such text"})`,
        `self.assert_shows(page, ${py(each.text)})`,
        `self.assertEqual(self.get_records(${address}, {"q": "%%%"}), [])`,
      );
    case 'filters': {
      const attribute = web.attribute(page.entity, each.field);
      const query = each.query === null ? `record.${attribute}.pk` : py(each.query);
      return method(
        `filters_by_${snake(attribute)}`,
        `record = ${makeWith(web, page, each.field, each.given)}`,
        makeWith(web, page, each.field, each.other),
        `found = self.get_records(${address}, {${py(each.parameter)}: ${query}})`,
        'self.assertEqual(found, [record])',
      );
    }
    case 'sorts':
      return sortTest(web, page, each, address);
  }
}

function sortTest(web: WebScope, page: ListPage, each: ListCaseOf<'sorts'>, address: string): TestMethod {
  // Making the target of a ref may make more records of the listed entity: only these two are compared.
  const among = each.pair[0].kind === 'record' ? ', among=[lower, upper]' : '';
  const [lower, upper] = each.pair.map((given) => {
    // A later sample has a later date, so the test need not give one.
    const grows = given.kind === 'value' && ['date', 'datetime'].includes(given.type);
    return makeWith(web, page, each.field, grows || each.isFilledIn ? null : given);
  });
  return method(
    `sorts_by_${snake(web.attribute(page.entity, each.field))}`,
    `lower = ${lower}`,
    `upper = ${upper}`,
    `found = self.get_records(${address}, {"sort": ${py(each.parameter)}}${among})`,
    'self.assertEqual(found, [lower, upper])',
    `found = self.get_records(${address}, {"sort": ${py(`-${each.parameter}`)}}${among})`,
    'self.assertEqual(found, [upper, lower])',
  );
}

/** `make("Ticket", title="needle")`; where `given` is null, the field keeps the value of its sample. */
function makeWith(web: WebScope, page: ListPage, field: string, given: GivenValue | null): string {
  if (given === null) return makeCode(web, page.entity);
  return makeCode(web, page.entity, [`${web.attribute(page.entity, field)}=${givenCode(web, given)}`]);
}

function givenCode(web: WebScope, given: GivenValue): string {
  if (given.kind === 'value') return py(given.value);
  const { entity, text } = given;
  return makeCode(
    web,
    entity,
    text === null ? [] : [`${web.attribute(entity, text.field)}=${py(text.value)}`],
  );
}
