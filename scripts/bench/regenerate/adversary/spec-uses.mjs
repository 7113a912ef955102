import { titleOf } from './random-spec.mjs';

/** What a change of a spec takes with it: every use of a field, an entity's pages, a surface's name in experiences. */
export const surfacesOf = (spec, entity) => spec.surfaces.filter((surface) => surface.entity === entity.name);

export function forgetField(spec, entity, name) {
  entity.constraints = entity.constraints.filter((line) => !new RegExp(`\\b${name}\\b`).test(line));
  for (const surface of surfacesOf(spec, entity)) {
    for (const section of surface.sections)
      section.fields = section.fields.filter((field) => field.name !== name);
    surface.sections = surface.sections.filter(({ fields }) => fields.length > 0);
    surface.ux = withoutName(surface.ux, name);
  }
  spec.surfaces = spec.surfaces.filter(({ sections }) => sections.length > 0);
  const left = new Set(spec.surfaces.map((surface) => surface.name));
  spec.experiences = spec.experiences.filter(({ start, end }) => left.has(start) && left.has(end));
  spec.tests = spec.tests.filter(
    (test) => test.entity !== entity.name || !test.data.some(([field]) => field === name),
  );
}

function withoutName(ux, name) {
  return ux
    .map(({ key, value }) => ({
      key,
      value: Array.isArray(value) ? value.filter((word) => word.split(' ')[0] !== name) : value,
    }))
    .filter(({ value }) => value.length > 0);
}

export function renameUses(spec, entity, from, to) {
  const word = new RegExp(`\\b${from}\\b`, 'g');
  entity.constraints = entity.constraints.map((line) => line.replace(word, to));
  for (const surface of surfacesOf(spec, entity)) {
    for (const section of surface.sections)
      for (const field of section.fields)
        if (field.name === from) Object.assign(field, { name: to, label: titleOf(to) });
    for (const line of surface.ux)
      if (Array.isArray(line.value)) line.value = line.value.map((one) => one.replace(word, to));
  }
  for (const test of spec.tests) {
    if (test.entity !== entity.name) continue;
    for (const pair of test.data) if (pair[0] === from) pair[0] = to;
    test.expect = test.expect.map((line) => line.replace(`contains "${from}"`, `contains "${to}"`));
  }
}

export function renameSurface(spec, surface, name) {
  for (const experience of spec.experiences)
    for (const end of ['start', 'end']) if (experience[end] === surface.name) experience[end] = name;
  surface.was = surface.name;
  surface.name = name;
}
