import { listNames } from '../../words/phrases.ts';
import type { NameSyntax } from '../syntax/ast.ts';
import { complain, type EntityInfo, type LinkContext, nearest } from './context.ts';
import { isLostField } from './entity-index.ts';
import { type Declaration, mayHaveLost } from './module.ts';

/** What the parts of one test share. */
export interface TestPlace {
  readonly declaration: Declaration<'test'>;
  /** `test task_creation`. */
  readonly owner: string;
  /** The setup rows so far, by name; null where the entity is unknown. */
  readonly rows: Map<string, EntityInfo | null>;
  /** Why the test cannot run; the first reason is kept. */
  readonly reasons: string[];
}

/** Notes that a test cannot run where the entity lacks a field. */
export function checkTestField(
  context: LinkContext,
  { declaration, owner, reasons }: TestPlace,
  name: NameSyntax,
  entity: EntityInfo,
  verb: string,
): void {
  if (entity.fields.has(name.text) || isLostField(entity, name.text)) return;
  const entityName = entity.declaration.syntax.name.text;
  const near = nearest(context, name.text, entity.fields.keys());
  reasons.push(`entity ${entityName} has no field "${name.text}"`);
  complain(
    context,
    declaration,
    'DZL193',
    name.span,
    `${owner} ${verb} "${name.text}", which is not a field of entity ${entityName}; the test will be skipped`,
    near === undefined
      ? `add the field to entity ${entityName}, or remove it from the test`
      : `write "${near}"`,
  );
}

/** Reports a name that no setup line declares. */
export function reportUnknownRow(
  context: LinkContext,
  place: TestPlace,
  name: NameSyntax,
  verb: string,
  entity: EntityInfo | null = null,
): void {
  const names = [...place.rows.keys()];
  if (mayHaveLost(place.declaration.file, place.declaration.syntax, name.text)) return;
  const near = nearest(context, name.text, names);
  complain(
    context,
    place.declaration,
    'DZL178',
    name.span,
    `${place.owner} ${verb} "${name.text}", which its setup does not create`,
    near !== undefined
      ? `write "${near}"`
      : names.length === 0
        ? `add to setup: a line such as "${name.text}: create ${exampleRow(entity)}"`
        : `write one of: ${listNames(names)}`,
  );
}

/** `Person with name="Test"`: an entity with a text that it requires, or any text. */
function exampleRow(entity: EntityInfo | null): string {
  if (entity === null) return 'Task with title="Test"';
  const texts = [...entity.fields.values()].filter(
    ({ type }) => type?.kind === 'str' || type?.kind === 'text',
  );
  const field = texts.find(({ nullable }) => !nullable) ?? texts[0];
  return `${entity.declaration.syntax.name.text} with ${field?.name ?? 'name'}="Test"`;
}
