import type { FieldSpec, ForeignModelSpec, Literal, PersonaSpec, ServiceSpec } from '../app-spec.ts';
import { complain, type EntityInfo, findDeclaration, type LinkContext, nearest } from './context.ts';
import { findEntity } from './entity-index.ts';
import { linkDeclared } from './entity.ts';
import { linkField } from './field.ts';
import { toLiteral, toMeta } from './literal.ts';
import { type Declaration, mayHaveLost, mayHaveMeant } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { listNames } from '../../words/phrases.ts';

/** A service: where its description is, who owns it, how one signs in. */
export function linkService(context: LinkContext, declaration: Declaration<'service'>): ServiceSpec {
  const { syntax } = declaration;
  const owner = `service ${syntax.name.text}`;
  const spec = findOnly(context, declaration, syntax.items, 'spec', owner);
  const auth = findOnly(context, declaration, syntax.items, 'auth_profile', owner);
  if (spec === undefined && !mayHaveMeant(declaration.file, syntax, 'spec')) {
    complain(
      context,
      declaration,
      'DZL171',
      syntax.name.span,
      `${owner} has no spec`,
      'add a line such as: spec: url "https://example.com/openapi.json"',
    );
  }
  return {
    ...linkDeclared(declaration),
    spec: { kind: spec?.form ?? 'url', value: spec?.value?.value ?? '' },
    owner: findOnly(context, declaration, syntax.items, 'owner', owner)?.value?.value ?? null,
    auth: auth?.auth ? { kind: auth.auth.value, options: toMeta(auth.options) } : null,
  };
}

/** A model of a foreign system: its service, key and fields. */
export function linkForeignModel(
  context: LinkContext,
  declaration: Declaration<'foreign_model'>,
): ForeignModelSpec {
  const { syntax } = declaration;
  const owner = `foreign_model ${syntax.name.text}`;
  const service =
    syntax.service === null
      ? null
      : findDeclaration(context, declaration, 'service', syntax.service, `${owner} comes from service`);
  const written = syntax.items.filter((item) => item.kind === 'field');
  const fields: FieldSpec[] = checkDistinct(
    context,
    declaration,
    written,
    (field) => field.name,
    'field',
    owner,
  ).map((field) => {
    const subject = `field "${field.name.text}" of ${owner}`;
    let target: EntityInfo | null = null;
    if ((field.type?.kind === 'ref' || field.type?.kind === 'many') && field.type.target !== null) {
      target = findEntity(context, declaration, field.type.target, `${subject} refers to`);
    }
    return linkField(context, declaration, field, subject, target);
  });
  return {
    ...linkDeclared(declaration),
    service: service?.name ?? '',
    key: linkKey(context, declaration, fields, owner),
    constraints: syntax.items.flatMap((item) =>
      item.kind === 'constraint' && item.value !== null
        ? [{ kind: item.value.value, options: toMeta(item.options) }]
        : [],
    ),
    fields,
  };
}

function linkKey(
  context: LinkContext,
  declaration: Declaration<'foreign_model'>,
  fields: readonly FieldSpec[],
  owner: string,
): string[] {
  const { syntax, file } = declaration;
  const key = findOnly(context, declaration, syntax.items, 'key', owner);
  const names = fields.map((field) => field.name);
  if (key === undefined) {
    const marked = fields.filter((field) => field.primaryKey).map((field) => field.name);
    if (marked.length === 0 && !mayHaveMeant(file, syntax, 'key')) {
      const fix = `add the line "key: ${names[0] ?? 'id'}"`;
      complain(context, declaration, 'DZL172', syntax.name.span, `${owner} has no key`, fix);
    }
    return marked;
  }
  for (const name of key.names) {
    if (names.includes(name.text) || mayHaveLost(file, syntax, name.text)) continue;
    const near = nearest(context, name.text, names);
    complain(
      context,
      declaration,
      'DZL106',
      name.span,
      `the key of ${owner} names "${name.text}", which is not one of its fields`,
      near !== undefined
        ? `write "${near}"`
        : names.length === 0
          ? `add the line "field ${name.text}: str(100)"`
          : `write one of: ${listNames(names)}`,
    );
  }
  return key.names.map((name) => name.text);
}

/** A persona and what is told about it. */
export function linkPersona(context: LinkContext, declaration: Declaration<'persona'>): PersonaSpec {
  const { syntax } = declaration;
  const written = syntax.items.filter((item) => item.kind === 'property');
  const properties = checkDistinct(
    context,
    declaration,
    written,
    (property) => property.name,
    'property',
    `persona ${syntax.name.text}`,
  );
  const entries = properties.flatMap(({ name, value, list }): [string, Literal | string[]][] => {
    if (list !== null) return [[name.text, list.map((line) => line.value)]];
    return value === null ? [] : [[name.text, toLiteral(value)]];
  });
  return { ...linkDeclared(declaration), properties: Object.fromEntries(entries) };
}
