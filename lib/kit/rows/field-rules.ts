import type { EntitySpec, FieldSpec, FieldType } from '../../spec/app-spec.ts';

/**
 * The rules that a build had for the values of one column, kept in a file for the next build. A rule that
 * does not apply is left out.
 */
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

/**
 * The rules that a build had for one table: for each column (a `many`, which has none, by its field's name),
 * and for several columns together.
 */
export interface TableRules {
  readonly columns: Readonly<Record<string, FieldRules>>;
  /** Lists of columns that were unique together. */
  readonly unique: readonly (readonly string[])[];
}

/** The rules of all tables, by the table's name. */
export type SchemaRules = Readonly<Record<string, TableRules>>;

/** The names that a backend gives to tables and columns. */
export interface TableNames {
  table(entity: EntitySpec): string;
  column(entity: EntitySpec, field: FieldSpec): string;
}

/** The rules of the tables of these entities, as the present spec states them. */
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
