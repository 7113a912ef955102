import type { EntitySpec, FieldSpec, FieldType } from '../../spec/app-spec.ts';

/** What a build asked of the values of one field, as small as a record of that build can keep it. */
export interface FieldRules {
  readonly type: FieldType;
  readonly primaryKey?: true;
  readonly nullable?: true;
  readonly unique?: true;
  readonly min?: string;
  readonly max?: string;
  /** The table that a `ref` or `many` refers to. */
  readonly target?: string;
}

/** What a build asked of one table: of each column (a `many` by its field's name), and of several columns together. */
export interface TableRules {
  readonly columns: Readonly<Record<string, FieldRules>>;
  /** Columns that were unique together. */
  readonly unique: readonly (readonly string[])[];
}

/** The rules of all tables, by name. */
export type SchemaRules = Readonly<Record<string, TableRules>>;

/** How a backend calls tables and columns. */
export interface TableNames {
  table(entity: EntitySpec): string;
  column(entity: EntitySpec, field: FieldSpec): string;
}

/** The rules that a spec's entities have now. */
export function schemaRules(entities: readonly EntitySpec[], names: TableNames): SchemaRules {
  const tables = new Map(entities.map((entity) => [entity.name, names.table(entity)]));
  return Object.fromEntries(
    entities.map((entity) => {
      const columns = new Map(entity.fields.map((field) => [field.name, names.column(entity, field)]));
      const rules = entity.fields.map((field) => [columns.get(field.name)!, rulesOf(field, tables)] as const);
      const unique = entity.constraints
        .filter(({ kind }) => kind === 'unique')
        .map(({ fields }) => fields.map(({ field }) => columns.get(field)!));
      return [tables.get(entity.name)!, { columns: Object.fromEntries(rules), unique }];
    }),
  );
}

function rulesOf(field: FieldSpec, tables: ReadonlyMap<string, string>): FieldRules {
  const { type, min, max } = field;
  const target = 'entity' in type ? tables.get(type.entity) : undefined;
  return {
    type,
    ...(field.primaryKey ? { primaryKey: true } : {}),
    ...(field.nullable && type.kind !== 'many' ? { nullable: true } : {}),
    ...(field.unique ? { unique: true } : {}),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(target === undefined ? {} : { target }),
  };
}

/** The rules as a JSON object, a line for each column, so that versions merge line by line. */
export function printRules(rules: SchemaRules, indent = ''): string {
  const tables = Object.entries(rules).map(([table, { columns, unique }]) => {
    const lines = Object.entries(columns).map(
      ([column, rule]) => `${indent}      ${JSON.stringify(column)}: ${JSON.stringify(rule)}`,
    );
    return [
      `${indent}  ${JSON.stringify(table)}: {`,
      `${indent}    "columns": {`,
      lines.join(',\n'),
      `${indent}    },`,
      `${indent}    "unique": ${JSON.stringify(unique)}`,
      `${indent}  }`,
    ].join('\n');
  });
  return tables.length === 0 ? '{}' : `{\n${tables.join(',\n')}\n${indent}}`;
}
