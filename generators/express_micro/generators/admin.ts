import {
  adminScreen,
  buildPages,
  defineGenerator,
  fieldKind,
  js,
  keyKind,
  type AppSpec,
  type EntitySpec,
  type FieldSpec,
} from '../../../lib/index.ts';
import { importLines, keyCode, objectCode, type JavaScriptImport } from '../javascript.ts';
import { pageNames, type PageNames } from '../page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';

const modules = ['routes', 'section', 'users'];
const views = ['delete', 'form', 'index', 'list', 'navigation', 'value'];
const reservedParameters = new Set(['q', 'sort', 'page']);

/** Writes the admin area: every entity, and the users who may log in. */
export const admin = defineGenerator<ExpressAnswers>({
  name: 'admin',
  description: 'the admin area: lists, filters, search, forms and bulk deletion for every entity; users',
  generate({ spec, tree }) {
    const names = pageNames(spec);
    const pages = buildPages(spec);
    for (const name of modules) tree.render(`src/admin/${name}.js.ejs`, `src/admin/${name}.js`, {});
    for (const name of views) tree.render(`views/admin/${name}.ejs.ejs`, `views/admin/${name}.ejs`, {});
    const entities = pages.entities.map(({ entity: name, slug }) => {
      const entity = spec.entities.find((candidate) => candidate.name === name)!;
      return entityCode(spec, names, entity, slug);
    });
    tree.render('src/admin/entities.js.ejs', 'src/admin/entities.js', {
      entities,
      imports: importLines(entities.join('\n'), importCandidates(spec, names)),
    });
  },
});

function importCandidates(spec: AppSpec, names: PageNames): JavaScriptImport[] {
  return [
    { module: 'zod', name: 'z' },
    ...['choice', 'reference', 'yesNo'].map((name) => ({ module: '../forms/fields.js', name })),
    ...spec.entities.map(({ name }) => ({
      module: `../models/${names.file(name)}.js`,
      name: names.model(name),
    })),
  ];
}

function entityCode(spec: AppSpec, names: PageNames, entity: EntitySpec, slug: string): string {
  const { label, columns, filters, search } = adminScreen(entity);
  return objectCode({
    path: js(slug),
    model: names.model(entity.name),
    columns: js(columns.map(({ name }) => name)),
    filterSchema: `z.object(${objectCode(
      Object.fromEntries(filters.map((field) => [parameterOf(field), filterCode(spec, field)])),
    )})`,
    filters: objectCode(
      Object.fromEntries(
        filters.map((field) => [parameterOf(field), js({ field: field.name, match: 'equal' })]),
      ),
    ),
    search: js(search.map(({ name }) => name)),
    sorts: js([label, ...columns].filter((field) => fieldKind(field).isSortable).map(({ name }) => name)),
  });
}

/** A filter's query parameter, told apart from those of the list itself. */
function parameterOf({ name }: FieldSpec): string {
  return reservedParameters.has(name) ? `f_${name}` : name;
}

function filterCode(spec: AppSpec, { type }: FieldSpec): string {
  if (type.kind === 'enum') return `choice(${js(type.values)})`;
  if (type.kind === 'bool') return 'yesNo()';
  const target = (type as { readonly entity: string }).entity;
  return keyKind(spec.entities, target) === 'int' ? `reference({ ${keyCode('key')}: 'int' })` : 'reference()';
}
