import {
  defaultOf,
  fieldKind,
  fitName,
  keyField,
  maxLength,
  pascal,
  type AppSpec,
  type ConstraintSpec,
  type EntitySpec,
  type FieldSpec,
  type StorageKind,
} from '../../../../lib/index.ts';
import { columnName, expressNames } from '../../naming.ts';
import { nameRules } from './rule-names.ts';
import type { CheckModel, ColumnModel, ColumnType, IndexModel, TableModel } from './table-model.ts';

/** The tables of the application in the spec's order: each entity's, followed by a link table for each of its `many` fields. */
export function buildTables(spec: AppSpec): TableModel[] {
  return spec.entities
    .flatMap((entity) => [
      entityTable(spec, entity),
      ...entity.fields
        .filter((field) => field.type.kind === 'many')
        .map((field) => linkTable(spec, entity, field)),
    ])
    .map(nameRules);
}

/** The name of a `many` field's link table, `ticket_tags` for the table `ticket` and the field `tags`, shortened to 63 bytes. */
export function linkTableName(table: string, field: string): string {
  return fitName(`${table}_${field}`);
}

/**
 * The two columns of a link table: `ticket_id` and `tag_id`, or `from_ticket_id` and `to_ticket_id` where an entity links to
 * itself. `cut` shortens their names.
 */
export function linkColumns(
  table: string,
  target: string,
  isSelf: boolean,
  cut: (name: string) => string = fitName,
): [string, string] {
  return isSelf
    ? [cut(`from_${table}_id`), cut(`to_${table}_id`)]
    : [cut(`${table}_id`), cut(`${target}_id`)];
}

/**
 * The names of a `many` field's link table: `name` in SQL, `key` the exported constant, `source` and `target` its columns. A
 * name that an entity has already gets `_links` (`key`: `Links`) behind it.
 */
export function linkTableNames(
  spec: AppSpec,
  entity: EntitySpec,
  field: FieldSpec,
): { name: string; key: string; source: string; target: string } {
  const names = expressNames(spec);
  const target = (field.type as { entity: string }).entity;
  const { table, tables } = names.entity(entity.name);
  const isSelf = target === entity.name;
  const tableNames = new Set(spec.entities.map((each) => names.entity(each.name).table));
  const keys = new Set(spec.entities.map((each) => names.entity(each.name).tables));
  const name = linkTableName(table, field.name);
  const [source, other] = linkColumns(table, names.entity(target).table, isSelf);
  const key = `${tables}${pascal(field.name)}`;
  return {
    name: tableNames.has(name) ? fitName(`${name}_links`) : name,
    key: keys.has(key) ? `${key}Links` : key,
    source,
    target: other,
  };
}

function entityTable(spec: AppSpec, entity: EntitySpec): TableModel {
  const names = expressNames(spec).entity(entity.name);
  const columns = entity.fields
    .filter((field) => field.type.kind !== 'many')
    .map((field) => entityColumn(spec, field));
  const declared = entity.constraints.map((constraint) => constraintIndex(entity, names.table, constraint));
  const covered = new Set(declared.map((index) => index.columns[0]));
  const references = columns
    .filter(
      (column) =>
        column.references !== null && !column.isUnique && !column.isPrimaryKey && !covered.has(column.name),
    )
    .map((column): IndexModel => ({
      name: fitName(`${names.table}_${column.name}_idx`),
      isUnique: false,
      columns: [column.name],
    }));
  return {
    entity: entity.name,
    name: names.table,
    key: names.tables,
    columns,
    primaryKey: [],
    indexes: [...declared, ...references],
    checks: columns.flatMap((column) => columnChecks(names.table, column)),
  };
}

function entityColumn(spec: AppSpec, field: FieldSpec): ColumnModel {
  const target =
    field.type.kind === 'ref'
      ? spec.entities.find((entity) => entity.name === (field.type as { entity: string }).entity)
      : undefined;
  const stored = target === undefined ? field : storedKey(spec, target);
  return {
    name: columnName(field),
    key: field.name,
    ...storageOf(stored),
    isNotNull: !field.nullable,
    isPrimaryKey: field.primaryKey,
    isAutoIncrement: field.primaryKey && field.type.kind === 'int',
    isUnique: field.unique && !field.primaryKey,
    default: databaseDefault(field),
    enumValues: field.type.kind === 'enum' ? field.type.values : null,
    references:
      target === undefined
        ? null
        : {
            table: expressNames(spec).entity(target.name).table,
            column: columnName(keyField(target)),
            onDelete: field.nullable ? 'set null' : 'restrict',
          },
    field,
  };
}

