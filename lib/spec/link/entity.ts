import type { Declared, EntitySpec, FieldSpec } from '../app-spec.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, type FieldInfo, type LinkContext } from './context.ts';
import { findField } from './entity-index.ts';
import { linkField } from './field.ts';
import { metaOf } from './literal.ts';
import type { Declaration, Kind } from './module.ts';
import { asTitle } from '../../words/phrases.ts';
import { pascal, snake } from '../../words/spellings.ts';

/** What every declared thing has. */
export function linkDeclared(declaration: Declaration<Exclude<Kind, 'test'>>): Declared {
  const { syntax, file, module, name } = declaration;
  const declaredTitle = syntax.title?.value ?? null;
  return {
    name,
    title: declaredTitle === null || declaredTitle === '' ? asTitle(syntax.name.text) : declaredTitle,
    declaredTitle,
    module: module.name,
    place: placeOf(file, syntax.name.span),
    meta: metaOf(syntax.items),
  };
}

/** Warns of a declaration without a title. */
export function checkTitle(
  context: LinkContext,
  declaration: Declaration<'entity' | 'surface' | 'workspace'>,
): void {
  const { syntax, kind } = declaration;
  if (syntax.title !== null && syntax.title.value.trim() !== '') return;
  if (syntax.broken && /["']/.test(declaration.file.text.slice(syntax.head.start, syntax.head.end))) return;
  const title = asTitle(syntax.name.text);
  complain(
    context,
    declaration,
    'DZL190',
    syntax.name.span,
    `${kind} ${syntax.name.text} has no title; pages will call it "${title}"`,
    `write ${kind} ${syntax.name.text} "${title}"`,
  );
}

/** An entity, its fields and constraints. */
export function linkEntity(context: LinkContext, entity: EntityInfo): EntitySpec {
  const { declaration, fields } = entity;
  const { syntax } = declaration;
  checkTitle(context, declaration);
  checkNaming(context, entity);
  checkPrimaryKey(context, entity);
  checkFormerNames(context, entity);
  const linked: FieldSpec[] = [];
  for (const item of syntax.items) {
    if (item.kind !== 'field') continue;
    const subject = `field "${item.name.text}" of entity ${syntax.name.text}`;
    const info = fields.get(item.name.text);
    const target = info?.syntax === item ? info.target : null;
    linked.push(linkField(context, declaration, item, subject, target));
  }
  return {
    ...linkDeclared(declaration),
    fields: linked,
    constraints: linkConstraints(context, entity),
    was: syntax.was?.text ?? null,
  };
}

function linkConstraints(context: LinkContext, entity: EntityInfo): EntitySpec['constraints'] {
  const { declaration } = entity;
  const constraints: EntitySpec['constraints'][number][] = [];
  for (const item of declaration.syntax.items) {
    if (item.kind !== 'unique' && item.kind !== 'index') continue;
    const subject = `the ${item.kind} constraint of entity ${declaration.syntax.name.text} names`;
    const seen = new Set<string>();
    for (const { field } of item.keys) {
      const found = findField(context, declaration, entity, field, subject);
      if (found?.type?.kind === 'many' || found?.type?.kind === 'json') {
        const message = `${subject} "${field.text}", a ${found.type.kind}, which the database cannot ${item.kind === 'index' ? 'index' : 'keep unique'}`;
        complain(context, declaration, 'DZL162', field.span, message, 'name other fields');
      }
      if (seen.has(field.text)) {
        complain(
          context,
          declaration,
          'DZL159',
          field.span,
          `${subject} "${field.text}" twice`,
          'remove one of the two',
        );
      }
      seen.add(field.text);
    }
    constraints.push({
      kind: item.kind,
      fields: item.keys.map(({ field, direction }) => ({ field: field.text, direction: direction ?? 'asc' })),
      place: placeOf(declaration.file, item.span),
    });
  }
  return constraints;
}

function checkPrimaryKey(context: LinkContext, { declaration, fields }: EntityInfo): void {
  const { syntax, file } = declaration;
  const keys = [...fields.values()].filter(({ syntax: field }) =>
    field.modifiers.some((modifier) => modifier.kind === 'pk'),
  );
  // The empty block has been reported already, and a missing key would be the same mistake.
  if (keys.length === 0 && syntax.items.length === 0 && syntax.broken) return;
  if (keys.length === 0) {
    const block = file.text.slice(syntax.span.start, syntax.span.end);
    if (syntax.broken && /\b(?:p\w?k\w?|kp)\b|^\s*id/m.test(block)) return;
    const hasId = fields.get('id');
    complain(
      context,
      declaration,
      'DZL157',
      syntax.name.span,
      `entity ${syntax.name.text} has no primary key`,
      hasId === undefined ? 'add the line "id: uuid pk"' : `write "pk" behind the type of field "id"`,
    );
  }
  for (const key of keys.slice(1)) {
    const span = key.syntax.modifiers.find((modifier) => modifier.kind === 'pk')!.span;
    complain(
      context,
      declaration,
      'DZL158',
      span,
      `entity ${syntax.name.text} has a second primary key, "${key.name}" beside "${keys[0]!.name}"`,
      `remove "pk" here; for a combination that occurs once write "unique: ${keys[0]!.name}, ${key.name}"`,
    );
  }
}

/** What is no name at all has been reported where it was read. */
function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

function checkNaming(context: LinkContext, { declaration, fields }: EntityInfo): void {
  const { name } = declaration.syntax;
  const better = pascal(name.text);
  if (isName(name.text) && !/^[A-Z][A-Za-z0-9]*$/.test(name.text)) {
    const fix = better === '' || better === name.text ? 'begin with a capital letter' : `write "${better}"`;
    complain(
      context,
      declaration,
      'DZL188',
      name.span,
      `entity ${name.text} is not written in PascalCase`,
      fix,
    );
  }
  for (const field of fields.values()) {
    if (!isName(field.name) || /^[a-z_][a-z0-9_]*$/.test(field.name)) continue;
    complain(
      context,
      declaration,
      'DZL188',
      field.syntax.name.span,
      `field "${field.name}" of entity ${name.text} is not written in snake_case`,
      `write "${snake(field.name)}"`,
    );
  }
}

/** Checks the `was` of an entity's fields as `checkFormerName` does that of the entity. */
function checkFormerNames(context: LinkContext, { declaration, fields }: EntityInfo): void {
  const { syntax } = declaration;
  const seen = new Set<string>();
  for (const field of fields.values()) {
    for (const modifier of field.syntax.modifiers) {
      if (modifier.kind !== 'was') continue;
      const { text, span } = modifier.value;
      const subject = `field "${field.name}" of entity ${syntax.name.text} was "${text}"`;
      const holder = fields.get(text);
      if (holder !== undefined && !isRenamed(holder))
        reportFormer(context, declaration, span, `${subject}, which is still a field of it`);
      else if (seen.has(text))
        reportFormer(context, declaration, span, `${subject}, and so was another field`);
      seen.add(text);
    }
  }
  checkFormerName(context, declaration);
}

/** A `was` names something that is gone, or called otherwise now, and only one thing can have been it. */
export function checkFormerName(
  context: LinkContext,
  declaration: Declaration<'entity'> | Declaration<'surface'>,
): void {
  const { syntax, kind, module } = declaration;
  if (syntax.was === null) return;
  const { text, span } = syntax.was;
  const subject = `${kind} ${syntax.name.text} was "${text}"`;
  const others = [...module.byKind[kind].values()];
  const holder = module.byKind[kind].get(text)?.syntax;
  if (holder !== undefined && (holder.was ?? holder.name).text === holder.name.text)
    reportFormer(context, declaration, span, `${subject}, which is still defined`);
  else if (others.find((other) => other.syntax.was?.text === text) !== declaration)
    reportFormer(context, declaration, span, `${subject}, and so was another ${kind}`);
}

function isRenamed({ name, syntax }: FieldInfo): boolean {
  return syntax.modifiers.some((modifier) => modifier.kind === 'was' && modifier.value.text !== name);
}

/** Reports a `was` that cannot be meant. */
function reportFormer(
  context: LinkContext,
  declaration: Declaration,
  span: { readonly start: number; readonly end: number },
  message: string,
): void {
  complain(context, declaration, 'DZL199', span, message, 'remove "was", or the thing that has the old name');
}
