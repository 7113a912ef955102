import type { DottedSyntax, FieldSyntax, NameSyntax } from '../syntax/ast.ts';
import {
  complain,
  type EntityInfo,
  type FieldInfo,
  findDeclaration,
  type LinkContext,
  nearest,
} from './context.ts';
import { type Declaration, mayHaveLost, type Module, type Scope } from './module.ts';
import { listNames, withArticle } from '../../words/phrases.ts';

/** Fills `context.entities` with every entity of `reached` and resolves what their `ref` and `many` fields name. */
export function indexEntities(context: LinkContext, reached: readonly Module[]): void {
  for (const module of reached) {
    for (const declaration of module.declarations) {
      if (declaration.kind !== 'entity') continue;
      const entity = declaration as Declaration<'entity'>;
      context.entities.set(entity, indexFields(context, entity));
    }
  }
  for (const info of context.entities.values()) {
    for (const field of info.fields.values()) linkTarget(context, info, field);
  }
}

function indexFields(context: LinkContext, declaration: Declaration<'entity'>): EntityInfo {
  const info: EntityInfo = { declaration, fields: new Map() };
  for (const item of declaration.syntax.items) {
    if (item.kind !== 'field') continue;
    const name = item.name.text;
    if (info.fields.has(name)) {
      complain(
        context,
        declaration,
        'DZL159',
        item.name.span,
        `entity ${declaration.syntax.name.text} has two fields called ${name}`,
        'rename or remove one of the two',
      );
      continue;
    }
    info.fields.set(name, {
      name,
      owner: info,
      syntax: item,
      type: item.type,
      nullable: isNullable(item),
      target: null,
    });
  }
  return info;
}

/** The language's rule: nullable unless `required`, `pk`, `bool`, `auto_*` (on a date or time), or with a default. */
export function isNullable(field: FieldSyntax): boolean {
  if (field.type?.kind === 'bool') return false;
  return !field.modifiers.some((modifier) => {
    if (modifier.kind === 'required' || modifier.kind === 'pk') return true;
    if (modifier.kind === 'default') return modifier.value.kind !== 'null';
    return (modifier.kind === 'auto_add' || modifier.kind === 'auto_update') && takesAuto(field.type);
  });
}

/** Claims that `auto_add` and `auto_update` mean something on a type. */
export function takesAuto(type: FieldSyntax['type']): boolean {
  return type === null || type.kind === 'date' || type.kind === 'time' || type.kind === 'datetime';
}

function linkTarget(context: LinkContext, info: EntityInfo, field: FieldInfo): void {
  if (field.type?.kind !== 'ref' && field.type?.kind !== 'many') return;
  if (field.type.target === null) return;
  const { declaration } = info;
  const wasUsed = declaration.used;
  const target = findDeclaration(
    context,
    declaration,
    'entity',
    field.type.target,
    `field "${field.name}" of entity ${declaration.syntax.name.text} refers to`,
    'DZL104',
  );
  // An entity that only refers to itself still counts as unused.
  if (target === declaration) declaration.used = wasUsed;
  field.target = target === null ? null : (context.entities.get(target) ?? null);
}

/** An entity by its name in the text, reported where it is unknown. */
export function findEntity(
  context: LinkContext,
  scope: Scope,
  dotted: DottedSyntax,
  subject: string,
): EntityInfo | null {
  const declaration = findDeclaration(context, scope, 'entity', dotted, subject);
  return declaration === null ? null : (context.entities.get(declaration) ?? null);
}

/** A field of an entity; null where it has none of that name, which is reported unless its line may have been lost. */
export function findField(
  context: LinkContext,
  scope: Scope,
  entity: EntityInfo,
  name: NameSyntax,
  subject: string,
): FieldInfo | null {
  const field = entity.fields.get(name.text);
  if (field !== undefined) return field;
  if (!isLostField(entity, name.text)) reportUnknownField(context, scope, entity, name, subject);
  return null;
}

/** Claims that a field may be missing only because its line was not understood. */
export function isLostField(entity: EntityInfo, name: string): boolean {
  return mayHaveLost(entity.declaration.file, entity.declaration.syntax, name);
}

function reportUnknownField(
  context: LinkContext,
  scope: Scope,
  entity: EntityInfo,
  name: NameSyntax,
  subject: string,
): void {
  const entityName = entity.declaration.syntax.name.text;
  const near = nearest(context, name.text, entity.fields.keys());
  const fields = [...entity.fields.keys()];
  complain(
    context,
    scope,
    'DZL106',
    name.span,
    `${subject} "${name.text}", which is not a field of entity ${entityName}`,
    near !== undefined
      ? `write "${near}", or add a field ${name.text} to entity ${entityName}`
      : `write one of its fields (${listNames(fields)}), or add a field ${name.text}`,
  );
}

/**
 * Follows a path of fields through refs. Null where a part is unknown (reported, unless excused);
 * `nullable` tells that some step on the way may be empty.
 */
export function followPath(
  context: LinkContext,
  scope: Scope,
  entity: EntityInfo,
  parts: readonly NameSyntax[],
  subject: string,
): { field: FieldInfo; nullable: boolean } | null {
  let owner = entity;
  let nullable = false;
  for (const [index, part] of parts.entries()) {
    const field = findField(context, scope, owner, part, subject);
    if (field === null) return null;
    nullable ||= field.nullable;
    if (index === parts.length - 1) return { field, nullable };
    if (field.type === null || field.target !== null) {
      if (field.target === null) return null;
      owner = field.target;
      continue;
    }
    if (field.type.kind === 'ref' || field.type.kind === 'many') return null;
    complain(
      context,
      scope,
      'DZL106',
      parts[index + 1]!.span,
      `${subject} "${parts.map((name) => name.text).join('.')}", but ${field.name} is ${withArticle(field.type.kind)} and has no fields`,
      `only a field of type ref leads on to another entity's fields`,
    );
    return null;
  }
  return null;
}
