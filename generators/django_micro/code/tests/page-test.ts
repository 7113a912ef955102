import { claimName, py } from '../../../../lib/index.ts';
import type { WebScope } from '../web-scope.ts';

/** A test method. */
export interface PageTest {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The tests of one page. */
export interface PageTests {
  readonly name: string;
  readonly tests: readonly PageTest[];
}

/** The test that a page asks strangers to sign in. */
export function loginTest(address: string, setup: readonly string[] = []): PageTest {
  return { name: 'test_needs_login', lines: [...setup, `self.assert_needs_login(${address})`] };
}

/** The test that the page of a record that is gone is not found. */
export function goneTest(make: string, address: string): PageTest {
  return {
    name: 'test_is_not_found_without_the_record',
    lines: [
      make,
      `address = ${address}`,
      'record.delete()',
      'self.assertEqual(self.client.get(address).status_code, 404)',
    ],
  };
}

/** The tests of a surface's page. */
export function surfaceTests(
  web: WebScope,
  { surface }: { readonly surface: string },
  tests: readonly PageTest[],
): PageTests {
  return { name: `${web.pages.view(surface).replace(/View$/, '')}Tests`, tests: uniqueNames(tests) };
}

/** The tests with a number behind names that are taken. */
export function uniqueNames(tests: readonly PageTest[]): readonly PageTest[] {
  const taken = new Set<string>();
  return tests.map((test) => {
    const name = claimName(taken, (count) => (count === 1 ? test.name : `${test.name}_${count}`));
    return { ...test, name };
  });
}

/** `make("Ticket", title="needle")`. */
export function makeCode(web: WebScope, entity: string, given: readonly string[] = []): string {
  return `make(${[py(web.names.model(entity).className), ...given].join(', ')})`;
}

/** `reverse("ticket_edit", args=[record.pk])`. */
export function reverseCode(page: { readonly routeName: string; readonly takesId: boolean }): string {
  return page.takesId ? `reverse(${py(page.routeName)}, args=[record.pk])` : `reverse(${py(page.routeName)})`;
}
