import type { ActionSpec, OutcomeSpec, SectionFieldSpec, SectionSpec, SurfaceSpec } from '../app-spec.ts';
import type { ActionSyntax, OutcomeSyntax, SectionFieldSyntax, SectionSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, findDeclaration, type LinkContext, nearest } from './context.ts';
import { checkFormerName, checkTitle, linkDeclared } from './entity.ts';
import { findEntity, findField } from './entity-index.ts';
import { optionalMeta, toMeta } from './literal.ts';
import { type Declaration, mayHaveLost, mayHaveMeant } from './module.ts';
import { findOnly, checkDistinct } from './once.ts';
import { linkUx } from './ux.ts';
import type { UxPlace } from './ux-place.ts';
import { asTitle, listNames } from '../../words/phrases.ts';

type Surface = Declaration<'surface'>;

/** A surface: its entity, sections, actions and ux. */
export function linkSurface(context: LinkContext, declaration: Surface): SurfaceSpec {
  const { syntax } = declaration;
  const owner = `surface ${syntax.name.text}`;
  checkTitle(context, declaration);
  checkFormerName(context, declaration);
  const uses = findOnly(context, declaration, syntax.items, 'uses_entity', owner);
  const mode = findOnly(context, declaration, syntax.items, 'mode', owner);
  const entity =
    uses === undefined || uses.entity === null
      ? null
      : findEntity(context, declaration, uses.entity, `${owner} uses entity`);
  const modeName = mode?.value?.value ?? 'custom';
  const isUsesLost = uses === undefined && mayHaveMeant(declaration.file, syntax, 'uses');
  if (uses === undefined && modeName !== 'custom' && !isUsesLost) {
    complain(
      context,
      declaration,
      'DZL166',
      mode!.value!.span,
      `${owner} has mode ${modeName} but no entity`,
      'add a line such as "uses entity Task", or write "mode: custom"',
    );
  }
  const isEntityKnown = !isUsesLost && (uses === undefined || entity !== null);
  const sections = distinctSections(context, declaration, owner).map((section) =>
    linkSection(context, declaration, section, entity, isEntityKnown, owner),
  );
  const actions = syntax.items.filter((item) => item.kind === 'action');
  const ux = findOnly(context, declaration, syntax.items, 'ux', owner);
  const place: UxPlace = {
    scope: declaration,
    owner,
    entities: entity === null ? [] : [entity],
    isKnown: isEntityKnown,
    isLost: (name) => mayHaveLost(declaration.file, syntax, name),
    otherNames: new Set(sections.flatMap(({ name, fields }) => [name, ...fields.map((field) => field.name)])),
    freeNames: new Set(
      sections.flatMap(({ fields }) => fields.flatMap((field) => (field.freeText ? field.name : []))),
    ),
    isWorkspace: false,
    showsRegions: new Set(),
  };
  return {
    ...linkDeclared(declaration),
    mode: modeName,
    entity: entity?.declaration.name ?? null,
    sections,
    actions: checkDistinct(context, declaration, actions, (item) => item.name, 'action', owner).flatMap(
      (action) => linkAction(context, declaration, action, owner),
    ),
    ux: ux === undefined ? null : linkUx(context, place, ux),
    was: syntax.was?.text ?? null,
  };
}

function distinctSections(
  context: LinkContext,
  declaration: Surface,
  owner: string,
): readonly SectionSyntax[] {
  const sections = declaration.syntax.items.filter((item) => item.kind === 'section');
  return checkDistinct(context, declaration, sections, (item) => item.name, 'section', owner);
}

function linkSection(
  context: LinkContext,
  declaration: Surface,
  section: SectionSyntax,
  entity: EntityInfo | null,
  isEntityKnown: boolean,
  owner: string,
): SectionSpec {
  const fields = section.items.filter((item) => item.kind === 'section_field');
  const where = `section ${section.name.text} of ${owner}`;
  return {
    name: section.name.text,
    title: section.title?.value ?? asTitle(section.name.text),
    fields: checkDistinct(context, declaration, fields, (item) => item.name, 'field', where).map((field) =>
      linkSectionField(context, declaration, field, entity, isEntityKnown, owner),
    ),
    ...optionalMeta(section.items),
  };
}

