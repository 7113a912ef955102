import {
  diagnose,
  fitName,
  oncePerSpec,
  pascal,
  regularPlural,
  shortenedName,
  snake,
} from '../../lib/index.ts';
import type { AppSpec, Diagnostic, EntitySpec, FieldSpec, Place } from '../../lib/index.ts';
import { columnOf, isShortened, longestClass, tableOf } from './code/database-names.ts';
import { classNames, modelAttributes, pythonKeywords } from './code/reserved-names.ts';

/** What a field of the spec is called in Django. */
export interface DjangoField {
  /**
   * The model's attribute, also its name in forms and lookups: `status`; `from_field` for the field `from`.
   */
  readonly attribute: string;
  /**
   * `db_column` (for a `many`: `db_table`), which keeps the spec's name in the database, shortened if need
   * be. Null where Django derives the same name from the attribute.
   */
  readonly column: string | null;
  /**
   * For a `ref` or `many`: `related_name`, the attribute on the target that leads back, and its name in
   * lookups; else null.
   */
  readonly relatedName: string | null;
  /** For an `enum`: the name of the `TextChoices` class within the model, such as `Status`; else null. */
  readonly choices: string | null;
  /** For an `enum`: the member of the choices class for each value, in the order declared; else empty. */
  readonly members: ReadonlyMap<string, string>;
}

/** What an entity of the spec is called in Django. */
export interface DjangoModel {
  readonly className: string;
  /**
   * `db_table` of a class that is not called like its entity: the table keeps the entity's name. Null where
   * Django's own `app_<class>` is used, also because another model has the table of the entity's name.
   */
  readonly table: string | null;
  /** By the spec's field name, in the order declared. */
  readonly fields: ReadonlyMap<string, DjangoField>;
}

/** Django's names for everything in a spec; the same for each generator of a build. */
export interface DjangoNames {
  /** By the spec's entity name. */
  readonly models: ReadonlyMap<string, DjangoModel>;
  model(entity: string): DjangoModel;
  field(entity: string, field: string): DjangoField;
  /**
   * A warning for each entity or field that has another name in Django (DZL370), or a name too long for a
   * database (DZL384).
   */
  readonly warnings: readonly Diagnostic[];
}

/** Names every model, field, choices class and reverse relation of a spec; computed once for each spec. */
export const djangoNames = oncePerSpec(nameSpec);

function nameSpec(spec: AppSpec): DjangoNames {
  const warnings: Diagnostic[] = [];
  const takenClasses = new Set<string>();
  const classes = new Map<string, string>();
  for (const entity of inOrderOfClaim(spec.entities, ({ name }) => nameModel(name))) {
    const className = firstFree(
      fitName(nameModel(entity.name), longestClass(entity)),
      'Record',
      (name) => !takenClasses.has(name.toLowerCase()),
    );
    takenClasses.add(className.toLowerCase());
    classes.set(entity.name, className);
    if (nameModel(entity.name).length > longestClass(entity)) {
      warnings.push(shortenedName(`entity ${entity.name}`, entity.place, `the model ${className}`));
    } else if (className !== entity.name) {
      warnings.push(renamed(`entity ${entity.name}`, `the model ${className}`, entity.place));
    }
  }
  const attributes = new Map<string, Map<string, string>>();
  for (const entity of spec.entities) {
    const named = nameFields(entity);
    attributes.set(entity.name, named);
    for (const field of entity.fields) {
      const attribute = named.get(field.name)!;
      if (attribute !== field.name) {
        warnings.push(
          renamed(
            `field "${field.name}" of entity ${entity.name}`,
            `the attribute ${attribute} of the model ${classes.get(entity.name)}`,
            field.place,
          ),
        );
      }
    }
  }
  const relatedNames = nameRelations(spec, attributes);
  const models = new Map<string, DjangoModel>();
  for (const entity of spec.entities) {
    const className = classes.get(entity.name)!;
    const takenChoices = new Set<string>(['Meta', 'DoesNotExist', 'MultipleObjectsReturned', 'NotUpdated']);
    for (const attribute of attributes.get(entity.name)!.values()) takenChoices.add(attribute);
    const columns = new Set<string>();
    const fields = new Map<string, DjangoField>();
    for (const field of entity.fields) {
      const attribute = attributes.get(entity.name)!.get(field.name)!;
      const column = columnOf(entity, field, attribute, className, columns);
      if (field.type.kind !== 'many' && column !== null && isShortened(field, column))
        warnings.push(
          shortenedName(
            `field "${field.name}" of entity ${entity.name}`,
            field.place,
            `the column ${column}`,
          ),
        );
      fields.set(field.name, {
        attribute,
        column,
        relatedName: relatedNames.get(field) ?? null,
        choices: field.type.kind === 'enum' ? nameChoices(field.name, takenChoices) : null,
        members: field.type.kind === 'enum' ? nameMembers(field.type.values) : new Map(),
      });
    }
    const table = className === entity.name ? null : tableOf(entity.name);
    models.set(entity.name, { className, table: isTaken(table, classes) ? null : table, fields });
  }
  return {
    models,
    warnings,
    model: (entity) => models.get(entity)!,
    field: (entity, field) => models.get(entity)!.fields.get(field)!,
  };
}

/** Puts first the things that keep their own names, so that a renamed one never takes such a name. */
function inOrderOfClaim<T extends { readonly name: string }>(
  things: readonly T[],
  rename: (thing: T) => string,
): readonly T[] {
  return [
    ...things.filter((thing) => rename(thing) === thing.name),
    ...things.filter((thing) => rename(thing) !== thing.name),
  ];
}

