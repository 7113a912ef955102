import type { TestAssertion } from '../app-spec.ts';
import type { AssertionSyntax } from '../syntax/ast.ts';
import { complain, type EntityInfo, type LinkContext } from './context.ts';
import { findEntity } from './entity-index.ts';
import { toLiteral } from './literal.ts';
import { checkTestField, reportUnknownRow, type TestPlace } from './test-place.ts';

/** One line of `expect:`; nothing where a part of it was reported. */
export function linkAssertion(
  context: LinkContext,
  place: TestPlace,
  syntax: AssertionSyntax,
  entity: EntityInfo | null,
): TestAssertion[] {
  switch (syntax.kind) {
    case 'status':
    case 'created':
      return syntax.value === null ? [] : [{ kind: syntax.kind, value: syntax.value.value } as TestAssertion];
    case 'count':
      return linkCount(context, place, syntax);
    case 'error_message':
      return syntax.operator === null || syntax.value === null
        ? []
        : [{ kind: 'error_message', operator: syntax.operator.value, value: toLiteral(syntax.value) }];
    case 'field':
      return linkFieldAssertion(context, place, syntax, entity);
    case 'unchecked':
      complain(
        context,
        place.declaration,
        'DZL194',
        syntax.name.span,
        `${place.owner} expects "${syntax.name.text}", which nothing checks`,
        'write "field NAME equals …", "count equals …", "status: …" or "error_message contains …", or remove it',
      );
      return syntax.value === null
        ? []
        : [
            {
              kind: 'unchecked',
              name: syntax.name.text,
              operator: syntax.operator?.value ?? null,
              value: toLiteral(syntax.value),
            },
          ];
  }
}

function linkCount(
  context: LinkContext,
  place: TestPlace,
  syntax: Extract<AssertionSyntax, { kind: 'count' }>,
): TestAssertion[] {
  const { entity: name, operator, value } = syntax;
  const counted =
    name === null
      ? null
      : findEntity(
          context,
          place.declaration,
          { text: name.text, parts: [name], span: name.span },
          `${place.owner} counts`,
        );
  if (operator === null || value === null) return [];
  if (value.kind !== 'number') {
    complain(
      context,
      place.declaration,
      'DZL175',
      value.span,
      `${place.owner} compares a count with something that is not a number`,
      'write a number',
    );
    return [];
  }
  return [
    {
      kind: 'count',
      entity: counted?.declaration.name ?? null,
      operator: operator.value,
      value: toLiteral(value),
    },
  ];
}

function linkFieldAssertion(
  context: LinkContext,
  place: TestPlace,
  syntax: Extract<AssertionSyntax, { kind: 'field' }>,
  acted: EntityInfo | null,
): TestAssertion[] {
  const { row, field, operator, value } = syntax;
  let entity = acted;
  if (row !== null && row.text !== 'first' && row.text !== 'last') {
    if (place.rows.has(row.text)) entity = place.rows.get(row.text) ?? null;
    else {
      entity = null;
      reportUnknownRow(context, place, row, 'looks at row');
    }
  }
  if (entity !== null) {
    checkTestField(context, place, field, entity, 'expects field');
    if (value?.kind === 'field') checkTestField(context, place, value.name, entity, 'compares with field');
  }
  if (operator === null || value === null) return [];
  return [
    {
      kind: 'field',
      row: row?.text ?? null,
      field: field.text,
      operator: operator.value,
      value: value.kind === 'field' ? { kind: 'field', field: value.name.text } : toLiteral(value),
    },
  ];
}
