import type { DeletePage, Dependent, ViewPage } from '../pages/page-model.ts';
import type { CaseScope } from './case-scope.ts';
import { markup, textWith } from './given-value.ts';
import type { DeleteCase, ViewCase } from './page-case.ts';
import { hasSample } from './sample-rule.ts';

/** The cases of a record's page: labels and values, escaped markup, and 404 for a deleted record. */
export function buildViewCases(scope: CaseScope, page: ViewPage): readonly ViewCase[] {
  const { isCautious, shown } = scope.choices;
  const columns = page.sections.flatMap((section) => section.fields);
  const fields = columns.map(({ field }) => scope.field(page.entity, field));
  const marked = fields.find(
    (field) => field.type.kind === 'str' && hasSample(field) && textWith(field, markup) !== null,
  );
  return [
    { kind: 'needs-login' },
    {
      kind: 'shows-the-record',
      labels: columns.map(({ label }) => label),
      fields: fields
        .filter(({ type }) => shown.includes(type.kind))
        .filter((field) => hasSample(field) || (!isCautious && field.type.kind !== 'ref'))
        .map(({ name, type }) => ({ field: name, type: type.kind })),
    },
    { kind: 'is-gone-with-the-record' },
    ...(marked === undefined
      ? []
      : [{ kind: 'shows-markup-as-text', field: marked.name, text: textWith(marked, markup)! } as const]),
  ];
}

/**
 * The cases of a delete page: it asks first, deletes the record, and treats each field that refers to the
 * record as `DeletePage` says.
 */
export function buildDeleteCases(scope: CaseScope, page: DeletePage): readonly DeleteCase[] {
  const of = (
    kind: 'stays-while-needed' | 'empties-a-ref' | 'keeps-what-is-linked',
    dependents: readonly Dependent[],
  ): readonly DeleteCase[] =>
    dependents.filter(({ entity }) => scope.isMakeable(entity)).map((dependent) => ({ kind, dependent }));
  return [
    { kind: 'needs-login' },
    { kind: 'asks-first' },
    { kind: 'deletes' },
    { kind: 'is-gone-with-the-record' },
    ...of('stays-while-needed', page.protectedBy),
    ...of('empties-a-ref', page.clears),
    ...of('keeps-what-is-linked', page.unlinks),
  ];
}
