import { claimName, js } from '../../../../lib/index.ts';
import type { Address, KeyModel, MarkupCase, PageModel } from '../../../../lib/index.ts';
import { objectCode } from '../javascript.ts';

/** A test of the generated application: a title, and the lines of an async function. */
export interface TestCase {
  readonly title: string;
  readonly lines: readonly string[];
  /** Why it cannot run. */
  readonly skip?: string | null;
}

/** Tests of one page or model; `skip` says why none of them can run. */
export interface TestGroup {
  readonly title: string;
  readonly tests: readonly TestCase[];
  readonly skip: string | null;
}

/** A test that is called by `title`. */
export function testCase(title: string, ...lines: readonly string[]): TestCase {
  return { title, lines };
}

/** `await app.make('Ticket', { title: 'needle' })`. */
export function makeCode(entity: string, given: Readonly<Record<string, string | undefined>> = {}): string {
  const values = objectCode(given);
  return `await app.make(${js(entity)}${values === '{}' ? '' : `, ${values}`})`;
}

function keyOf({ entities }: PageModel, entity: string): KeyModel {
  return entities.find((candidate) => candidate.entity === entity)!.key;
}

/** `record.id`: the key of a record. */
export function keyCodeOf(pages: PageModel, entity: string, record = 'record'): string {
  return `${record}.${keyOf(pages, entity).field}`;
}

/** The address of a page as code, over the record at hand. */
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

/** The test that a page asks strangers to log in. */
export function loginTest(address: string, setup: readonly string[] = []): TestCase {
  return testCase('asks strangers to log in', ...setup, `await app.assertNeedsLogin(${address});`);
}

/** The test that a page of a record that is gone is not found. */
export function goneTest(entity: string, make: string, address: string): TestCase {
  return testCase(
    'is not found without the record',
    make,
    `await app.remove(${js(entity)}, record);`,
    `await app.assertNotFound(${address});`,
  );
}

/** The test that a page shows markup as text. */
export function markupTest(entity: string, { field, text }: MarkupCase, address: string): TestCase {
  return testCase(
    'shows markup as text',
    `const record = ${makeCode(entity, { [field]: js(text) })};`,
    `const page = await app.getPage(${address});`,
    `app.assertShows(page, record.${field});`,
    `assert.ok(!page.text.includes(record.${field}));`,
  );
}
