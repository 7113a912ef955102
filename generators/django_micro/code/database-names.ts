import { fitName, longestIdentifier } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';

/** The table of a model or entity: `app_task` for `Task`, shortened where that is too long for a database. */
export function tableOf(name: string): string {
  return fitName(`app_${name.toLowerCase()}`);
}

/** The link table of a `many`, named as Django would name it after the entity and field: `app_task_tags`. */
function linkTableOf(entity: string, field: string): string {
  return fitName(`app_${entity.toLowerCase()}_${field.toLowerCase()}`);
}

/**
 * Most characters in the name of an entity's model, so that every name that Django derives from it fits a
 * database: the table `app_<name>`, the link tables' columns `<name>_id` and, of a `many` to the entity
 * itself, `from_<name>_id`.
 */
export function longestClass({ name, fields }: EntitySpec): number {
  const isLinkedToItself = fields.some(({ type }) => type.kind === 'many' && type.entity === name);
  return longestIdentifier - (isLinkedToItself ? 'from__id' : 'app_').length;
}

/** Claims that `column` is the shortened form of a field's name, which is too long for a database. */
export function isShortened(field: FieldSpec, column: string): boolean {
  const full = field.type.kind === 'ref' ? `${field.name}_id` : field.name;
  return column === fitName(full) && column !== full;
}

/**
 * The `db_column` of a field (of a `many`, the `db_table` of its links), shortened if need be; null where
 * Django derives the same name by itself.
 *
 * @param taken columns of the table so far, in small letters; the field's own is added
 */
export function columnOf(
  entity: EntitySpec,
  field: FieldSpec,
  attribute: string,
  className: string,
  taken: Set<string>,
): string | null {
  if (field.type.kind === 'many') {
    const table = linkTableOf(entity.name, field.name);
    return table === `app_${className}_${attribute}`.toLowerCase() ? null : table;
  }
  const suffix = field.type.kind === 'ref' ? '_id' : '';
  const claims = entity.fields.map((other) =>
    other === field ? '' : `${other.name}${other.type.kind === 'ref' ? '_id' : ''}`.toLowerCase(),
  );
  const wanted = fitName(`${field.name}${suffix}`);
  // SQLite takes `Name` and `name` for one column: where two clash, this one is called after its attribute.
  const clashes =
    taken.has(wanted.toLowerCase()) || (attribute !== field.name && claims.includes(wanted.toLowerCase()));
  const column = clashes ? fitName(`${attribute}${suffix}`) : wanted;
  taken.add(column.toLowerCase());
  return column === `${attribute}${suffix}` ? null : column;
}
