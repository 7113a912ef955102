import { schemaRules, snake } from '../../../lib/index.ts';
import type { AppSpec, KeptTable, SchemaRules, TreeHookContext } from '../../../lib/index.ts';
import { columnName, expressNames } from '../naming.ts';

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

/** The entities that the last build had, as its note calls them; renames lead from the names of now to those of then. */
export function keptTables({
  existing,
  spec,
  renames,
}: Pick<TreeHookContext<object>, 'existing' | 'spec' | 'renames'>): KeptTable[] {
  const rules = readRules(existing.read(rulesPath));
  const formerNames = (kind: 'entity' | 'field', now: string, entity?: string): string[] =>
    renames
      .filter((rename) => rename.kind === kind && rename.to === now)
      .filter((rename) => rename.kind === 'entity' || rename.entity === entity)
      .map(({ from }) => from);
  return spec.entities.flatMap((entity) => {
    const candidates = [expressNames(spec).entity(entity.name).table];
    candidates.push(...formerNames('entity', entity.name).map(snake));
    const table = candidates.find((name) => Object.hasOwn(rules, name));
    if (table === undefined) return [];
    const { columns, unique } = rules[table]!;
    const fields = new Map(
      entity.fields.flatMap((field) => {
        const names = [field.name, ...formerNames('field', field.name, entity.name)];
        const column = names
          .flatMap((name) => [columnName({ ...field, name }), name, `${name}_id`])
          .find((name) => Object.hasOwn(columns, name));
        return column === undefined ? [] : [[field.name, { column, former: columns[column] }] as const];
      }),
    );
    return [{ entity, table, fields, unique, linkTable: (column) => `${table}_${column}` }];
  });
}

/** A note that two branches changed counts as none: what it was for is a look in advance. */
function readRules(text = '{}'): SchemaRules {
  try {
    return JSON.parse(text) as SchemaRules;
  } catch {
    return {};
  }
}
