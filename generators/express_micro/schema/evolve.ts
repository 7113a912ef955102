import { snake, type AppSpec, type FieldSpec, type Rename } from '../../../lib/index.ts';
import { columnName, expressNames } from '../naming.ts';
import { linkTableNames } from './build-tables.ts';
import type { SchemaDialect } from './dialect.ts';
import type { FillValue } from './make-statements.ts';
import type { SchemaRename } from './rename-snapshot.ts';
import type { ColumnModel, TableModel } from './table-model.ts';

/** What the renames of the spec mean to the database, tables first, so that columns are found under their tables' new names. */
export function schemaRenames(spec: AppSpec, renames: readonly Rename[]): SchemaRename[] {
  const names = expressNames(spec);
  const entities = renames.filter((rename) => rename.kind === 'entity');
  const fields = renames.filter((rename) => rename.kind === 'field');
  const tables = entities.map(({ from, to }): SchemaRename => ({
    kind: 'table',
    from: snake(from),
    to: names.entity(to).table,
  }));
  const links: SchemaRename[] = [];
  const columns: SchemaRename[] = [];
  for (const entity of spec.entities) {
    const table = names.entity(entity.name).table;
    const oldTable = tableBefore(entity.name);
    for (const field of entity.fields) {
      const oldName =
        fields.find((rename) => rename.entity === entity.name && rename.to === field.name)?.from ??
        field.name;
      if (field.type.kind === 'many') {
        const link = linkTableNames(spec, entity, field);
        const target = tableBefore(field.type.entity);
        const isSelf = field.type.entity === entity.name;
        const oldLink = `${oldTable}_${oldName}`;
        if (oldLink !== link.name) links.push({ kind: 'table', from: oldLink, to: link.name });
        const [source, other] = isSelf
          ? [`from_${oldTable}_id`, `to_${oldTable}_id`]
          : [`${oldTable}_id`, `${target}_id`];
        if (source !== link.source)
          columns.push({ kind: 'column', table: link.name, from: source, to: link.source });
        if (other !== link.target)
          columns.push({ kind: 'column', table: link.name, from: other, to: link.target });
      } else if (oldName !== field.name) {
        columns.push({
          kind: 'column',
          table,
          from: columnName({ ...field, name: oldName } as FieldSpec),
          to: columnName(field),
        });
      }
    }
  }
  return [...tables, ...links, ...columns];

  function tableBefore(entity: string): string {
    const rename = entities.find(({ to }) => to === entity);
    return rename === undefined ? names.entity(entity).table : snake(rename.from);
  }
}

/** What existing rows get in a column that is required from now on: its default, else the empty value of its type or the first value of an enum; none for refs and unique fields. */
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
    default:
      return '0';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