function linkSectionField(
  context: LinkContext,
  declaration: Surface,
  field: SectionFieldSyntax,
  entity: EntityInfo | null,
  isEntityKnown: boolean,
  owner: string,
): SectionFieldSpec {
  const name = field.name.text;
  const isRead = context.formNames.get(declaration)?.has(name) ?? false;
  const freeText = isEntityKnown && (entity === null || (isRead && !entity.fields.has(name)));
  if (entity !== null && !freeText)
    findField(context, declaration, entity, field.name, `${owner} shows field`);
  const items = field.items ?? [];
  const help = findOnly(context, declaration, items, 'help', `field ${name} of ${owner}`);
  const placeholder = findOnly(context, declaration, items, 'placeholder', `field ${name} of ${owner}`);
  const options = checkDistinct(
    context,
    declaration,
    field.options,
    (item) => item.name,
    'option',
    `field ${name} of ${owner}`,
  );
  return {
    name,
    label: field.label?.value ?? asTitle(name),
    declaredLabel: field.label?.value ?? null,
    help: help?.value?.value ?? null,
    placeholder: placeholder?.value?.value ?? null,
    freeText,
    options: toMeta(options),
    place: placeOf(declaration.file, field.name.span),
    ...optionalMeta(items),
  };
}

function linkAction(
  context: LinkContext,
  declaration: Surface,
  action: ActionSyntax,
  owner: string,
): ActionSpec[] {
  const subject = `action ${action.name.text} of ${owner}`;
  const trigger = findOnly(context, declaration, action.items, 'on', subject);
  if (trigger === undefined) {
    if (action.broken) return [];
    complain(
      context,
      declaration,
      'DZL180',
      action.name.span,
      `${subject} does nothing: it has no outcome`,
      'add a line such as "on submit -> surface task_list"',
    );
    return [];
  }
  if (trigger.outcome === null) return [];
  const outcome = linkOutcome(context, declaration, trigger.outcome, subject);
  if (outcome === null) return [];
  return [
    {
      name: action.name.text,
      title: action.title?.value ?? asTitle(action.name.text),
      trigger: trigger.trigger,
      outcome,
      place: placeOf(declaration.file, action.name.span),
      ...optionalMeta(action.items),
    },
  ];
}

function linkOutcome(
  context: LinkContext,
  declaration: Surface,
  syntax: OutcomeSyntax,
  subject: string,
): OutcomeSpec | null {
  if (syntax.kind === 'surface') {
    const target = findDeclaration(
      context,
      declaration,
      'surface',
      syntax.surface,
      `${subject} leads to surface`,
    );
    return target === null ? null : { kind: 'surface', surface: target.name };
  }
  if (syntax.kind === 'experience') {
    const target = findDeclaration(
      context,
      declaration,
      'experience',
      syntax.experience,
      `${subject} leads to experience`,
    );
    if (target === null) return null;
    const step = syntax.step;
    if (step !== null) {
      const steps = target.syntax.items.filter((item) => item.kind === 'step').map((item) => item.name.text);
      if (!steps.includes(step.text) && !mayHaveLost(target.file, target.syntax, step.text)) {
        const near = nearest(context, step.text, steps);
        complain(
          context,
          declaration,
          'DZL169',
          step.span,
          `${subject} leads to step "${step.text}", which experience ${target.syntax.name.text} does not have`,
          near === undefined ? `write one of its steps: ${listNames(steps)}` : `write "${near}"`,
        );
      }
    }
    return { kind: 'experience', experience: target.name, step: step?.text ?? null };
  }
  const target = findDeclaration(
    context,
    declaration,
    'integration',
    syntax.integration,
    `${subject} calls integration`,
  );
  if (target === null || syntax.action === null) return null;
  checkIntegrationAction(context, declaration, target, syntax.action, subject);
  return { kind: 'integration', integration: target.name, action: syntax.action.text };
}

/** Reports an action or sync that an integration does not have. */
export function checkIntegrationAction(
  context: LinkContext,
  scope: Declaration,
  target: Declaration<'integration'>,
  action: { readonly text: string; readonly span: { readonly start: number; readonly end: number } },
  subject: string,
): void {
  const names = target.syntax.items.flatMap((item) =>
    item.kind === 'iaction' || item.kind === 'sync' ? item.name.text : [],
  );
  if (names.includes(action.text) || mayHaveLost(target.file, target.syntax, action.text)) return;
  const near = nearest(context, action.text, names);
  complain(
    context,
    scope,
    'DZL105',
    action.span,
    `${subject} calls action "${action.text}", which integration ${target.syntax.name.text} does not have`,
    near !== undefined
      ? `write "${near}"`
      : names.length === 0
        ? `add an action ${action.text} to the integration`
        : `write one of its actions: ${listNames(names)}`,
  );
}
