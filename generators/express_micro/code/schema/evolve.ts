import { fitName, snake, type AppSpec, type FieldSpec, type Rename } from '../../../../lib/index.ts';
import { columnName, expressNames, fullColumnName } from '../../naming.ts';
import { linkColumns, linkTableName, linkTableNames } from './build-tables.ts';
import type { SchemaDialect } from './dialect.ts';
import type { FillValue } from './make-statements.ts';
import type { SchemaRename } from './rename-snapshot.ts';
import type { ColumnModel, TableModel } from './table-model.ts';

/**
 * The renames of tables and columns that the renames of a spec lead to: tables first, because a column is looked up in its
 * table's new name. Early versions of dazzle did not shorten long names, so renames from the full to the shortened name are
 * included; a rename whose `from` is not in the database has no effect.
 */
export function schemaRenames(spec: AppSpec, renames: readonly Rename[]): SchemaRename[] {
  const names = expressNames(spec);
  const entities = renames.filter((rename) => rename.kind === 'entity');
  const fields = renames.filter((rename) => rename.kind === 'field');
  const tables: SchemaRename[] = [];
  const links: SchemaRename[] = [];
  const columns: SchemaRename[] = [];
  for (const entity of spec.entities) {
    const { table } = names.entity(entity.name);
    for (const from of differing(tablesBefore(entity.name), table))
      tables.push({ kind: 'table', from, to: table });
    for (const field of entity.fields) {
      const oldName =
        fields.find((rename) => rename.entity === entity.name && rename.to === field.name)?.from ??
        field.name;
      const rename = (on: string, was: readonly string[], to: string): void => {
        for (const from of differing(was, to)) columns.push({ kind: 'column', table: on, from, to });
      };
      if (field.type.kind === 'many') {
        const link = linkTableNames(spec, entity, field);
        const [was, target] = [tablesBefore(entity.name), tablesBefore(field.type.entity)];
        const isSelf = field.type.entity === entity.name;
        for (const from of differing(
          was.flatMap((each) => [linkTableName(each, oldName), `${each}_${oldName}`]),
          link.name,
        ))
          links.push({ kind: 'table', from, to: link.name });
        const ends = was.flatMap((each, index) => {
          const other = target[index] ?? target[0]!;
          return [linkColumns(each, other, isSelf), linkColumns(each, other, isSelf, (long) => long)];
        });
        rename(
          link.name,
          ends.map(([source]) => source),
          link.source,
        );
        rename(
          link.name,
          ends.map(([, other]) => other),
          link.target,
        );
      } else {
        const former = { ...field, name: oldName } as FieldSpec;
        const was =
          oldName === field.name ? [fullColumnName(field)] : [columnName(former), fullColumnName(former)];
        rename(table, was, columnName(field));
      }
    }
  }
  return [...tables, ...links, ...columns];

  /** The names that an entity's table may have so far: the shortened one first, then the full one of early versions. */
  function tablesBefore(entity: string): string[] {
    const rename = entities.find(({ to }) => to === entity);
    const full = snake(rename?.from ?? entity);
    const table = rename === undefined ? names.entity(entity).table : fitName(full);
    return fitName(full) === full ? [table] : [table, full];
  }
}

function differing(names: readonly string[], from: string): string[] {
  return [...new Set(names)].filter((name) => name !== from);
}

/**
 * Gives the value of existing rows in a column that becomes required: its default, else the first value of an enum, else the
 * bound of a number that excludes 0, else the empty value of its type (`''`, 0, the current time). Null for refs and unique
 * fields, for which no one value fits all rows.
 */
export function fillValueOf({ values }: SchemaDialect, tables: readonly TableModel[]): FillValue {
  return (table, name) => {
    const column = tables
      .find((candidate) => candidate.name === table)
      ?.columns.find((candidate) => candidate.name === name);
    return column === undefined || column.isUnique || column.references !== null
      ? null
      : emptyValue(column, values);
  };
}

function emptyValue(column: ColumnModel, values: SchemaDialect['values']): string {
  const { field, type, enumValues } = column;
  const given =
    column.default ?? (type === 'json' && field?.default?.kind === 'string' ? field.default.value : null);
  if (given !== null) return typeof given === 'string' ? quote(given) : String(given);
  if (enumValues !== null) return quote(enumValues[0]!);
  if (typeof field?.min === 'string' && Number(field.min) > 0) return field.min;
  if (typeof field?.max === 'string' && Number(field.max) < 0) return field.max;
  switch (type) {
    case 'timestamp':
      return values.now;
    case 'date':
      return values.today;
    case 'time':
      return `'00:00:00'`;
    case 'json':
      return `'{}'`;
    case 'uuid':
      return values.uuid;
    case 'text':
      return `''`;
    case 'integer':
    case 'real':
    case 'decimal':
    case 'boolean':
      return '0';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
