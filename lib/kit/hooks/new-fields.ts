import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EntitySpec, FieldSpec } from '../../spec/app-spec.ts';

/** A field that the last build did not have, on an entity that it had. */
export interface NewField {
  readonly entity: EntitySpec;
  readonly field: FieldSpec;
  /** The entity's table as the last build called it. */
  readonly table: string;
}

/** Claims that no one value can fill the field in rows that are there already: it is a required ref, or required and unique. */
export function lacksValue({ type, unique, nullable, default: value, auto }: FieldSpec): boolean {
  const needsOwn = type.kind === 'ref' || (unique && type.kind !== 'many');
  return needsOwn && !nullable && value === null && auto === null && type.kind !== 'bool';
}

/**
 * DZL371 for each new field for which the rows that are there would have no value. `findFilled` says which of some tables
 * have rows; it is not asked where no field needs it.
 */
export async function newFieldsWithoutValue(
  newFields: readonly NewField[],
  findFilled: (tables: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly Diagnostic[]> {
  const suspects = newFields.filter(({ field }) => lacksValue(field));
  if (suspects.length === 0) return [];
  const filled = await findFilled([...new Set(suspects.map(({ table }) => table))]);
  return suspects
    .filter(({ table }) => filled.has(table))
    .map(({ entity, field }) => ({
      code: 'DZL371',
      severity: 'error',
      message: `the new field "${field.name}" of entity ${entity.name} is required${field.type.kind === 'ref' ? '' : ' and unique'}, but there are rows already, and no one value fits them all`,
      fix: 'make it optional first, build, fill it in, then make it required',
      place: field.place,
    }));
}

/** A variable of a `.env`, by its text; empty where it is not set there. */
export function variableIn(env: string | undefined, name: string): string {
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s#]*)`, 'm');
  return line.exec(env ?? '')?.[1] ?? '';
}