/** The field whose type an entity's key is stored as: the key itself, or where that is a ref, the key that it leads to. */
function storedKey(spec: AppSpec, entity: EntitySpec, seen: readonly string[] = []): FieldSpec {
  const key = keyField(entity);
  const target = key.type.kind === 'ref' && !seen.includes(entity.name) ? key.type.entity : null;
  const next = spec.entities.find((candidate) => candidate.name === target);
  return next === undefined ? key : storedKey(spec, next, [...seen, entity.name]);
}

/** A ref's column has the type of its target's key (`storedKey`), and a `many` field has a link table instead of a column. */
const columnTypes: Readonly<Record<StorageKind, ColumnType>> = {
  varchar: 'text',
  text: 'text',
  integer: 'integer',
  double: 'real',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  timestamp: 'timestamp',
  uuid: 'uuid',
  json: 'json',
  key: 'text',
  links: 'text',
};

function storageOf(field: FieldSpec): Pick<ColumnModel, 'type' | 'length' | 'precision' | 'scale'> {
  const { precision, scale } = field.type.kind === 'decimal' ? field.type : { precision: null, scale: null };
  // Keep this order of the properties: `fingerprintOf` hashes them, and another order would look like a changed schema.
  return { length: maxLength(field), precision, scale, type: columnTypes[fieldKind(field).storage] };
}

/**
 * The default that the database itself applies; null where there is none, or where only the application does: `today`, `now`,
 * and any default of a json or datetime field.
 */
function databaseDefault(field: FieldSpec): string | number | boolean | null {
  const value = defaultOf(field);
  if (value === null || value.kind === 'today' || value.kind === 'now') return null;
  if (field.type.kind === 'json' || field.type.kind === 'datetime') return null;
  if (value.kind === 'number' && field.type.kind === 'decimal') return value.text;
  return storedDefault(field.type.kind, value.value);
}

/** A default as the database stores it: a time gets seconds, `09:30` becomes `09:30:00`. */
export function storedDefault<T extends string | number | boolean>(
  kind: FieldSpec['type']['kind'],
  value: T,
): T | string {
  return kind === 'time' && typeof value === 'string' && value.length === 5 ? `${value}:00` : value;
}

function constraintIndex(entity: EntitySpec, table: string, constraint: ConstraintSpec): IndexModel {
  const columns = constraint.fields.map(({ field }) =>
    columnName(entity.fields.find((candidate) => candidate.name === field)!),
  );
  return {
    name: fitName(`${table}_${columns.join('_')}_${constraint.kind === 'unique' ? 'key' : 'idx'}`),
    isUnique: constraint.kind === 'unique',
    columns,
  };
}

function columnChecks(table: string, column: ColumnModel): CheckModel[] {
  const { field, enumValues } = column;
  const checks: CheckModel[] = [];
  const add = (name: string, sql: string): void =>
    void checks.push({ name: fitName(`${table}_${column.name}_${name}`), sql });
  if (enumValues !== null)
    add('choice', `"${column.name}" in (${enumValues.map((value) => `'${value}'`).join(', ')})`);
  if (typeof field?.min === 'string') add('min', `"${column.name}" >= ${field.min}`);
  if (typeof field?.max === 'string') add('max', `"${column.name}" <= ${field.max}`);
  return checks;
}

function linkTable(spec: AppSpec, entity: EntitySpec, field: FieldSpec): TableModel {
  const names = expressNames(spec);
  const { name, key, source, target } = linkTableNames(spec, entity, field);
  const targetEntity = spec.entities.find(
    (candidate) => candidate.name === (field.type as { entity: string }).entity,
  )!;
  const column = (columnKey: string, to: EntitySpec): ColumnModel => ({
    name: columnKey,
    key: columnKey,
    ...storageOf(storedKey(spec, to)),
    isNotNull: true,
    isPrimaryKey: false,
    isAutoIncrement: false,
    isUnique: false,
    default: null,
    enumValues: null,
    references: { table: names.entity(to.name).table, column: columnName(keyField(to)), onDelete: 'cascade' },
    field: null,
  });
  return {
    entity: null,
    name,
    key,
    columns: [column(source, entity), column(target, targetEntity)],
    primaryKey: [source, target],
    indexes: [{ name: fitName(`${name}_${target}_idx`), isUnique: false, columns: [target] }],
    checks: [],
  };
}
