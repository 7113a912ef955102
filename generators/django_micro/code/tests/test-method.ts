import { py } from '../../../../lib/index.ts';
import type { WebScope } from '../web-scope.ts';

/** A method of a test class. */
export interface TestMethod {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A test method that says `what` in its name. */
export function method(what: string, ...lines: readonly string[]): TestMethod {
  return { name: `test_${what}`, lines };
}

/** The test that a page asks strangers to sign in. */
export function loginTest(address: string, setup: readonly string[] = []): TestMethod {
  return method('needs_login', ...setup, `self.assert_needs_login(${address})`);
}

/** The test that the page of a record that is gone is not found. */
export function goneTest(make: string, address: string): TestMethod {
  return method(
    'is_not_found_without_the_record',
    make,
    `address = ${address}`,
    'record.delete()',
    'self.assertEqual(self.client.get(address).status_code, 404)',
  );
}

/** `make("Ticket", title="needle")`. */
export function makeCode(web: WebScope, entity: string, given: readonly string[] = []): string {
  return `make(${[py(web.names.model(entity).className), ...given].join(', ')})`;
}

/** `reverse("ticket_edit", args=[record.pk])`. */
export function reverseCode(page: { readonly routeName: string; readonly takesId: boolean }): string {
  return page.takesId ? `reverse(${py(page.routeName)}, args=[record.pk])` : `reverse(${py(page.routeName)})`;
}
