import {
  adminScreen,
  buildPages,
  defineGenerator,
  fieldKind,
  js,
  problemTexts,
  type AppSpec,
  type EntitySpec,
} from '../../../lib/index.ts';
import { fieldBuilders, filterCode } from '../code/field-schemas.ts';
import { importLines, objectCode, type JavaScriptImport } from '../code/javascript.ts';
import { pageNames, type PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';

const modules = ['routes', 'section', 'users'];
const views = ['delete', 'form', 'index', 'list', 'navigation', 'value'];

/** Writes the admin area: every entity, and the users who may log in. */
export const admin = defineGenerator<ExpressAnswers>({
  name: 'admin',
  description: 'the admin area: lists, filters, search, forms and bulk deletion for every entity; users',
  generate({ spec, tree }) {
    const names = pageNames(spec);
    const pages = buildPages(spec);
    for (const name of modules) {
      tree.render(`src/admin/${name}.js.ejs`, `src/admin/${name}.js`, { problems: problemTexts });
    }
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
    ...fieldBuilders.map((name) => ({ module: '../forms/fields.js', name })),
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
      Object.fromEntries(filters.map((filter) => [filter.parameter, filterCode(spec, filter)])),
    )})`,
    filters: objectCode(
      Object.fromEntries(filters.map(({ parameter, field, match }) => [parameter, js({ field, match })])),
    ),
    search: js(search.map(({ name }) => name)),
    sorts: js([label, ...columns].filter((field) => fieldKind(field).isSortable).map(({ name }) => name)),
  });
}
