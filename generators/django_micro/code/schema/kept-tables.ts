import { fitName, schemaRules } from '../../../../lib/index.ts';
import type { AppSpec, KeptTable, SchemaRules, TreeHookContext } from '../../../../lib/index.ts';
import { tableOf } from '../database-names.ts';
import { djangoNames } from '../../naming.ts';
import { traceOrigins } from './extend-history.ts';
import { readHistory } from './schema-history.ts';

/** What this build asks of the values in each table and column, as `app/schema_history.json` keeps it. */
export function djangoRules(spec: AppSpec): SchemaRules {
  const names = djangoNames(spec);
  return schemaRules(spec.entities, {
    table: ({ name }) => names.model(name).table ?? tableOf(names.model(name).className),
    column(entity, field) {
      const { attribute, column } = names.field(entity.name, field.name);
      return field.type.kind === 'many'
        ? attribute
        : (column ?? (field.type.kind === 'ref' ? `${attribute}_id` : attribute));
    },
  });
}

/**
 * The table and columns in the last build of each entity that it had, by `app/schema_history.json` and the
 * renames since. Empty where there is no history.
 */
export function keptTables({
  existing,
  spec,
  renames,
}: Pick<TreeHookContext<object>, 'existing' | 'spec' | 'renames'>): KeptTable[] {
  const former = readHistory(existing.read('app/schema_history.json'));
  if (former === null) return [];
  const origins = traceOrigins(former, spec, djangoNames(spec), renames);
  return spec.entities.flatMap((entity) => {
    const origin = origins.get(entity.name);
    if (origin === undefined) return [];
    const { table } = origin;
    const rules = former.rules?.[table];
    const fields = new Map(
      [...origin.fields].map(([name, attribute]) => {
        const was = origin.formerFields.get(name)!;
        const full = [attribute, `${attribute}_id`, was, `${was}_id`];
        const names = [...full, ...full.map((each) => fitName(each))];
        const column = names.find((each) => rules !== undefined && Object.hasOwn(rules.columns, each));
        return [name, { column: column ?? attribute, former: rules?.columns[column ?? ''] }];
      }),
    );
    const linkTable = (column: string): string => fitName(`${table}_${column}`);
    return [{ entity, table, fields, unique: rules?.unique ?? null, linkTable }];
  });
}
