import { isDeepStrictEqual } from 'node:util';
import { fitName } from '../../../../lib/index.ts';
import { copySnapshot, type Snapshot, type TableSnapshot } from './snapshot.ts';

/** The parts of a table's snapshot that hold its rules (constraints and indexes), each with a name. */
const ruleKinds = [
  'foreignKeys',
  'checkConstraints',
  'indexes',
  'uniqueConstraints',
  'compositePrimaryKeys',
] as const;

type Rules = Record<string, { name: string }>;

/**
 * Renames rules and sequences of which only the name differs in the next snapshot, as after a table or column was renamed:
 * `ALTER INDEX … RENAME` instead of dropping and creating. For PostgreSQL only.
 */
export function renameRules(
  snapshot: Snapshot,
  next: Snapshot,
): { snapshot: Snapshot; statements: string[] } {
  const renamed = copySnapshot(snapshot);
  const statements: string[] = [];
  // An index's name is unique across tables. Where two tables swap names, the wanted name is still held by the other one:
  // the rule is then dropped and created instead.
  const held = new Set(
    Object.values(renamed.tables).flatMap((table) =>
      ruleKinds.flatMap((kind) => Object.values(table[kind] as Rules).map(({ name }) => name)),
    ),
  );
  for (const [key, table] of Object.entries(renamed.tables)) {
    const target = next.tables[key];
    if (target === undefined) continue;
    for (const kind of ruleKinds) {
      const rules = table[kind] as Rules;
      const wanted = target[kind] as Rules;
      for (const rule of Object.values(rules)) {
        if (rule.name in wanted) continue;
        const twin = Object.values(wanted).find(
          (other) =>
            !held.has(other.name) && isDeepStrictEqual({ ...rule, name: '' }, { ...other, name: '' }),
        );
        if (twin === undefined) continue;
        statements.push(
          kind === 'indexes'
            ? `ALTER INDEX "${rule.name}" RENAME TO "${twin.name}";`
            : `ALTER TABLE "${table.name}" RENAME CONSTRAINT "${rule.name}" TO "${twin.name}";`,
        );
        delete rules[rule.name];
        rules[twin.name] = { ...twin };
        held.add(twin.name);
      }
    }
  }
  statements.push(...renameSequences(renamed, next));
  return { snapshot: renamed, statements };
}

/**
 * Renames foreign keys and composite primary keys of which only the name differs in the next snapshot. SQLite does not keep
 * these names, so no statement is needed.
 */
export function renameUnnamedKeys(snapshot: Snapshot, next: Snapshot): Snapshot {
  const renamed = copySnapshot(snapshot);
  for (const [key, table] of Object.entries(renamed.tables)) {
    for (const kind of ['foreignKeys', 'compositePrimaryKeys'] as const) {
      const rules = table[kind] as Rules;
      const wanted = Object.values((next.tables[key]?.[kind] ?? {}) as Rules);
      for (const rule of Object.values(rules)) {
        const twin = wanted.find((other) => isDeepStrictEqual({ ...rule, name: other.name }, other));
        if (twin === undefined || twin.name === rule.name) continue;
        delete rules[rule.name];
        rules[twin.name] = { ...twin };
      }
    }
  }
  return renamed;
}

/** Renames the sequences of identity columns as in the next snapshot; a swap goes through a third name, `…_moving`. */
function renameSequences(snapshot: Snapshot, next: Snapshot): string[] {
  const waiting = Object.entries(snapshot.tables).flatMap(([key, { columns }]) =>
    Object.entries(columns).flatMap(([name, { identity }]) => {
      const to = next.tables[key]?.columns[name]?.identity?.name;
      return identity && to !== undefined && identity.name !== to ? [{ identity, to }] : [];
    }),
  );
  const statements: string[] = [];
  const rename = (identity: { name: string }, to: string): void => {
    statements.push(`ALTER SEQUENCE "${identity.name}" RENAME TO "${to}";`);
    identity.name = to;
  };
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ to }) => !waiting.some(({ identity }) => identity.name === to));
    const { identity, to } = waiting[Math.max(ready, 0)]!;
    if (ready < 0) rename(identity, fitName(`${to}_moving`));
    else {
      rename(identity, to);
      waiting.splice(ready, 1);
    }
  }
  return statements;
}

