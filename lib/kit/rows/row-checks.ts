import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { keyField } from '../fields/entity-fields.ts';
import { lacksValue, lostType, misfitsOf, typeName, valueForRows } from './field-checks.ts';
import type { FieldRules } from './field-rules.ts';
import type { RowsDialect } from './value-conditions.ts';

/**
 * An entity that the last build had, too. Its table and columns are called as in that build, since the
 * database still has those names.
 */
export interface KeptTable {
  readonly entity: EntitySpec;
  readonly table: string;
  /**
   * The columns, by the present name of the field; a new field has no entry. `former`: the rules of the last
   * build; undefined where it kept none.
   */
  readonly fields: ReadonlyMap<string, { readonly column: string; readonly former: FieldRules | undefined }>;
  /** Lists of columns that were unique together; null where the last build kept no rules. */
  readonly unique: readonly (readonly string[])[] | null;
  /** The join table of a `many` of the last build, by the name that `fields` has for its column. */
  linkTable(column: string): string;
}

/** A query for the database, and the diagnostic that its result leads to. */
export interface RowCheck {
  /** Returns one number: how many rows are affected. */
  readonly sql: string;
  /** The diagnostic for a number above 0; `where` is `the database of <backend>`. */
  tell(count: number, where: string): Diagnostic;
}

const letGo = 'or remove it in one build and add it in the next, where the values may go';
const moveOver =
  'add a field of another name for the new type, build, move the values over, then remove the old one';

/** All checks that the changes since the last build make necessary. */
export function rowChecks(dialect: RowsDialect, kept: readonly KeptTable[]): RowCheck[] {
  return kept.flatMap((table) => [
    ...table.entity.fields.flatMap((field) => {
      const before = table.fields.get(field.name);
      if (before === undefined) return newFieldChecks(table, field);
      return before.former === undefined
        ? []
        : changedFieldChecks(dialect, kept, table, field, before.column, before.former);
    }),
    ...togetherChecks(table),
  ]);
}

function newFieldChecks(table: KeptTable, field: FieldSpec): RowCheck[] {
  const { entity } = table;
  const sql = `select count(*) from "${table.table}"`;
  if (lacksValue(field)) {
    const kind = field.type.kind === 'ref' ? '' : ' and unique';
    const tell = (_: number, where: string): Diagnostic =>
      diagnose('DZL371', {
        message: `the new field "${field.name}" of entity ${entity.name} is required${kind}, but there are rows already in ${where}, and no one value fits them all`,
        fix: 'make it optional first, build, fill it in, then make it required',
        place: field.place,
      });
    return [{ sql, tell }];
  }
  const isStated = field.default === null && !['bool', 'many'].includes(field.type.kind);
  if (!isStated || field.nullable || field.primaryKey) return [];
  return [
    {
      sql,
      tell: (count, where) => stateValue(entity, field, `${rows(count)} of ${where}`, 'is new and required'),
    },
  ];
}

function changedFieldChecks(
  dialect: RowsDialect,
  kept: readonly KeptTable[],
  table: KeptTable,
  field: FieldSpec,
  column: string,
  former: FieldRules,
): RowCheck[] {
  const subject = subjectOf(table.entity, field);
  const value = `"${table.table}"."${column}"`;
  const countRows = (condition: string): string =>
    `select count(*) from "${table.table}" where ${value} ${condition}`;
  const lost = lostType(field, former);
  if (lost !== null) {
    const isMany = former.type.kind === 'many';
    const reason = `what was ${typeName(former.type)} does not become ${lost} by itself`;
    return [
      {
        sql: isMany ? countLinks(table, column) : countRows('is not null'),
        tell: (count, where) =>
          misfit(
            subject,
            `${isMany ? links(count) : rows(count)} of ${where}`,
            reason,
            `${moveOver}; ${letGo}`,
          ),
      },
    ];
  }
  const checks: RowCheck[] = misfitsOf(dialect, field, former, value).map(({ condition, reason }) => ({
    sql: countRows(`is not null and ${condition}`),
    tell: (count, where) => misfit(subject, `${rows(count)} of ${where}`, reason),
  }));
  checks.push(...targetChecks(kept, table, field, column, former));
  if (field.primaryKey && former.primaryKey !== true) {
    const reason = 'they are known by another key';
    const fix = 'keep the key that it has, and make this field unique instead';
    checks.push({
      sql: countRows('is not null'),
      tell: (count, where) => misfit(subject, `${rows(count)} of ${where}`, reason, fix),
    });
  }
  if (former.nullable === true && !field.nullable) {
    const reason = 'no value, and no one value fits them all';
    const fix = 'leave it optional, fill it in in these rows, then make it required';
    checks.push({
      sql: countRows('is null'),
      tell: (count, where) =>
        lacksValue(field)
          ? misfit(subject, `${rows(count)} of ${where}`, reason, fix)
          : stateValue(table.entity, field, `${rows(count)} of ${where}`, 'is required now'),
    });
  }
  if (field.unique && former.unique !== true && former.primaryKey !== true)
    checks.push(duplicateCheck(table, subject, [column]));
  return checks;
}

