import type { ColumnModel, TableModel } from './table-model.ts';

/** What `src/db/schema.js` imports: names from drizzle-orm (`sql`) and from `dialect.js`, and whether it makes uuid keys. */
export interface SchemaImports {
  readonly drizzle: readonly string[];
  readonly dialect: readonly string[];
  readonly needsRandomId: boolean;
}

/** The drizzle code of a column: `text('title', { length: 200 }).notNull()`. */
export function writeColumn(column: ColumnModel, tableKeys: ReadonlyMap<string, TableModel>): string {
  const parts = [`${builderOf(column)}(${[quote(column.name), ...columnOptions(column)].join(', ')})`];
  if (column.isPrimaryKey && !column.isAutoIncrement) parts.push('primaryKey()');
  if (column.isNotNull && !column.isPrimaryKey) parts.push('notNull()');
  if (column.isUnique) parts.push(`unique(${column.uniqueName ? quote(column.uniqueName) : ''})`);
  if (column.default !== null) parts.push(`default(${JSON.stringify(column.default)})`);
  parts.push(...programDefaults(column));
  const { references } = column;
  if (references !== null && references.name === undefined) {
    const target = targetOf(references, tableKeys);
    parts.push(`references(() => ${target}, { onDelete: ${quote(references.onDelete)} })`);
  }
  return parts.join('.');
}

/**
 * The code of a foreign key with a shortened name, as a constraint of its table; null for other columns, whose foreign key
 * `writeColumn` writes as `references(…)`.
 */
export function writeForeignKey(
  { key, references }: ColumnModel,
  tableKeys: ReadonlyMap<string, TableModel>,
): string | null {
  if (references?.name === undefined) return null;
  const { name, onDelete } = references;
  const ends = `columns: [table.${key}], foreignColumns: [${targetOf(references, tableKeys)}]`;
  return `foreignKey({ name: ${quote(name)}, ${ends} }).onDelete(${quote(onDelete)})`;
}

function targetOf(
  { table, column }: NonNullable<ColumnModel['references']>,
  tableKeys: ReadonlyMap<string, TableModel>,
): string {
  const target = tableKeys.get(table)!;
  return `${target.key}.${target.columns.find(({ name }) => name === column)!.key}`;
}

/** The imports that these tables need. */
export function schemaImports(tables: readonly TableModel[]): SchemaImports {
  const columns = tables.flatMap((table) => table.columns);
  const has = (claim: (table: TableModel) => boolean): boolean => tables.some(claim);
  const names = new Set<string>([...(tables.length === 0 ? [] : ['defineTable']), ...columns.map(builderOf)]);
  if (has(({ checks }) => checks.length > 0)) names.add('check');
  if (columns.some(({ references }) => references?.name !== undefined)) names.add('foreignKey');
  if (has(({ indexes }) => indexes.some((index) => !index.isUnique))) names.add('index');
  if (has(({ indexes }) => indexes.some((index) => index.isUnique))) names.add('uniqueIndex');
  if (has(({ primaryKey }) => primaryKey.length > 0)) names.add('primaryKey');
  return {
    drizzle: names.has('check') ? ['sql'] : [],
    dialect: [...names].sort(),
    needsRandomId: columns.some(isRandomId),
  };
}

/** The function of `src/db/dialect.js` that makes a column; `identity` is a whole number that the database counts up. */
function builderOf({ type, isAutoIncrement }: ColumnModel): string {
  return isAutoIncrement ? 'identity' : type;
}

function columnOptions(column: ColumnModel): string[] {
  if (column.isAutoIncrement) return column.sequenceName ? [quote(column.sequenceName)] : [];
  const options = [
    ...(column.length === null ? [] : [`length: ${column.length}`]),
    ...(column.precision === null ? [] : [`precision: ${column.precision}, scale: ${column.scale}`]),
    ...(column.enumValues === null ? [] : [`enum: [${column.enumValues.map(quote).join(', ')}]`]),
  ];
  return options.length === 0 ? [] : [`{ ${options.join(', ')} }`];
}

/** The code of values that drizzle fills in: uuid keys, `auto_*` times, and defaults that depend on the clock or time zone. */
function programDefaults(column: ColumnModel): string[] {
  const { field } = column;
  if (field === null) return [];
  if (isRandomId(column)) return ['$defaultFn(() => randomUUID())'];
  const current =
    field.type.kind === 'datetime' ? 'new Date()' : field.type.kind === 'date' ? 'today()' : 'timeOfDay()';
  if (field.auto === 'add') return [`$defaultFn(() => ${current})`];
  if (field.auto === 'update') return [`$defaultFn(() => ${current})`, `$onUpdateFn(() => ${current})`];
  if (field.default?.kind === 'now' || field.default?.kind === 'today')
    return [`$defaultFn(() => ${current})`];
  if (field.default?.kind === 'string' && field.type.kind === 'datetime')
    return [`$defaultFn(() => fromLocal(${quote(field.default.value)}))`];
  return [];
}

function isRandomId({ field, isPrimaryKey }: ColumnModel): boolean {
  return isPrimaryKey && field?.type.kind === 'uuid';
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
