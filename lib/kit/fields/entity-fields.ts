import type { EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { fieldKinds } from './field-kinds.ts';
import type { FieldKind } from './field-kinds.ts';

/** The entity's one primary key. */
export function keyField(entity: EntitySpec): FieldSpec {
  return entity.fields.find((field) => field.primaryKey) ?? entity.fields[0]!;
}

/** The form of an entity's primary key in an address; for a key that is a ref, that of the target's key. */
export function keyKind(
  entities: readonly EntitySpec[],
  name: string,
  seen: readonly string[] = [],
): FieldKind['key'] {
  const { type } = keyField(entities.find((entity) => entity.name === name)!);
  return type.kind === 'ref' && !seen.includes(type.entity)
    ? keyKind(entities, type.entity, [...seen, name])
    : fieldKinds[type.kind].key;
}

/**
 * The field whose value is a record's label: `name` or `title` where it is a `str` or `text`, else the first
 * `str`, else the primary key.
 */
export function labelField(entity: EntitySpec): FieldSpec {
  const isText = (field: FieldSpec): boolean => field.type.kind === 'str' || field.type.kind === 'text';
  for (const name of ['name', 'title']) {
    const field = entity.fields.find((candidate) => candidate.name === name && isText(candidate));
    if (field !== undefined) return field;
  }
  return entity.fields.find((field) => field.type.kind === 'str') ?? keyField(entity);
}
