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
  /** The attribute of the model, the key of forms and of lookups: `status`, `from_field`. */
  readonly attribute: string;
  /** `db_column` (for a `many`: `db_table`) where Django would not arrive at the spec's name by itself, or at one that is too long; else null. */
  readonly column: string | null;
  /** Name of the reverse relation on the target of a `ref` or `many` (also its query name); else null. */
  readonly relatedName: string | null;
  /** Name of the nested `TextChoices` class of an `enum`; else null. */
  readonly choices: string | null;
  /** Member of the choices class for each value of an `enum`, in the order declared. */
  readonly members: ReadonlyMap<string, string>;
}

/** What an entity of the spec is called in Django. */
export interface DjangoModel {
  readonly className: string;
  /** `db_table` where the class was renamed; else null (Django's own `app_<name>`). */
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
  /** One warning (DZL370) for each name that had to change. */
  readonly warnings: readonly Diagnostic[];
}

/** Names every model, field, choices class and reverse relation of a spec; computed once a spec. */
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

/** Names that need no change claim theirs first, so that a renamed neighbour never takes it away. */
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

/** A legal class name: no underscore at either end, no double one, nothing that Python or the modules need. */
function nameModel(entity: string): string {
  const legal = entity.replace(/_{2,}/g, '_').replace(/^_+|_+$/g, '');
  if (!/^[A-Za-z]/.test(legal)) return `Record${legal}`;
  return pythonKeywords.has(legal) || classNames.has(legal) ? `${legal}Record` : legal;
}

/** A legal attribute: the model system refuses `a__b` and `a_`, templates cannot read `_a`. */
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

/** `created_by_tickets` for `created_by: ref User` on Ticket, plain `comments` for `ticket: ref Ticket` on Comment. */
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

/** `IN_PROGRESS` for `in_progress`. */
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
