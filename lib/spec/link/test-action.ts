import type { TestAction } from '../app-spec.ts';
import type { DottedSyntax, NameSyntax, TestItemSyntax } from '../syntax/ast.ts';
import { complain, type EntityInfo, type LinkContext, lookUp, nearest, reportUnresolved } from './context.ts';
import { findEntity } from './entity-index.ts';
import { resolveName } from './resolve-name.ts';
import { reportUnknownRow, type TestPlace } from './test-place.ts';
import { listNames } from '../../words/phrases.ts';
import { pluralForms } from '../../words/plural.ts';
import { snake } from '../../words/spellings.ts';

type ActionItem = Extract<TestItemSyntax, { kind: 'action' }>;

/** What a test does, and the entity that its values and expectations speak of; null where it was reported. */
export function linkTestAction(
  context: LinkContext,
  place: TestPlace,
  item: ActionItem,
): { action: TestAction; entity: EntityInfo } | null {
  const { declaration, owner, rows } = place;
  const verb = item.verb?.value;
  if (verb === undefined || item.target === null) return null;
  const { target } = item;
  const row = target.parts.length === 1 && rows.has(target.text) ? target.text : null;
  if (verb === 'create') {
    const entity = findEntity(context, declaration, target, `${owner} creates`);
    return entity === null
      ? null
      : { action: { verb, entity: entity.declaration.name, row: null, relation: null }, entity };
  }
  if (row !== null) {
    const entity = rows.get(row) ?? null;
    if (entity === null) return null;
    if (verb === 'get' && item.relation !== null)
      return linkRelation(context, place, row, entity, item.relation);
    return { action: { verb, entity: entity.declaration.name, row, relation: null }, entity };
  }
  const entity = findRowOrEntity(context, place, target, verb);
  if (entity === null) return null;
  if (verb === 'get')
    return { action: { verb, entity: entity.declaration.name, row: null, relation: null }, entity };
  const only = [...rows].filter(([, info]) => info === entity);
  if (only.length === 1) {
    return { action: { verb, entity: entity.declaration.name, row: only[0]![0], relation: null }, entity };
  }
  complain(
    context,
    declaration,
    'DZL178',
    target.span,
    `${owner} says ${verb} ${target.text}, which does not tell the row`,
    only.length === 0
      ? `add a setup row of ${target.text}, and write its name here`
      : `write one of its setup rows: ${listNames(only.map(([name]) => name))}`,
  );
  return null;
}

function findRowOrEntity(
  context: LinkContext,
  place: TestPlace,
  target: DottedSyntax,
  verb: string,
): EntityInfo | null {
  const { declaration, owner } = place;
  const found = lookUp(context, declaration, 'entity', target);
  if (found !== null) return context.entities.get(found) ?? null;
  const resolution = resolveName(context.modules, declaration, 'entity', target);
  const looksLikeRow = target.parts.length === 1 && /^[a-z_]/.test(target.text);
  if (resolution.kind === 'unknown' && looksLikeRow) {
    reportUnknownRow(context, place, { text: target.text, span: target.span }, `says ${verb}`);
  } else {
    reportUnresolved(context, declaration, ['entity'], target, resolution, `${owner} says ${verb}`, 'DZL105');
  }
  return null;
}

/** `get ticket comments`: the rows of an entity that refer to the setup row. */
function linkRelation(
  context: LinkContext,
  { declaration, owner }: TestPlace,
  row: string,
  target: EntityInfo,
  relation: NameSyntax,
): { action: TestAction; entity: EntityInfo } | null {
  const referring: { entity: EntityInfo; fields: string[]; names: string[] }[] = [];
  for (const entity of context.entities.values()) {
    const fields = [...entity.fields.values()]
      .filter((field) => field.target === target)
      .map((field) => field.name);
    if (fields.length === 0) continue;
    const singular = snake(entity.declaration.syntax.name.text);
    referring.push({
      entity,
      fields,
      names: [...pluralForms(singular), singular, entity.declaration.syntax.name.text],
    });
  }
  const found = referring.find(({ names }) => names.includes(relation.text));
  if (found !== undefined) {
    const own = snake(target.declaration.syntax.name.text);
    const field = found.fields.find((name) => name === own || name === row) ?? found.fields[0]!;
    const { name } = found.entity.declaration;
    return {
      action: { verb: 'get', entity: name, row, relation: { entity: name, field } },
      entity: found.entity,
    };
  }
  const names = referring.map((candidate) => candidate.names[0]!);
  const near = nearest(context, relation.text, names);
  complain(
    context,
    declaration,
    'DZL179',
    relation.span,
    `${owner} gets "${relation.text}" of ${row}, but no entity called so refers to ${target.declaration.syntax.name.text}`,
    near !== undefined
      ? `write "${near}"`
      : names.length === 0
        ? `add an entity with a field of type ref ${target.declaration.syntax.name.text}`
        : `write one of: ${listNames(names)}`,
  );
  return null;
}
