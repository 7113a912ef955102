import {
  countRenames,
  fitName,
  formerNames,
  ownerNote,
  printRules,
  schemaRules,
} from '../../../../lib/index.ts';
import type {
  AppSpec,
  FieldSpec,
  KeptTable,
  Rename,
  SchemaRules,
  TreeHookContext,
} from '../../../../lib/index.ts';
import { columnName, expressNames, fullColumnName } from '../../naming.ts';
import { schemaRenames } from './evolve.ts';
import { freshRenames } from './fresh-renames.ts';

/** Where each build notes what it asks of the rows. */
export const rulesPath = 'drizzle/rules.json';

/** What this build asks of the rows, by table and column. */
export function expressRules(spec: AppSpec): SchemaRules {
  const names = expressNames(spec);
  return schemaRules(spec.entities, {
    table: ({ name }) => names.entity(name).table,
    column: (_, field) => columnName(field),
  });
}

/** The note as a file, which says whose it is. */
export function printOwnRules(rules: SchemaRules): string {
  const lines = printRules(rules).replace(/^\{\n?/, '');
  const owner = `  "_owner": ${JSON.stringify(ownerNote._owner)}`;
  return `{\n${owner}${lines === '}' ? '\n' : ',\n'}${lines}\n`;
}

/** The entities that the last build had, as its note calls them; renames lead from the names of now to those of then. */
export function keptTables({
  existing,
  spec,
  renames,
}: Pick<TreeHookContext<object>, 'existing' | 'spec' | 'renames'>): KeptTable[] {
  const rules = readRules(existing.read(rulesPath));
  const fresh = freshRenames(spec, renames as readonly Rename[], existing, 'drizzle');
  const names = expressNames(spec);
  const tables = spec.entities.map(({ name }) => names.entity(name).table);
  const moved = schemaRenames(spec, fresh);
  const formerTables = traceNames(
    Object.keys(rules),
    tables,
    moved.filter(({ kind }) => kind === 'table'),
  );
  return spec.entities.flatMap((entity, index) => {
    const table = formerTables.get(tables[index]!);
    if (table === undefined) return [];
    const { columns, unique } = rules[table]!;
    const own = fresh.filter((rename) => rename.kind === 'field' && rename.entity === entity.name);
    const columnsNow = entity.fields.map((field) => columnName(field));
    const formerColumns = traceNames(
      Object.keys(columns),
      columnsNow,
      entity.fields.flatMap((field) => {
        const rename = own.find(({ to }) => to === field.name);
        const was = rename === undefined ? undefined : columnBefore(columns, field, rename.from);
        return was === undefined ? [] : [{ from: was, to: columnName(field) }];
      }),
    );
    const fields = new Map(
      entity.fields.flatMap((field) => {
        const column =
          formerColumns.get(columnName(field)) ??
          (own.some(({ to }) => to === field.name) ? undefined : columnBefore(columns, field, field.name));
        return column === undefined ? [] : [[field.name, { column, former: columns[column] }] as const];
      }),
    );
    return [{ entity, table, fields, unique, linkTable: (column) => fitName(`${table}_${column}`) }];
  });
}

/** The column that a field had under a name, whose type may have been another then. */
function columnBefore(columns: object, field: FieldSpec, name: string): string | undefined {
  const former = { ...field, name };
  return [columnName(former), fullColumnName(former), name, fitName(name), `${name}_id`].find((each) =>
    Object.hasOwn(columns, each),
  );
}

function traceNames(
  before: readonly string[],
  now: readonly string[],
  renames: readonly { readonly from: string; readonly to: string }[],
): Map<string, string> {
  const counted = countRenames(
    (name) => before.includes(name),
    (name) => now.includes(name),
    renames,
  );
  return formerNames(before, now, counted);
}

/** A note that two branches changed counts as none: what it was for is a look in advance. */
function readRules(text = '{}'): SchemaRules {
  try {
    const { _owner, ...rules } = JSON.parse(text) as SchemaRules & { readonly _owner?: string };
    return rules;
  } catch {
    return {};
  }
}
