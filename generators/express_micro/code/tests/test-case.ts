import { claimName, js } from '../../../../lib/index.ts';
import type { Address, KeyModel, MarkupCase, PageModel } from '../../../../lib/index.ts';
import { objectCode } from '../javascript.ts';

/** A test of the generated application: a title, and the lines of an async function. */
export interface TestCase {
  readonly title: string;
  readonly lines: readonly string[];
  /** Why it cannot run; absent or null where it can. */
  readonly skip?: string | null;
}

/** Tests of one page or model; `skip` says why none of them can run, and is null where they can. */
export interface TestGroup {
  readonly title: string;
  readonly tests: readonly TestCase[];
  readonly skip: string | null;
}

/** A test with this title and these lines. */
export function testCase(title: string, ...lines: readonly string[]): TestCase {
  return { title, lines };
}

/** Code that saves a sample record with some values given as code: `await app.make('Ticket', { title: 'needle' })`. */
export function makeCode(entity: string, given: Readonly<Record<string, string | undefined>> = {}): string {
  const values = objectCode(given);
  return `await app.make(${js(entity)}${values === '{}' ? '' : `, ${values}`})`;
}

function keyOf({ entities }: PageModel, entity: string): KeyModel {
  return entities.find((candidate) => candidate.entity === entity)!.key;
}

/** Code that reads the key of a record in a variable: `record.id`. */
export function keyCodeOf(pages: PageModel, entity: string, record = 'record'): string {
  return `${record}.${keyOf(pages, entity).field}`;
}

/** The address of a page as code; its `:id` is the key of the variable `record`. */
export function addressCode(pages: PageModel, page: Address & { readonly entity: string | null }): string {
  if (!page.takesId) return js(page.path);
  const key = keyCodeOf(pages, page.entity!);
  const isPlain = keyOf(pages, page.entity!).kind !== 'text';
  return `\`${page.path.replace(':id', `\${${isPlain ? key : `encodeURIComponent(${key})`}}`)}\``;
}

/** A group of tests, each with a title of its own; `skip` says why none of them can run. */
export function groupOf(title: string, tests: readonly TestCase[], skip: string | null = null): TestGroup {
  return { title, tests: uniqueTitles(tests), skip };
}

function uniqueTitles(tests: readonly TestCase[]): TestCase[] {
  const taken = new Set<string>();
  return tests.map((test) => {
    const title = claimName(taken, test.title, (count) => `${test.title} (${count})`);
    return { ...test, title, skip: test.skip ?? null };
  });
}

/** The test that a page sends a visitor who is not logged in to the login page. */
export function loginTest(address: string, setup: readonly string[] = []): TestCase {
  return testCase('asks strangers to log in', ...setup, `await app.assertNeedsLogin(${address});`);
}

/** The test that a record's page is not found (404) once the record is deleted. */
export function goneTest(entity: string, make: string, address: string): TestCase {
  return testCase(
    'is not found without the record',
    make,
    `await app.remove(${js(entity)}, record);`,
    `await app.assertNotFound(${address});`,
  );
}

/** The test that a page shows markup in a field's value as text (`&lt;b&gt;`). */
export function markupTest(entity: string, { field, text }: MarkupCase, address: string): TestCase {
  return testCase(
    'shows markup as text',
    `const record = ${makeCode(entity, { [field]: js(text) })};`,
    `const page = await app.getPage(${address});`,
    `app.assertShows(page, record.${field});`,
    `assert.ok(!page.text.includes(record.${field}));`,
  );
}
