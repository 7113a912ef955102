import type { TestAction, TestSpec, TestValue } from '../app-spec.ts';
import type { OptionSyntax, PairSyntax, SetupLineSyntax, TestItemSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, type LinkContext } from './context.ts';
import { findEntity } from './entity-index.ts';
import { optionalMeta, toLiteral } from './literal.ts';
import type { Declaration } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { linkAssertion } from './test-assertion.ts';
import { linkTestAction } from './test-action.ts';
import { checkTestField, reportUnknownRow, type TestPlace } from './test-place.ts';

/** A test: its rows, what it does and what it expects. */
export function linkTest(context: LinkContext, declaration: Declaration<'test'>): TestSpec {
  const { syntax } = declaration;
  const owner = `test ${syntax.name.text}`;
  const place: TestPlace = { declaration, owner, rows: new Map(), reasons: [] };
  const only = <K extends TestItemSyntax['kind']>(kind: K) =>
    findOnly(context, declaration, syntax.items, kind, owner);
  const lines = (only('setup')?.items ?? []).filter((item) => item.kind === 'setup_line');
  const setup = checkDistinct(context, declaration, lines, (line) => line.name, 'setup row', owner).map(
    (line) => linkSetup(context, place, line),
  );
  const actionItem = only('action');
  const linked = actionItem === undefined ? null : linkTestAction(context, place, actionItem);
  if (actionItem === undefined && !syntax.broken) {
    complain(
      context,
      declaration,
      'DZL180',
      syntax.name.span,
      `${owner} does nothing: it has no action`,
      'add a line such as "action: create Task"',
    );
  }
  const entity = linked?.entity ?? null;
  const pairs = (kind: 'data' | 'filter' | 'search'): PairSyntax[] =>
    (only(kind)?.items ?? []).filter((item) => item.kind === 'pair');
  const values = linkValues(context, place, pairs('data'), entity, 'sets');
  const filter = linkValues(context, place, pairs('filter'), entity, 'filters by');
  const search = pairs('search');
  for (const pair of search) {
    if (pair.name.text === 'query') continue;
    const fix = 'write "query"';
    complain(
      context,
      declaration,
      'DZL106',
      pair.name.span,
      `${owner} searches with "${pair.name.text}"`,
      fix,
    );
  }
  const orderBy = only('order_by')?.value ?? null;
  if (orderBy !== null && entity !== null) {
    const name = orderBy.value.replace(/^[-+]/, '').replace(/\s+(asc|desc)$/i, '');
    checkTestField(context, place, { text: name, span: orderBy.span }, entity, 'orders by');
  }
  const assertions = (only('expect')?.items ?? []).flatMap((item) =>
    item.kind === 'meta' ? [] : linkAssertion(context, place, item, entity),
  );
  const written = search.find((pair) => pair.name.text === 'query')?.value ?? null;
  const action: TestAction = linked?.action ?? { verb: 'create', entity: '', row: null, relation: null };
  return {
    name: declaration.name,
    description: syntax.docstring?.value.trim() ?? syntax.title?.value ?? null,
    setup,
    action,
    values,
    filter,
    search: written === null ? null : toLiteral(written),
    orderBy: orderBy?.value ?? null,
    assertions,
    skip: place.reasons[0] ?? null,
    place: placeOf(declaration.file, syntax.name.span),
    ...optionalMeta(syntax.items),
  };
}

function linkSetup(context: LinkContext, place: TestPlace, line: SetupLineSyntax): TestSpec['setup'][number] {
  const { declaration, owner, rows } = place;
  const subject = `${owner} sets up`;
  const entity = line.entity === null ? null : findEntity(context, declaration, line.entity, subject);
  const values = linkValues(context, place, line.values, entity, `sets up ${line.name.text} with`);
  rows.set(line.name.text, entity);
  return { name: line.name.text, entity: entity?.declaration.name ?? '', values };
}

/** Values by field; one that the entity does not have makes the test skipped. */
function linkValues(
  context: LinkContext,
  place: TestPlace,
  pairs: readonly (PairSyntax | OptionSyntax)[],
  entity: EntityInfo | null,
  verb: string,
): TestValue[] {
  const distinct = checkDistinct(
    context,
    place.declaration,
    pairs,
    (pair) => pair.name,
    'value',
    place.owner,
  );
  return distinct.flatMap(({ name, value }) => {
    if (entity !== null) checkTestField(context, place, name, entity, verb);
    if (value === null) return [];
    const field = entity?.fields.get(name.text);
    if (value.kind === 'name' && field?.type?.kind === 'ref' && !place.rows.has(value.value)) {
      const row = { text: value.value, span: value.span };
      reportUnknownRow(context, place, row, `sets "${name.text}" to`, field.target);
    }
    return [{ field: name.text, value: toLiteral(value) }];
  });
}
