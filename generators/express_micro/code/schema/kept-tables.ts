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

/** The file in which each build keeps its rules for rows (types, bounds, NOT NULL, UNIQUE), for the next one to compare. */
export const rulesPath = 'drizzle/rules.json';

/** The rules that a spec sets for rows, by the names of its SQL tables and columns. */
export function expressRules(spec: AppSpec): SchemaRules {
  const names = expressNames(spec);
  return schemaRules(spec.entities, {
    table: ({ name }) => names.entity(name).table,
    column: (_, field) => columnName(field),
  });
}

/** The text of `rules.json`; its first key, `_owner`, says that the file is dazzle's. */
export function printOwnRules(rules: SchemaRules): string {
  const lines = printRules(rules).replace(/^\{\n?/, '');
  const owner = `  "_owner": ${JSON.stringify(ownerNote._owner)}`;
  return `{\n${owner}${lines === '}' ? '\n' : ',\n'}${lines}\n`;
}

/**
 * The entities whose tables the last build had too, each with that build's names and rules of its table and columns. The
 * renames made since then are followed back.
 */
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

/**
 * The column of the last build for a field called `name` then; undefined where there was none. Since the type may have changed
 * (`author` to a ref, `author_id`), all names that a field can have are tried.
 */
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

/** The rules of the last build; none where the file is not JSON (git's conflict markers): rows are not checked then. */
function readRules(text = '{}'): SchemaRules {
  try {
    const { _owner, ...rules } = JSON.parse(text) as SchemaRules & { readonly _owner?: string };
    return rules;
  } catch {
    return {};
  }
}
