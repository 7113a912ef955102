import { py, snake } from '../../../../lib/index.ts';
import type {
  AskCase,
  FormCase,
  FormEntries,
  FormPage,
  FreeCase,
  FreePage,
  ViewCase,
  ViewPage,
} from '../../../../lib/index.ts';
import { freeName } from '../page-names.ts';
import { goneTest, loginTest, makeCode, method, reverseCode } from './test-method.ts';
import type { TestMethod } from './test-method.ts';
import type { WebScope } from '../web-scope.ts';

/** The test of one case of a page that shows a record; null for one that Django applications do not test. */
export function viewTest(web: WebScope, page: ViewPage, each: ViewCase): TestMethod | null {
  const address = reverseCode(page);
  const make = `record = ${makeCode(web, page.entity)}`;
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, [make]);
    case 'shows-the-record':
      return method(
        'shows_the_record',
        make,
        `page = self.get_page(${address})`,
        'self.assert_shows(page, record)',
        ...each.fields.map(({ field, type }) => {
          const attribute = web.attribute(page.entity, field);
          return `self.assert_shows(page, record.${type === 'enum' ? `get_${attribute}_display()` : attribute})`;
        }),
        `for label in ${py(each.labels)}:`,
        '    self.assert_shows(page, label)',
      );
    case 'is-gone-with-the-record':
      return goneTest(make, address);
    case 'shows-markup-as-text':
      return null;
  }
}

/** The test of one case of a form page; null for a case that Django applications do not test. */
export function formTest(web: WebScope, page: FormPage, each: FormCase): TestMethod | null {
  const address = reverseCode(page);
  const isCreate = page.kind === 'create';
  const { className } = web.names.model(page.entity);
  const make = `record = ${makeCode(web, page.entity)}`;
  const setup = isCreate ? [] : [make];
  const attribute = (field: string): string => web.attribute(page.entity, field);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address, setup);
    case 'asks-for-its-fields':
      return askTest(each, address, setup);
    case 'saves':
      return method(
        isCreate ? 'creates_a_record' : 'changes_the_record',
        ...setup,
        ...entriesLines(web, each.entries),
        `response = self.send(${address}, values${each.action === null ? '' : `, button=${py(each.action)}`})`,
        'self.assertEqual(response.status_code, 302)',
        isCreate ? `record = models.${className}.objects.get()` : 'record.refresh_from_db()',
        'self.assert_saved(record, values)',
      );
    case 'refuses-an-empty-form':
      return method(
        'refuses_an_empty_form',
        ...setup,
        `response = self.send(${address}, {})`,
        `self.assert_refused(response, ${each.required.map((field) => py(attribute(field))).join(', ')})`,
        ...(isCreate ? [`self.assertFalse(models.${className}.objects.exists())`] : []),
      );
    case 'refuses': {
      const { value, problem } = each.sample;
      const name = attribute(each.field);
      return method(
        `refuses_${snake(name)}_${snake(problem)}`,
        ...setup,
        ...entriesLines(web, each.entries),
        `values[${py(name)}] = ${value.length > 60 ? `"x" * ${value.length}` : py(value)}`,
        `self.assert_refused(self.send(${address}, values), ${py(name)})`,
      );
    }
    case 'refuses-what-is-taken':
      return null;
    case 'is-gone-with-the-record':
      return goneTest(make, address);
    case 'is-not-connected':
      return method(
        `says_that_${snake(each.action)}_is_not_connected`,
        ...setup,
        ...entriesLines(web, each.entries),
        `response = self.send(${address}, values, button=${py(each.action)})`,
        'self.assertContains(self.client.get(response.url), "not connected")',
      );
  }
}

/** The test of one case of a page without an entity. */
export function freeTest(page: FreePage, each: FreeCase): TestMethod {
  const address = reverseCode(page);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'asks-for-its-fields':
      return askTest(each, address);
    case 'answers':
      return method(
        `answers_${snake(each.action)}`,
        `response = self.send(${address}, ${textsCode(each.fields)}, button=${py(each.action)})`,
        each.leadsTo === null
          ? 'self.assertContains(self.client.get(response.url), "not connected")'
          : `self.assertEqual(response.url, reverse(${py(each.leadsTo.routeName)}))`,
      );
  }
}

function askTest({ labels }: AskCase, address: string, setup: readonly string[] = []): TestMethod {
  const lines =
    labels.length === 0
      ? [`self.get_page(${address})`]
      : [
          `page = self.get_page(${address})`,
          `for label in ${py(labels)}:`,
          '    self.assert_shows(page, label)',
        ];
  return method('asks_for_its_fields', ...setup, ...lines);
}

/** The lines that set the variable `values` to valid entries for the inputs of a form, by attribute. */
export function entriesLines(web: WebScope, { entity, fields }: FormEntries): readonly string[] {
  return [
    `sample = values_of(${py(web.names.model(entity).className)})`,
    `values = {name: sample[name] for name in ${py(fields.map((field) => web.attribute(entity, field)))} if name in sample}`,
  ];
}

/** A Python dictionary with a text for each input that no field of an entity backs. */
export function textsCode(fields: readonly string[]): string {
  return py(Object.fromEntries(fields.map((field) => [freeName(field), 'some text'])));
}
