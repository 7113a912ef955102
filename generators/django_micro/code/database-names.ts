import { fitName, longestIdentifier } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';

/** The table of a model of this name: Django's own, as far as a database takes it. */
export function tableOf(name: string): string {
  return fitName(`app_${name.toLowerCase()}`);
}

/** The table of links of a field. */
function linkTableOf(entity: string, field: string): string {
  return fitName(`app_${entity.toLowerCase()}_${field.toLowerCase()}`);
}

/**
 * How long a model's name may be: Django calls its table and the columns of links to it after it, `app_…` and `…_id`, and those
 * of links to itself `from_…_id`.
 */
export function longestClass({ name, fields }: EntitySpec): number {
  const isLinkedToItself = fields.some(({ type }) => type.kind === 'many' && type.entity === name);
  return longestIdentifier - (isLinkedToItself ? 'from__id' : 'app_').length;
}

/** Claims that a column is called otherwise because the field's name is too long. */
export function isShortened(field: FieldSpec, column: string): boolean {
  const full = field.type.kind === 'ref' ? `${field.name}_id` : field.name;
  return column === fitName(full) && column !== full;
}

/** `db_column` or `db_table` of a field where Django's own would be another or too long; else null. `taken`: the table's columns so far. */
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
  // Columns are not case-sensitive in SQLite: two that differ only so fall back to the attribute's name.
  const clashes =
    taken.has(wanted.toLowerCase()) || (attribute !== field.name && claims.includes(wanted.toLowerCase()));
  const column = clashes ? fitName(`${attribute}${suffix}`) : wanted;
  taken.add(column.toLowerCase());
  return column === `${attribute}${suffix}` ? null : column;
}
