import {
  claimName,
  createCaseScope,
  js,
  keyKind,
  sampleRoom,
  unmakeableEntities,
  type Address,
  type AppSpec,
  type CaseScope,
  type MarkupCase,
} from '../../../../lib/index.ts';
import { caseChoices } from './case-choices.ts';
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

/** What tests are written from. */
export interface TestScope extends CaseScope {
  /** Entities of which no record can be made up. */
  readonly unmakeable: ReadonlySet<string>;
  /** How many samples of an entity there can be at once. */
  room(entity: string): number;
}

/** The scope of a spec. */
export function testScope(spec: AppSpec): TestScope {
  return {
    ...createCaseScope(spec, caseChoices),
    unmakeable: unmakeableEntities(spec.entities),
    room: (name) => sampleRoom(spec, name),
  };
}

/** `await app.make('Ticket', { title: 'needle' })`. */
export function makeCode(entity: string, given: Readonly<Record<string, string | undefined>> = {}): string {
  const values = objectCode(given);
  return `await app.make(${js(entity)}${values === '{}' ? '' : `, ${values}`})`;
}

/** `record.id`: the key of a record. */
export function keyCodeOf(scope: TestScope, entity: string, record = 'record'): string {
  const pages = scope.pages.entities.find((candidate) => candidate.entity === entity)!;
  return `${record}.${pages.key.field}`;
}

/** The address of a page as code, over the record at hand. */
export function addressCode(scope: TestScope, page: Address & { readonly entity: string | null }): string {
  if (!page.takesId) return js(page.path);
  const key = keyCodeOf(scope, page.entity!);
  const isPlain = keyKind(scope.spec.entities, page.entity!) !== 'text';
  return `\`${page.path.replace(':id', `\${${isPlain ? key : `encodeURIComponent(${key})`}}`)}\``;
}

/** A group; it is skipped where no record of its entity can be made up. */
export function groupOf(
  scope: TestScope,
  title: string,
  entity: string | null,
  tests: readonly TestCase[],
): TestGroup {
  const skip =
    entity !== null && scope.unmakeable.has(entity)
      ? `no first ${entity} can be made up: it needs one, or matches a rare pattern`
      : null;
  return { title, tests: uniqueTitles(tests), skip };
}

function uniqueTitles(tests: readonly TestCase[]): TestCase[] {
  const taken = new Set<string>();
  return tests.map((test) => {
    const title = claimName(taken, (count) => (count === 1 ? test.title : `${test.title} (${count})`));
    return { ...test, title, skip: test.skip ?? null };
  });
}

/** The test that a page asks strangers to log in. */
export function loginTest(address: string, setup: readonly string[] = []): TestCase {
  return { title: 'asks strangers to log in', lines: [...setup, `await app.assertNeedsLogin(${address});`] };
}

/** The test that a page of a record that is gone is not found. */
export function goneTest(entity: string, make: string, address: string): TestCase {
  return {
    title: 'is not found without the record',
    lines: [make, `await app.remove(${js(entity)}, record);`, `await app.assertNotFound(${address});`],
  };
}

/** The test that a page shows markup as text. */
export function markupTest(entity: string, { field, text }: MarkupCase, address: string): TestCase {
  return {
    title: 'shows markup as text',
    lines: [
      `const record = ${makeCode(entity, { [field]: js(text) })};`,
      `const page = await app.getPage(${address});`,
      `app.assertShows(page, record.${field});`,
      `assert.ok(!page.text.includes(record.${field}));`,
    ],
  };
}