function isTaken(table: string | null, classes: ReadonlyMap<string, string>): boolean {
  return [...classes.values()].some((name) => `app_${name.toLowerCase()}` === table);
}

/**
 * The class name that an entity wants: without double underscores or any at either end, which Django refuses,
 * and none that Python or the generated modules use.
 */
function nameModel(entity: string): string {
  const legal = entity.replace(/_{2,}/g, '_').replace(/^_+|_+$/g, '');
  if (!/^[A-Za-z]/.test(legal)) return `Record${legal}`;
  return pythonKeywords.has(legal) || classNames.has(legal) ? `${legal}Record` : legal;
}

/**
 * The attribute that a field wants. Django's models refuse `a__b` and `a_`, its templates cannot read `_a`; a
 * reserved name gets `_field` behind it.
 */
function nameAttribute(field: string): string {
  const legal = field.replace(/_{2,}/g, '_').replace(/^_+|_+$/g, '');
  if (!/^[A-Za-z]/.test(legal)) return `field${legal === '' ? '' : `_${legal}`}`;
  const isReserved =
    pythonKeywords.has(legal) ||
    modelAttributes.has(legal) ||
    /^get_(next_by|previous_by)_|^get_.+_display$/.test(legal);
  return isReserved ? `${legal}_field` : legal;
}

function nameFields(entity: EntitySpec): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    const isPlainId =
      name.toLowerCase() === 'id' && !entity.fields.some((f) => f.name === name && f.primaryKey);
    return isPlainId ? `${name}_field` : nameAttribute(name);
  };
  // A ref also takes `<name>_id`, so refs choose first.
  const refsFirst = [...entity.fields].sort(
    (a, b) => Number(b.type.kind === 'ref') - Number(a.type.kind === 'ref'),
  );
  for (const field of inOrderOfClaim(refsFirst, ({ name }) => rename(name))) {
    const keys = (name: string): string[] =>
      field.type.kind === 'ref' ? [name.toLowerCase(), `${name.toLowerCase()}_id`] : [name.toLowerCase()];
    const name = firstFree(
      rename(field.name),
      '_field',
      (candidate) => !keys(candidate).some((key) => taken.has(key)),
    );
    for (const key of keys(name)) taken.add(key);
    names.set(field.name, name);
  }
  return new Map(entity.fields.map((field) => [field.name, names.get(field.name)!]));
}

/**
 * Names the reverse relation of each `ref` and `many`: `comments` for `ticket: ref Ticket` on Comment,
 * `created_by_tickets` for `created_by: ref User` on Ticket, `children` for a `parent` of the same entity.
 */
function nameRelations(
  spec: AppSpec,
  attributes: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadonlyMap<FieldSpec, string> {
  const taken = new Map<string, Set<string>>();
  for (const entity of spec.entities) {
    const names = new Set<string>();
    for (const field of entity.fields) {
      const attribute = attributes.get(entity.name)!.get(field.name)!;
      names.add(attribute).add(`${attribute}_id`);
    }
    taken.set(entity.name, names);
  }
  const related = new Map<FieldSpec, string>();
  for (const entity of spec.entities) {
    for (const field of entity.fields) {
      if (field.type.kind !== 'ref' && field.type.kind !== 'many') continue;
      const target = field.type.entity;
      const own = snake(entity.name);
      const many = regularPlural(own);
      const attribute = attributes.get(entity.name)!.get(field.name)!;
      const isPlain = attribute === snake(target) || attribute === regularPlural(snake(target));
      const wanted =
        target === entity.name && attribute === 'parent'
          ? 'children'
          : isPlain && target !== entity.name
            ? many
            : `${attribute}_${many}`;
      const names = taken.get(target)!;
      const name = firstFree(
        wanted,
        '_set',
        (candidate) => !names.has(candidate) && !modelAttributes.has(candidate),
      );
      names.add(name);
      related.set(field, name);
    }
  }
  return related;
}

function nameChoices(field: string, taken: Set<string>): string {
  const name = firstFree(pascal(field.replace(/^_/, 'X')), 'Choices', (candidate) => !taken.has(candidate));
  taken.add(name);
  return name;
}

/** The member for each value of an enum: `IN_PROGRESS` for `in_progress`, `VALUE_2D` for `_2d`. */
function nameMembers(values: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const members = new Map<string, string>();
  for (const value of values) {
    const legal = value.toUpperCase().replace(/^_+|_+$/g, '');
    const wanted = /^[A-Z]/.test(legal) ? legal : `VALUE_${legal}`;
    const member = firstFree(wanted, '_VALUE', (candidate) => !taken.has(candidate));
    taken.add(member);
    members.set(value, member);
  }
  return members;
}

function firstFree(wanted: string, suffix: string, isFree: (name: string) => boolean): string {
  if (isFree(wanted)) return wanted;
  const base = wanted.endsWith(suffix) ? wanted : `${wanted}${suffix}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}_${count}`;
    if (isFree(name)) return name;
  }
}

function renamed(what: string, into: string, place: Place): Diagnostic {
  return diagnose('DZL370', {
    message: `${what} cannot have this name in Django; it becomes ${into}`,
    fix: 'nothing has to be done: the database keeps the name of the spec; or choose another name in the spec',
    place,
  });
}
