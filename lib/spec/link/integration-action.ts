import type { IntegrationActionSpec, MappingValue } from '../app-spec.ts';
import type {
  DottedSyntax,
  IntegrationActionItemSyntax,
  IntegrationActionSyntax,
  MappingSyntax,
  NameSyntax,
  ValueSyntax,
} from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, findDeclaration, type LinkContext, nearest } from './context.ts';
import { findEntity, findField, isLostField } from './entity-index.ts';
import {
  entityOfSurface,
  findUsedForeignModel,
  findUsedService,
  type KnownNames,
  type IntegrationPlace,
  namesOfForeignModel,
} from './integration-place.ts';
import { optionalMeta, toLiteral } from './literal.ts';
import { type Declaration, mayHaveLost } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { listNames } from '../../words/phrases.ts';

/** What the roots of a mapping's paths stand for; null where a root cannot be checked. */
interface Roots {
  readonly form: KnownNames | null;
  readonly foreign: KnownNames | null;
  readonly entity: EntityInfo | null;
}

const rootNames = ['form', 'entity', 'foreign', 'current_user'];

/** An action: when it runs, what it calls with what, and where the response goes. */
export function linkIntegrationAction(
  context: LinkContext,
  place: IntegrationPlace,
  action: IntegrationActionSyntax,
): IntegrationActionSpec {
  const { declaration, owner } = place;
  const subject = `action ${action.name.text} of ${owner}`;
  const only = <K extends IntegrationActionItemSyntax['kind']>(kind: K) =>
    findOnly(context, declaration, action.items, kind, subject);
  const when = only('when_surface');
  const call = only('call');
  const callMapping = only('call_mapping');
  const mapResponse = only('map_response');
  const responseMapping = only('response_mapping');
  const serviceName = call?.service ?? only('call_service')?.service ?? null;
  const operation = call?.operation?.text ?? only('call_operation')?.operation?.value ?? null;
  const foreignName = mapResponse?.foreign ?? only('response_foreign')?.foreign ?? null;
  const entityName = mapResponse?.entity ?? only('response_entity')?.entity ?? null;
  const surface = when?.surface
    ? findDeclaration(context, declaration, 'surface', when.surface, `${subject} reads surface`)
    : null;
  const service = serviceName === null ? null : findUsedService(context, place, serviceName, subject);
  const foreign = foreignName === null ? null : findUsedForeignModel(context, place, foreignName, subject);
  const entity =
    entityName === null ? null : findEntity(context, declaration, entityName, `${subject} fills entity`);
  const roots: Roots = {
    form: surface === null ? null : namesOfForm(context, surface),
    foreign: namesOfForeignModel(foreign),
    entity: entity ?? (surface === null ? null : entityOfSurface(context, surface)),
  };
  const callItems = call?.items ?? callMapping?.items;
  const calls = call !== undefined || callMapping !== undefined || serviceName !== null || operation !== null;
  const responds =
    mapResponse !== undefined || responseMapping !== undefined || foreignName !== null || entityName !== null;
  return {
    name: action.name.text,
    surface: surface?.name ?? null,
    call: calls
      ? {
          service: service?.name ?? null,
          operation,
          mapping: linkParameters(context, place, mappingsOf(callItems), roots, `the call of ${subject}`),
        }
      : null,
    response: responds
      ? {
          foreignModel: foreign?.name ?? null,
          entity: entity?.declaration.name ?? null,
          mapping: mapResponse
            ? linkFilled(context, place, mappingsOf(mapResponse.items), roots, entity, subject)
            : linkDestinations(context, place, mappingsOf(responseMapping?.items), roots, entity, subject),
        }
      : null,
    place: placeOf(declaration.file, action.name.span),
    ...optionalMeta(action.items),
  };
}

function mappingsOf(items: readonly { readonly kind: string }[] | undefined): MappingSyntax[] {
  return (items ?? []).filter((item): item is MappingSyntax => item.kind === 'mapping');
}

function namesOfForm(context: LinkContext, surface: Declaration<'surface'>): KnownNames {
  const { file, syntax } = surface;
  const shown = syntax.items.flatMap((item) =>
    item.kind === 'section'
      ? item.items.flatMap((field) => (field.kind === 'section_field' ? field.name.text : []))
      : [],
  );
  const entity = entityOfSurface(context, surface);
  return {
    names: [...shown, ...(entity?.fields.keys() ?? [])],
    isLost: (name) => mayHaveLost(file, syntax, name) || (entity !== null && isLostField(entity, name)),
  };
}

