import { fitName } from '../../../../lib/index.ts';
import type { ColumnModel, TableModel } from './table-model.ts';

/** The table with a shortened name for each constraint and sequence whose drizzle name is longer than 63 bytes. */
export function nameRules(table: TableModel): TableModel {
  const primaryKey = ownName(table.primaryKey.length > 0, [table.name, ...table.primaryKey, 'pk']);
  return {
    ...table,
    columns: table.columns.map((column) => nameColumnRules(table.name, column)),
    ...(primaryKey === null ? {} : { primaryKeyName: primaryKey }),
  };
}

function nameColumnRules(table: string, column: ColumnModel): ColumnModel {
  const { name, references } = column;
  const unique = ownName(column.isUnique, [table, name, 'unique']);
  const sequence = ownName(column.isAutoIncrement, [table, name, 'seq']);
  const key = references && ownName(true, [table, name, references.table, references.column, 'fk']);
  return {
    ...column,
    ...(unique === null ? {} : { uniqueName: unique }),
    ...(sequence === null ? {} : { sequenceName: sequence }),
    ...(references === null || key === null ? {} : { references: { ...references, name: key } }),
  };
}

/** The shortened form of drizzle's name, which is `parts` joined by `_`; null where that fits, or nothing is to be named. */
function ownName(isThere: boolean, parts: readonly string[]): string | null {
  const name = parts.join('_');
  const fitted = fitName(name);
  return isThere && fitted !== name ? fitted : null;
}
