import {
  buildPages,
  js,
  keyKind,
  unmakeableEntities,
  type Address,
  type AppSpec,
  type EntitySpec,
  type FieldSpec,
  type PageModel,
} from '../../../lib/index.ts';
import { objectCode } from '../javascript.ts';
import { alikeRoom, sampleRoom } from './sample-room.ts';

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
export interface TestScope {
  readonly spec: AppSpec;
  readonly pages: PageModel;
  /** Entities of which no record can be made up. */
  readonly unmakeable: ReadonlySet<string>;
  entity(name: string): EntitySpec;
  field(entity: string, name: string): FieldSpec;
  /** How many samples of an entity there can be at once. */
  room(entity: string): number;
  /** The same of samples that share the records they refer to. */
  alikeRoom(entity: string): number;
}

/** The scope of a spec. */
export function testScope(spec: AppSpec): TestScope {
  const entity = (name: string): EntitySpec => spec.entities.find((candidate) => candidate.name === name)!;
  return {
    spec,
    pages: buildPages(spec),
    unmakeable: unmakeableEntities(spec.entities),
    entity,
    field: (name, field) => entity(name).fields.find((candidate) => candidate.name === field)!,
    room: (name) => sampleRoom(spec, name),
    alikeRoom: (name) => alikeRoom(spec, name),
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
    let { title } = test;
    for (let count = 2; taken.has(title); count++) title = `${test.title} (${count})`;
    taken.add(title);
    return { ...test, title, skip: test.skip ?? null };
  });
}

/** The test that a page asks strangers to log in. */
export function loginTest(address: string, setup: readonly string[] = []): TestCase {
  return { title: 'asks strangers to log in', lines: [...setup, `await app.assertNeedsLogin(${address});`] };
}

/** A text for the field that holds `word` and passes its checks; null where that is not sure. */
export function textWith(field: FieldSpec, word: string): string | null {
  const { kind } = field.type;
  if (field.pattern !== null || !['str', 'text', 'email', 'url'].includes(kind)) return null;
  const least = field.min === null ? 0 : Number(field.min);
  const limit = field.type.kind === 'str' ? field.type.maxLength : 2000;
  const most = Math.min(limit, field.max === null ? limit : Number(field.max));
  const text =
    kind === 'email' ? `${word}@example.com` : kind === 'url' ? `https://example.com/${word}` : word;
  return text.length > most ? null : text.padEnd(least, '-');
}