/** `parameter <- value`. */
function linkParameters(
  context: LinkContext,
  place: IntegrationPlace,
  mappings: readonly MappingSyntax[],
  roots: Roots,
  subject: string,
): { parameter: string; value: MappingValue }[] {
  const distinct = checkDistinct(
    context,
    place.declaration,
    mappings,
    (mapping) => mapping.name,
    'parameter',
    subject,
  );
  return distinct.flatMap(({ name, value }) => {
    const linked = value === null ? null : linkValue(context, place, value, roots, subject);
    return linked === null ? [] : [{ parameter: name.text, value: linked }];
  });
}

/** `entity field <- value`. */
function linkFilled(
  context: LinkContext,
  place: IntegrationPlace,
  mappings: readonly MappingSyntax[],
  roots: Roots,
  entity: EntityInfo | null,
  owner: string,
): { field: string; value: MappingValue }[] {
  const subject = `the response of ${owner}`;
  const distinct = checkDistinct(
    context,
    place.declaration,
    mappings,
    (mapping) => mapping.name,
    'field',
    subject,
  );
  return distinct.flatMap(({ name, value }) => {
    if (entity !== null) findField(context, place.declaration, entity, name, `${subject} fills`);
    const linked = value === null ? null : linkValue(context, place, value, roots, subject);
    return linked === null ? [] : [{ field: name.text, value: linked }];
  });
}

/** `response field -> where it goes`: a field of the entity, bare or behind `entity.`. */
function linkDestinations(
  context: LinkContext,
  place: IntegrationPlace,
  mappings: readonly MappingSyntax[],
  roots: Roots,
  entity: EntityInfo | null,
  owner: string,
): { field: string; value: MappingValue }[] {
  const subject = `the response of ${owner}`;
  return mappings.flatMap(({ name, value }) => {
    checkName(context, place, name, roots.foreign, `${subject} reads`, 'field of the foreign model');
    const field = value === null ? null : fieldOfDestination(value);
    if (value === null) return [];
    if (field === null) {
      complain(
        context,
        place.declaration,
        'DZL198',
        value.span,
        `${subject} sends "${name.text}" to something that is not a field`,
        'write the name of a field of the entity behind the arrow',
      );
      return [];
    }
    if (entity !== null) findField(context, place.declaration, entity, field, `${subject} fills`);
    return [{ field: field.text, value: { kind: 'path', path: ['foreign', name.text] } as const }];
  });
}

function fieldOfDestination(value: ValueSyntax): NameSyntax | null {
  if (value.kind === 'name') return { text: value.value, span: value.span };
  if (value.kind !== 'path') return null;
  const { parts } = value.path;
  if (parts.length === 1) return parts[0]!;
  return parts.length === 2 && parts[0]!.text === 'entity' ? parts[1]! : null;
}

function linkValue(
  context: LinkContext,
  place: IntegrationPlace,
  value: ValueSyntax,
  roots: Roots,
  subject: string,
): MappingValue | null {
  if (value.kind !== 'path') return toLiteral(value);
  checkPath(context, place, value.path, roots, subject);
  return { kind: 'path', path: value.path.parts.map((part) => part.text) };
}

function checkPath(
  context: LinkContext,
  place: IntegrationPlace,
  path: DottedSyntax,
  roots: Roots,
  subject: string,
): void {
  const [root, name] = path.parts;
  if (root === undefined || name === undefined || root.text === 'current_user') return;
  if (root.text === 'form') {
    checkName(context, place, name, roots.form, `${subject} reads`, 'field of the form');
  } else if (root.text === 'foreign') {
    checkName(context, place, name, roots.foreign, `${subject} reads`, 'field of the foreign model');
  } else if (root.text === 'entity') {
    if (roots.entity !== null) findField(context, place.declaration, roots.entity, name, `${subject} reads`);
  } else {
    const near = nearest(context, root.text, rootNames);
    complain(
      context,
      place.declaration,
      'DZL198',
      root.span,
      `${subject} reads "${path.text}", which begins with none of ${rootNames.join(', ')}`,
      near === undefined
        ? `write "form.${name.text}" for a field of the form`
        : `write "${near}.${name.text}"`,
    );
  }
}

function checkName(
  context: LinkContext,
  place: IntegrationPlace,
  name: NameSyntax,
  known: KnownNames | null,
  subject: string,
  noun: string,
): void {
  if (known === null || known.names.includes(name.text) || known.isLost(name.text)) return;
  const near = nearest(context, name.text, known.names);
  complain(
    context,
    place.declaration,
    'DZL106',
    name.span,
    `${subject} "${name.text}", which is not a ${noun}`,
    near === undefined ? `write one of: ${listNames(known.names)}` : `write "${near}"`,
  );
}
