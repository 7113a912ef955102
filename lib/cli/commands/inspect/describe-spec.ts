import type { AppSpec, EntitySpec, FieldSpec, OutcomeSpec, SurfaceSpec } from '../../../spec/app-spec.ts';
import { typeText } from '../../../spec/type-text.ts';
import { padText } from '../../screen/text.ts';
import type { Colours } from '../../screen/terminal.ts';

/** The application as lines for a person: entities with their fields, surfaces, and the rest by name. */
export function describeApp(spec: AppSpec, colours: Colours): string[] {
  const { bold, dim } = colours;
  const lines = [
    `${bold(spec.title)}  ${dim(spec.module === '' ? spec.name : `${spec.name}, module ${spec.module}`)}`,
  ];
  for (const entity of spec.entities) lines.push('', ...describeEntity(entity, colours));
  if (spec.surfaces.length > 0) lines.push('', bold('Surfaces'), ...describeSurfaces(spec.surfaces, colours));
  for (const experience of spec.experiences) {
    lines.push('', `${bold('experience')} ${experience.name}  ${dim(experience.title)}`);
    for (const step of experience.steps) {
      const what = step.surface ?? step.integration ?? step.kind;
      const to = step.transitions.map((transition) => `${transition.on} -> ${transition.step}`).join(', ');
      const start = step.name === experience.start ? dim(' (start)') : '';
      lines.push(`  ${step.name}${start}: ${what}${to === '' ? '' : dim(`  ${to}`)}`);
    }
  }
  for (const workspace of spec.workspaces) {
    lines.push('', `${bold('workspace')} ${workspace.name}  ${dim(workspace.title)}`);
    for (const region of workspace.regions)
      lines.push(`  ${region.name}: ${region.surface ?? region.entity ?? 'figures'}`);
  }
  const named = [
    ['Personas', spec.personas],
    ['Services', spec.services],
    ['Foreign models', spec.foreignModels],
    ['Integrations', spec.integrations],
    ['Tests', spec.tests],
  ] as const;
  for (const [title, items] of named) {
    if (items.length > 0) lines.push('', bold(title), `  ${items.map((item) => item.name).join(', ')}`);
  }
  return lines;
}

function describeEntity(entity: EntitySpec, { bold, dim, cyan }: Colours): string[] {
  const width = Math.max(...entity.fields.map((field) => field.name.length));
  const rows = entity.fields.map((field) => {
    const notes = fieldNotes(field).join(', ');
    return `  ${padText(field.name, width)}  ${cyan(typeText(field.type))}${notes === '' ? '' : dim(`  ${notes}`)}`;
  });
  const constraints = entity.constraints.map(
    ({ kind, fields }) =>
      `  ${dim(`${kind} ${fields.map(({ field, direction }) => (direction === 'desc' ? `${field} desc` : field)).join(', ')}`)}`,
  );
  return [`${bold('entity')} ${entity.name}  ${dim(entity.title)}`, ...rows, ...constraints];
}

function fieldNotes(field: FieldSpec): string[] {
  return [
    ...(field.primaryKey ? ['key'] : []),
    ...(field.required && !field.primaryKey ? ['required'] : []),
    ...(field.unique && !field.primaryKey ? ['unique'] : []),
    ...(field.auto === null ? [] : [field.auto === 'add' ? 'set when added' : 'set when saved']),
    ...(field.default === null ? [] : [`default ${defaultText(field.default)}`]),
    ...(field.min === null ? [] : [`at least ${field.min}`]),
    ...(field.max === null ? [] : [`at most ${field.max}`]),
    ...(field.pattern === null ? [] : [`like ${field.pattern}`]),
  ];
}

function defaultText(value: NonNullable<FieldSpec['default']>): string {
  if (value.kind === 'string') return JSON.stringify(value.value);
  if (value.kind === 'number') return value.text;
  return value.kind === 'bool' ? String(value.value) : value.kind;
}

function describeSurfaces(surfaces: readonly SurfaceSpec[], { dim }: Colours): string[] {
  const width = Math.max(...surfaces.map((surface) => surface.name.length));
  return surfaces.map((surface) => {
    const what = surface.entity === null ? surface.mode : `${surface.mode} of ${surface.entity}`;
    const actions = surface.actions.map((action) => `${action.name} -> ${outcomeText(action.outcome)}`);
    return `  ${padText(surface.name, width)}  ${what}${actions.length === 0 ? '' : dim(`  ${actions.join(', ')}`)}`;
  });
}

function outcomeText(outcome: OutcomeSpec): string {
  if (outcome.kind === 'surface') return outcome.surface;
  if (outcome.kind === 'experience')
    return outcome.step === null ? outcome.experience : `${outcome.experience}.${outcome.step}`;
  return `${outcome.integration}.${outcome.action}`;
}

/** The spec with only what bears a name, and the surfaces of an entity of that name. */
export function narrowSpec(spec: AppSpec, name: string): AppSpec {
  const is = (item: { readonly name: string }): boolean => item.name === name;
  return {
    ...spec,
    entities: spec.entities.filter(is),
    surfaces: spec.surfaces.filter((surface) => is(surface) || surface.entity === name),
    experiences: spec.experiences.filter(is),
    workspaces: spec.workspaces.filter(is),
    personas: [],
    services: [],
    foreignModels: [],
    integrations: [],
    tests: [],
  };
}