/**
 * The snapshot without the rules that the next one lacks or defines differently, and without the foreign keys and checks on a
 * column whose type changes.
 */
export function withoutStaleRules(snapshot: Snapshot, next: Snapshot): Snapshot {
  const reduced = copySnapshot(snapshot);
  const retyped = new Set(retypedColumns(snapshot, next).map(({ table, column }) => `${table}.${column}`));
  for (const [key, table] of Object.entries(reduced.tables)) {
    const target = next.tables[key];
    for (const kind of ruleKinds) {
      const rules = table[kind] as Rules;
      for (const [name, rule] of Object.entries(rules)) {
        const stays = isDeepStrictEqual(rule, (target?.[kind] as Rules | undefined)?.[name]);
        if (!stays || standsOn(table, kind, name).some((column) => retyped.has(column))) delete rules[name];
      }
    }
  }
  return reduced;
}

/**
 * The columns, as `table.column`, that a foreign key or a check uses. None for other rules: PostgreSQL rebuilds those by itself
 * when a column's type changes.
 */
function standsOn(table: TableSnapshot, kind: (typeof ruleKinds)[number], name: string): string[] {
  if (kind === 'foreignKeys') {
    const { tableTo, columnsFrom, columnsTo } = table.foreignKeys[name]!;
    return [
      ...columnsFrom.map((column) => `${table.name}.${column}`),
      ...columnsTo.map((column) => `${tableTo}.${column}`),
    ];
  }
  if (kind !== 'checkConstraints') return [];
  const { value } = table.checkConstraints[name]!;
  return Object.keys(table.columns)
    .filter((column) => value.includes(`"${column}"`))
    .map((column) => `${table.name}.${column}`);
}

/** Gives columns the next snapshot's types. Existing values are cast; a value that cannot be cast makes the migration fail. */
export function retypeColumns(
  snapshot: Snapshot,
  next: Snapshot,
): { snapshot: Snapshot; statements: string[] } {
  const retyped = copySnapshot(snapshot);
  const statements: string[] = [];
  for (const { key, table, column, to } of retypedColumns(snapshot, next)) {
    const current = retyped.tables[key]!.columns[column]!;
    const alter = `ALTER TABLE "${table}" ALTER COLUMN "${column}"`;
    if (current.identity) statements.push(`${alter} DROP IDENTITY;`);
    if (current.default !== undefined) statements.push(`${alter} DROP DEFAULT;`);
    statements.push(`${alter} SET DATA TYPE ${to} USING ${castOf(column, current.type, to)};`);
    delete current.identity;
    delete current.default;
    current.type = to;
  }
  return { snapshot: retyped, statements };
}

function retypedColumns(
  snapshot: Snapshot,
  next: Snapshot,
): { key: string; table: string; column: string; to: string }[] {
  return Object.entries(snapshot.tables).flatMap(([key, { name, columns }]) =>
    Object.values(columns).flatMap((column) => {
      const target = next.tables[key]?.columns[column.name];
      if (target === undefined || target.type === column.type) return [];
      return [{ key, table: name, column: column.name, to: target.type }];
    }),
  );
}

/**
 * The SQL that casts a column to another type; a pair of types without a cast of its own goes through text. There is no cast to
 * `varchar(n)`, which would cut text that is too long: without it, PostgreSQL refuses that text.
 */
function castOf(column: string, from: string, to: string): string {
  const value = `"${column}"`;
  const isNumber = (type: string): boolean => /^(bigint|double|numeric)/.test(type);
  const isTime = (type: string): boolean => type.startsWith('timestamp');
  if (isNumber(from) && isNumber(to)) return `${value}::${to}`;
  if (isNumber(from) && to === 'boolean') return `${value} <> 0`;
  if (from === 'boolean' && isNumber(to)) return `${value}::int`;
  if (isTime(from) && to === 'date') return `(${value} at time zone 'UTC')::date`;
  if (from === 'date' && isTime(to)) return `${value}::timestamp at time zone 'UTC'`;
  if (isTime(from) && isTime(to)) return value;
  if (/^(text|varchar)/.test(to)) return `${value}::text`;
  return `${value}::text::${to}`;
}
