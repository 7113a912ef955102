import {
  camel,
  diagnose,
  fitName,
  oncePerSpec,
  plural,
  shortenedName,
  snake,
  type AppSpec,
  type Diagnostic,
  type EntitySpec,
  type FieldSpec,
} from '../../lib/index.ts';
import { nameInSpec } from './code/safe-spec.ts';

/** JavaScript and SQL names of one entity. */
export interface ExpressEntityNames {
  /** SQL table: `support_ticket`. */
  readonly table: string;
  /** The exported table constant: `supportTickets`. */
  readonly tables: string;
  /** A variable for one record: `supportTicket`. */
  readonly record: string;
  /** Base name of the entity's modules: `support-ticket`; `PageNames.file` keeps it apart from shared modules. */
  readonly file: string;
}

/** The names of a spec's entities, and a warning for each name that had to differ from the spec's. */
export interface ExpressNames {
  entity(name: string): ExpressEntityNames;
  readonly warnings: readonly Diagnostic[];
}

const reservedTables = new Set(['auth_user', 'auth_session', 'sqlite_sequence', '__drizzle_migrations']);

const reservedWords = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this throw true try ' +
    'typeof undefined var void while with yield ' +
    'req res next router db config log schema table form values errors params query root z sql eq and or not asc desc index check text real numeric integer'
  ).split(' '),
);

/** Names every entity of a spec; computed once for each spec. */
export const expressNames = oncePerSpec(nameEntities);

/** The SQL column of a field: its `fullColumnName`, shortened to the 63 bytes that PostgreSQL takes. */
export function columnName(field: FieldSpec): string {
  return fitName(fullColumnName(field));
}

/**
 * A field's column name at its full length: the spec's name, with `_id` behind it for a ref (`author_id`). A field called
 * `__proto__` is the exception: its column has the name that `safeSpec` gives it, `proto_field`.
 */
export function fullColumnName(field: FieldSpec): string {
  const name = nameInSpec(field) === '__proto__' ? field.name : nameInSpec(field);
  return field.type.kind === 'ref' ? `${name}_id` : name;
}

function nameEntities(spec: AppSpec): ExpressNames {
  const warnings: Diagnostic[] = [];
  const taken = {
    tables: new Set(reservedTables),
    keys: new Set(['authUsers', 'authSessions']),
    records: new Set<string>(),
  };
  const entities = new Map(spec.entities.map((entity) => [entity.name, nameEntity(entity, taken, warnings)]));
  for (const entity of spec.entities) {
    for (const field of entity.fields) {
      if (nameInSpec(field) !== field.name) warnings.push(renamedField(entity, field));
      const column = columnName(field);
      if (field.type.kind !== 'many' && column !== fullColumnName(field))
        warnings.push(
          shortenedName(
            `field "${nameInSpec(field)}" of entity ${entity.name}`,
            field.place,
            `the column ${column}`,
          ),
        );
    }
  }
  return { entity: (name) => entities.get(name)!, warnings };
}

function nameEntity(
  entity: EntitySpec,
  taken: { tables: Set<string>; keys: Set<string>; records: Set<string> },
  warnings: Diagnostic[],
): ExpressEntityNames {
  const wanted = fitName(snake(entity.name));
  const table = claim(taken.tables, wanted, '_record', { reserved: new Set(), cut: fitName });
  if (table !== wanted) {
    warnings.push(
      diagnose('DZL360', {
        message: `entity ${entity.name} is kept in the table ${table}: ${wanted} is taken`,
        fix: 'nothing is needed; rename the entity if you want the table to be called as it is',
        place: entity.place,
      }),
    );
  }
  if (wanted !== snake(entity.name))
    warnings.push(shortenedName(`entity ${entity.name}`, entity.place, `the table ${table}`));
  const base = camel(entity.name);
  const tables = claim(taken.keys, plural(base) === base ? `${base}Rows` : plural(base), 'Table');
  const record = claim(
    taken.records,
    reservedWords.has(base) || base === tables ? `${base}Record` : base,
    'Record',
  );
  return { table, tables, record, file: table.replaceAll('_', '-') };
}

function renamedField(entity: EntitySpec, field: FieldSpec): Diagnostic {
  const isKept = field.type.kind !== 'many' && columnName(field) !== field.name;
  return diagnose('DZL370', {
    message: `field "${nameInSpec(field)}" of entity ${entity.name} cannot have this name in the Express application, which uses it otherwise; it becomes ${field.name}`,
    fix: isKept
      ? 'nothing has to be done: the database keeps the name of the spec; or choose another name in the spec'
      : 'nothing has to be done; or choose another name in the spec',
    place: field.place,
  });
}

function claim(
  taken: Set<string>,
  name: string,
  suffix: string,
  { reserved = reservedWords, cut = (long: string) => long } = {},
): string {
  let free = name;
  while (taken.has(free) || reserved.has(free)) free = cut(free + suffix);
  taken.add(free);
  return free;
}
