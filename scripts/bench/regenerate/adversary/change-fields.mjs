import { kindOf, randomField, randomFieldName, randomModifiers, titleOf } from './random-spec.mjs';
import { forgetField, renameUses, surfacesOf } from './spec-uses.mjs';

/** Changes of an entity's fields, each in place; one that finds nothing to change returns false. */
export const fieldChanges = {
  'add field': (random, spec) => {
    const entity = random.pick(spec.entities);
    const field = randomField(
      random,
      entity.fields.map(({ name }) => name),
    );
    entity.fields.splice(random.between(1, entity.fields.length), 0, field);
    const isAutomatic = field.modifiers.some((word) => word.startsWith('auto_'));
    for (const { mode, sections } of surfacesOf(spec, entity)) {
      if (isAutomatic && (mode === 'create' || mode === 'edit')) continue;
      if (mode === 'list' && kindOf(field.type) === 'json') continue;
      if (!field.modifiers.includes('required') && random.chance(0.2)) continue;
      const { fields } = random.pick(sections);
      fields.splice(random.between(0, fields.length), 0, { name: field.name, label: titleOf(field.name) });
    }
    return field.name;
  },
  'remove field': (random, spec) => {
    const entity = random.pick(spec.entities);
    if (entity.fields.length < 4) return false;
    const { name } = random.pick(entity.fields.slice(2));
    entity.fields = entity.fields.filter((field) => field.name !== name);
    forgetField(spec, entity, name);
    return name;
  },
  'rename field': (random, spec) => {
    const entity = random.pick(spec.entities);
    const field = random.pick(entity.fields.slice(1).filter(({ was }) => was === null));
    if (!field) return false;
    const to = randomFieldName(
      random,
      entity.fields.map(({ name }) => name),
    );
    renameUses(spec, entity, field.name, to);
    field.was = field.name;
    field.name = to;
    return `${field.was} → ${to}`;
  },
  'swap fields': (random, spec) => {
    const entity = random.pick(spec.entities);
    const [one, other] = random.some(
      entity.fields.slice(1).filter(({ was }) => was === null),
      2,
    );
    if (!other) return false;
    [one.name, other.name] = [other.name, one.name];
    [one.was, other.was] = [other.name, one.name];
    return `${one.name} ↔ ${other.name}`;
  },
  'reorder fields': (random, spec) => {
    const entity = random.pick(spec.entities);
    entity.fields = [entity.fields[0], ...random.shuffle(entity.fields.slice(1))];
    return entity.name;
  },
  'retype field': (random, spec) => {
    const entity = random.pick(spec.entities);
    const field = random.pick(entity.fields.slice(1).filter(({ type }) => !/^(ref|many)/.test(type)));
    if (!field) return false;
    const { type, modifiers } = randomField(random, []);
    if (modifiers.some((word) => word.startsWith('auto_'))) return false;
    Object.assign(field, { type, modifiers });
    for (const { ux } of surfacesOf(spec, entity)) ux.length = 0;
    return `${field.name} ${type}`;
  },
  'change modifiers': (random, spec) => {
    const entity = random.pick(spec.entities);
    const field = random.pick(entity.fields.slice(1).filter(({ type }) => !/^(ref|many)/.test(type)));
    if (!field) return false;
    const words = randomModifiers(random, field.type).filter((word) => !word.startsWith('auto_'));
    if (words.join() === field.modifiers.join()) return false;
    field.modifiers = words;
    return `${field.name} ${words.join(' ')}`;
  },
  'change enum': (random, spec) => {
    const field = random.pick(
      spec.entities.flatMap(({ fields }) => fields.filter(({ type }) => type.startsWith('enum'))),
    );
    if (!field) return false;
    field.type = random.chance(0.5) ? field.type.replace(']', ',extra]') : field.type.replace('[', '[extra,');
    return field.type;
  },
};
