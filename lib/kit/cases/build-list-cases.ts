import type { FieldSpec } from '../../spec/app-spec.ts';
import { isGenerated, targetOf } from '../fields/field-claims.ts';
import { isText } from '../fields/field-limits.ts';
import type { ListFilter, SearchKey, SortOption } from '../pages/list-model.ts';
import type { EntityPages, ListPage } from '../pages/page-model.ts';
import type { CaseScope } from './case-scope.ts';
import { markup, textWith, valuePair } from './given-value.ts';
import type { GivenValue, PlainValue } from './given-value.ts';
import type { ListCase } from './list-case.ts';
import { hasSample } from './sample-rule.ts';

const enoughForPages = 30;

/** The cases of a list page: rows, search, filters, order and pages. */
export function buildListCases(scope: CaseScope, entity: EntityPages, page: ListPage): readonly ListCase[] {
  const column = page.columns
    .map(({ field }) => scope.field(page.entity, field))
    .find((field) => field.type.kind === 'str' && (!scope.choices.isCautious || hasSample(field)));
  const text = column === undefined ? null : textWith(column, markup);
  return [
    { kind: 'needs-login' },
    { kind: 'shows-a-record', field: column?.name ?? null },
    ...when(text !== null, () => ({ kind: 'shows-markup-as-text', field: column!.name, text: text! })),
    { kind: 'says-that-there-is-nothing', text: page.emptyText },
    ...when(scope.canMakeAlike(page.entity, enoughForPages), () => ({
      kind: 'has-pages',
      size: page.pageSize,
      records: enoughForPages,
    })),
    { kind: 'ignores-an-unknown-order' },
    ...newestFirst(scope, page),
    ...page.search.flatMap((key) => searches(scope, page, key)),
    ...when(page.search.length > 0, () => ({
      kind: 'finds-nothing',
      text: `No ${entity.pluralNoun} match.`,
    })),
    ...page.filters.flatMap((filter) => filters(scope, page, filter)),
    ...page.sorts.flatMap((sort) => sorts(scope, page, sort)),
  ];
}

function when(isSure: boolean, make: () => ListCase): readonly ListCase[] {
  return isSure ? [make()] : [];
}

function newestFirst(scope: CaseScope, page: ListPage): readonly ListCase[] {
  const field = scope.entity(page.entity).fields.find(({ auto }) => auto === 'add');
  if (field === undefined || page.order.length !== 1 || page.order[0]!.field !== field.name) return [];
  if (!scope.canMake(page.entity, 2)) return [];
  return [{ kind: 'shows-the-newest-first', field: field.name, pair: timePair(scope, field) }];
}

/**
 * Two values for a field that the application fills in, the earlier one first; of a datetime only the day
 * (`2024-01-01` and `2024-02-01`).
 */
function timePair(scope: CaseScope, field: FieldSpec): readonly [GivenValue, GivenValue] {
  const [earlier, later] = valuePair(field, scope.choices)!;
  return [given(field, String(earlier).slice(0, 10)), given(field, String(later).slice(0, 10))];
}

function given(field: FieldSpec, value: PlainValue): GivenValue {
  return { kind: 'value', type: field.type.kind, value };
}

function searches(scope: CaseScope, page: ListPage, key: SearchKey): readonly ListCase[] {
  const needle = called(scope, page, key, 'needle');
  if (needle === null || !scope.canMake(page.entity, 2)) return [];
  if (needle.kind === 'record' && needle.isMany && !scope.choices.searchesLinks) return [];
  return [{ kind: 'searches', field: key.field, given: needle }];
}

/**
 * What a record gets in the field so that a search for `word` finds it: a text with the word, or for a ref or
 * many a record whose label has the word. Null where no such value is sure, or where the referenced record
 * would be on the list itself.
 */
function called(
  scope: CaseScope,
  page: ListPage,
  { field: name, through }: SearchKey,
  word: string,
): GivenValue | null {
  const field = scope.field(page.entity, name);
  const entity = targetOf(field);
  if (entity === null) {
    const value = textWith(field, word);
    return value === null ? null : given(field, value);
  }
  if (through === null || entity === page.entity || !scope.isMakeable(entity)) return null;
  const value = textWith(scope.field(entity, through), word);
  if (value === null) return null;
  return { kind: 'record', entity, isMany: field.type.kind === 'many', text: { field: through, value } };
}

function filters(scope: CaseScope, page: ListPage, filter: ListFilter): readonly ListCase[] {
  const field = scope.field(page.entity, filter.field);
  const { type } = field;
  const { choices } = scope;
  if (isGenerated(field) || !choices.filtered.includes(type.kind)) return [];
  const base = { kind: 'filters', field: field.name, parameter: filter.parameter } as const;
  if (type.kind === 'ref' || type.kind === 'many') {
    const isSure = scope.isMakeable(type.entity) && scope.canMake(page.entity, 2);
    if (choices.isCautious && !isSure) return [];
    const record = { kind: 'record', entity: type.entity, isMany: type.kind === 'many', text: null } as const;
    return [{ ...base, given: record, other: null, query: null }];
  }
  const pair = (choices.asksForFirst ? declaredPair(field) : null) ?? valuePair(field, choices);
  if (pair === null) return [];
  const [wanted, other] = pair;
  return [
    { ...base, given: given(field, wanted!), other: given(field, other!), query: asked(field, wanted!) },
  ];
}

/**
 * The value of the filter's query parameter. Text is in capitals, because filters ignore case; null for a
 * datetime, whose day depends on the time zone.
 */
function asked(field: FieldSpec, value: PlainValue): PlainValue | null {
  const { kind } = field.type;
  if (kind === 'datetime') return null;
  if (kind === 'bool') return String(value);
  return isText(field) ? String(value).toUpperCase() : value;
}

function declaredPair({ type }: FieldSpec): readonly PlainValue[] | null {
  if (type.kind === 'bool') return [true, false];
  return type.kind === 'enum' && type.values.length > 1 ? type.values.slice(0, 2) : null;
}

function sorts(scope: CaseScope, page: ListPage, sort: SortOption): readonly ListCase[] {
  const field = scope.field(page.entity, sort.field);
  const pair = sortedPair(scope, page, field, sort);
  if (pair === null || !scope.canMake(page.entity, 2)) return [];
  const isFilledIn = field.auto !== null;
  return [{ kind: 'sorts', field: field.name, parameter: sort.parameter, pair, isFilledIn }];
}

/** Two values of the field, first the one that sorts first; null where it is not sure how two values sort. */
function sortedPair(
  scope: CaseScope,
  page: ListPage,
  field: FieldSpec,
  sort: SortOption,
): readonly [GivenValue, GivenValue] | null {
  const { choices } = scope;
  const { kind } = field.type;
  if (!choices.sortsKeys && (field.auto === 'update' || (field.auto === null && field.primaryKey)))
    return null;
  if (field.auto !== null) return timePair(scope, field);
  if (isGenerated(field) || !choices.sorted.includes(kind)) return null;
  if (isText(field) || kind === 'ref') {
    const lower = called(scope, page, sort, 'aaa');
    const upper = called(scope, page, sort, 'bbb');
    return lower === null || upper === null ? null : [lower, upper];
  }
  const pair = valuePair(field, choices);
  return pair === null ? null : [given(field, pair[0]), given(field, pair[1])];
}