/**
 * The check of a ref or many whose target table changed: the keys in the rows must exist in the new target
 * table; no link of a many can stay.
 */
function targetChecks(
  kept: readonly KeptTable[],
  table: KeptTable,
  field: FieldSpec,
  column: string,
  former: FieldRules,
): RowCheck[] {
  const { type } = field;
  if ((type.kind !== 'ref' && type.kind !== 'many') || former.target === undefined) return [];
  const target = kept.find(({ entity }) => entity.name === type.entity);
  if (target?.table === former.target) return [];
  const subject = subjectOf(table.entity, field);
  if (type.kind === 'many') {
    const tell = (count: number, where: string): Diagnostic =>
      misfit(
        subject,
        `${links(count)} of ${where}`,
        `they lead to no ${type.entity}`,
        `${moveOver}; ${letGo}`,
      );
    return [{ sql: countLinks(table, column), tell }];
  }
  const value = `"${table.table}"."${column}"`;
  const key = target?.fields.get(keyField(target.entity).name)?.column;
  const isMissing =
    key === undefined
      ? ''
      : ` and not exists (select 1 from "${target!.table}" as other where other."${key}" = ${value})`;
  return [
    {
      sql: `select count(*) from "${table.table}" where ${value} is not null${isMissing}`,
      tell: (count, where) =>
        misfit(subject, `${rows(count)} of ${where}`, `no ${type.entity} has the key that they name`),
    },
  ];
}

function togetherChecks(table: KeptTable): RowCheck[] {
  const before = table.unique;
  if (before === null) return [];
  return table.entity.constraints.flatMap(({ kind, fields: keys, place }) => {
    const names = keys.map(({ field }) => field);
    const isFree = ({ name, nullable }: FieldSpec): boolean =>
      nullable && names.includes(name) && !table.fields.has(name);
    // A new optional field is null in all rows, and a null violates no unique constraint.
    if (kind !== 'unique' || table.entity.fields.some(isFree)) return [];
    const columns = names.flatMap((name) => table.fields.get(name)?.column ?? []);
    const isOld = before.some(
      (other) => other.length === names.length && other.every((column) => columns.includes(column)),
    );
    if (isOld || columns.length === 0) return [];
    const name = `what is unique in entity ${table.entity.name} (${names.join(', ')})`;
    return duplicateCheck(table, { name, place }, columns);
  });
}

function duplicateCheck({ table }: KeptTable, subject: Subject, columns: readonly string[]): RowCheck {
  const quoted = columns.map((column) => `"${table}"."${column}"`);
  const filled = quoted.map((column) => `${column} is not null`).join(' and ');
  const groups = `select count(*) as n from "${table}" where ${filled} group by ${quoted.join(', ')} having count(*) > 1`;
  return {
    sql: `select coalesce(sum(twice.n), 0) from (${groups}) as twice`,
    tell: (count, where) =>
      misfit(subject, `${rows(count)} of ${where}`, 'the value of each stands in another one too'),
  };
}

function countLinks(table: KeptTable, column: string): string {
  return `select count(*) from "${table.linkTable(column)}"`;
}

/** What a message is about: `the field "title" of entity Book`. */
interface Subject {
  readonly name: string;
  readonly place: Place;
}

function subjectOf(entity: EntitySpec, { name, place }: FieldSpec): Subject {
  return { name: `the field "${name}" of entity ${entity.name}`, place };
}

function misfit(
  subject: Subject,
  what: string,
  reason: string,
  fix = 'change these rows first, or take this change of the spec back',
): Diagnostic {
  return diagnose('DZL372', {
    message: `${subject.name} changed, and does not fit ${what}: ${reason}`,
    fix,
    place: subject.place,
  });
}

function stateValue(entity: EntitySpec, field: FieldSpec, what: string, why: string): Diagnostic {
  return diagnose('DZL373', {
    message: `${subjectOf(entity, field).name} ${why}: ${what} without a value will get ${valueForRows(field)}`,
    fix: 'where that is not what you want, leave it optional, fill it in, then make it required',
    place: field.place,
  });
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function links(count: number): string {
  return `${count} ${count === 1 ? 'link' : 'links'}`;
}
