import { py } from '../../../../lib/index.ts';
import type { WebScope } from '../web-scope.ts';

/** A method of a test class. */
export interface TestMethod {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A test method named `test_<what>`. */
export function method(what: string, ...lines: readonly string[]): TestMethod {
  return { name: `test_${what}`, lines };
}

/** The test that a page sends visitors who are not signed in to the login; `setup` are lines before it. */
export function loginTest(address: string, setup: readonly string[] = []): TestMethod {
  return method('needs_login', ...setup, `self.assert_needs_login(${address})`);
}

/** The test that the page of a deleted record gives status 404; `make` is the line that sets `record`. */
export function goneTest(make: string, address: string): TestMethod {
  return method(
    'is_not_found_without_the_record',
    make,
    `address = ${address}`,
    'record.delete()',
    'self.assertEqual(self.client.get(address).status_code, 404)',
  );
}

/** The call that saves a sample record, `make("Ticket", title="needle")`; `given` are keyword arguments. */
export function makeCode(web: WebScope, entity: string, given: readonly string[] = []): string {
  return `make(${[py(web.names.model(entity).className), ...given].join(', ')})`;
}

/** The call that gives a page's address: `reverse("ticket_edit", args=[record.pk])`. */
export function reverseCode(page: { readonly routeName: string; readonly takesId: boolean }): string {
  return page.takesId ? `reverse(${py(page.routeName)}, args=[record.pk])` : `reverse(${py(page.routeName)})`;
}
