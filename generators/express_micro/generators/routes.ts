import {
  buildPages,
  defineGenerator,
  formPages,
  hasPages,
  js,
  leadingActions,
  longestCell,
  pageProtocol,
  screenWords,
  targetAddress,
  unconnectedLabels,
} from '../../../lib/index.ts';
import type {
  ActionModel,
  EntityPages,
  FormPage,
  FreePage,
  ListPage,
  PageModel,
  ShownField,
  Target,
  Tree,
} from '../../../lib/index.ts';
import { experienceValues, savedText } from '../code/experience-steps.ts';
import { commentText, importLines, objectCode, type JavaScriptImport } from '../code/javascript.ts';
import { pageNames, type PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';

/** Writes `src/routes/`: a module for the pages of each entity, one for pages without an entity, one for experiences. */
export const routes = defineGenerator<ExpressAnswers>({
  name: 'routes',
  description:
    'addresses and handlers of the pages, one module for each entity; experiences as steps over them in the session',
  checkSpec: ({ spec }) => buildPages(spec).diagnostics,
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const names = pageNames(spec);
    for (const name of ['actions', 'addresses', 'dates', 'view-values']) {
      tree.render(`src/${name}.js.ejs`, `src/${name}.js`, { words: screenWords, longestCell });
    }
    const entities = pages.entities.filter(hasPages);
    for (const entity of entities) {
      const values = moduleValues(pages, names, entity, keyOf(entity));
      const code = tree.renderText('src/routes/entity.js.ejs', { ...values, imports: '' });
      tree.render(
        'src/routes/entity.js.ejs',
        `src/routes/${names.file(entity.entity)}.js`,
        { ...values, imports: importLines(code, importsFor(names, entity)) },
        { subject: `entity:${entity.entity}`, role: 'routes' },
      );
    }
    if (pages.freePages.length > 0) writeFreePages(tree, names, pages.freePages);
    if (pages.experiences.length > 0) writeExperiences(tree, experienceValues(pages, names));
    tree.render('src/routes/home.js.ejs', 'src/routes/home.js', {});
    tree.render('src/routes/index.js.ejs', 'src/routes/index.js', {
      routers: [
        { name: 'homeRoutes', file: 'home' },
        ...(pages.freePages.length > 0 ? [{ name: 'freePageRoutes', file: 'pages' }] : []),
        ...entities.map(({ entity }) => ({ name: names.routes(entity), file: names.file(entity) })),
        ...(pages.experiences.length > 0 ? [{ name: 'experienceRoutes', file: 'experiences' }] : []),
      ],
    });
  },
});

function keyOf(entity: EntityPages): string {
  return `record.${entity.key.field}`;
}

function importsFor(names: PageNames, { entity }: EntityPages): JavaScriptImport[] {
  return [
    { module: 'express', name: 'Router' },
    { module: '../actions.js', name: 'tellNotConnected' },
    ...['openForm', 'submitForm'].map((name) => ({ module: '../forms/pages.js', name })),
    ...names.pageSchemasOf(entity).map((name) => ({ module: `../forms/${names.file(entity)}.js`, name })),
    { module: `../models/${names.file(entity)}.js`, name: names.model(entity) },
    ...['deleteRecords', 'findDependents'].map((name) => ({ module: '../records/delete.js', name })),
    { module: '../records/errors.js', name: 'isRefusal' },
    ...['findRecord', 'labelOf'].map((name) => ({ module: '../records/find.js', name })),
    { module: '../records/list.js', name: 'readList' },
    { module: '../records/present.js', name: 'presentRecord' },
  ];
}

function moduleValues(pages: PageModel, names: PageNames, entity: EntityPages, key: string): object {
  const forms = formPages(entity);
  return {
    words: screenWords,
    comment: `Pages of ${commentText(entity.pluralNoun)}`,
    routes: names.routes(entity.entity),
    model: names.model(entity.entity),
    lists: entity.lists.map((page) => listValues(names, page)),
    forms: forms.map((page) => formValues(pages, names, page, key)),
    records: entity.views.map((page) => ({
      comment: commentText(page.title),
      path: js(page.path),
      view: js(names.view(page.surface)),
      fields: js(relatedFields(page.sections.flatMap((section) => section.fields))),
      notConnected: notConnectedCode(page.actions),
    })),
    remove:
      entity.delete === null
        ? null
        : {
            path: js(entity.delete.path),
            view: js(names.deleteView(entity.entity)),
            after: js(entity.delete.afterDelete?.path ?? '/'),
          },
  };
}

function listValues(names: PageNames, page: ListPage): object {
  const code = objectCode({
    model: names.model(page.entity),
    filterSchema: names.pageSchema(page.surface),
    filters: js(
      Object.fromEntries(page.filters.map(({ parameter, field, match }) => [parameter, { field, match }])),
    ),
    search: js(page.search.map(({ field }) => field)),
    sorts: js(page.sorts.map(({ parameter }) => parameter)),
    order: js(page.order.map(({ field, direction }) => ({ field, direction }))),
    columns: js(listedFields(page)),
  });
  return {
    comment: commentText(page.title),
    constant: names.page(page.surface),
    code,
    path: js(page.path),
    view: js(names.view(page.surface)),
    notConnected: notConnectedCode(page.actions),
  };
}

/** Fields that a list's query reads: its columns, and the refs whose records the buttons of its rows lead to. */
function listedFields(page: ListPage): string[] {
  const followed = page.actions.flatMap(({ scope, target }) =>
    scope === 'row' && target.kind === 'page' && target.record?.kind === 'ref' ? [target.record.field] : [],
  );
  return [...new Set([...page.columns.map(({ field }) => field), ...followed])];
}

/** Fields of which a label is shown instead of the stored value: enums, and references by the label of their record. */
function relatedFields(fields: readonly ShownField[]): string[] {
  const related = fields.filter(({ kind }) => ['enum', 'ref', 'many'].includes(kind));
  return [...new Set(related.map(({ field }) => field))];
}

function formValues(pages: PageModel, names: PageNames, page: FormPage, key: string): object {
  return {
    isCreate: page.kind === 'create',
    comment: commentText(page.title),
    constant: names.page(page.surface),
    schema: names.pageSchema(page.surface),
    path: js(page.path),
    view: js(names.view(page.surface)),
    after: afterValues(names, page, key),
    said: js(savedText(pages, page.surface)),
    notConnected: notConnectedCode(page.actions),
  };
}

/** Template values for the function that gives the address after a form is saved; its `action` is the button's name. */
function afterValues(names: PageNames, page: FormPage, key: string): object {
  const lines = afterLines(page, key);
  const usesAction = lines.some((line) => line.includes('action ==='));
  const usesRecord = usesAction || lines.some((line) => line.includes('record.'));
  return {
    name: names.after(page.surface),
    lines,
    usesAction,
    parameters: [...(usesRecord ? ['record'] : []), ...(usesAction ? ['action'] : [])].join(', '),
    values: [
      ...(usesRecord ? ['record'] : []),
      ...(usesAction ? [`req.body.${pageProtocol.form.action}`] : []),
    ].join(', '),
  };
}

/** The body of that function: a `return` for each button whose target is not the form's own, then one for the form's. */
function afterLines(page: FormPage, key: string): string[] {
  const main = targetCode(page.entity, page.afterSave, key);
  const branches = leadingActions(page.actions)
    .filter(({ control }) => control === 'submit')
    .map((action) => ({ name: action.name, code: targetCode(page.entity, action.target, key) }))
    .filter(({ code }) => code !== main);
  return [
    ...branches.map(({ name, code }) => `if (action === ${js(name)}) return ${code};`),
    `return ${main};`,
  ];
}

/** The address of a target as code, in which the saved record is `record` and `key` is the code of its key. */
function targetCode(entity: string | null, target: Target, key: string): string {
  const { path, record, query } = targetAddress(target, entity);
  if (record?.kind === 'ref') {
    const ref = `record.${record.field}`;
    const address = `\`${path.replace(':id', `\${encodeURIComponent(${ref})}`)}\``;
    return `${ref} === null ? '/' : ${address}`;
  }
  if (record === null && query === null) return js(path);
  const encoded = `\${encodeURIComponent(${key})}`;
  const parameter = query === null ? '' : `?${query.name}=${query.before}${encoded}`;
  return `\`${path.replace(':id', encoded)}${parameter}\``;
}

/** The code of an object of labels, by action name, of the buttons whose service is not connected; null where none is. */
function notConnectedCode(actions: readonly ActionModel[]): string | null {
  const labels = unconnectedLabels(actions);
  return labels === null ? null : js(labels);
}

function writeExperiences(tree: Tree, values: object): void {
  tree.render('src/routes/experiences.js.ejs', 'src/routes/experiences.js', values);
  for (const name of ['routes', 'run', 'steps']) {
    tree.render(`src/experiences/${name}.js.ejs`, `src/experiences/${name}.js`, {});
  }
}

function writeFreePages(tree: Tree, names: PageNames, freePages: readonly FreePage[]): void {
  const values = {
    pages: freePages.map((page) => {
      const leading = leadingActions(page.actions);
      const automatic = leading.find((action) => action.control === 'after-save');
      return {
        comment: commentText(page.title),
        constant: names.page(page.surface),
        schema: names.pageSchema(page.surface),
        path: js(page.path),
        view: js(names.view(page.surface)),
        after: names.after(page.surface),
        afterLines: [
          ...leading
            .filter((action) => action.control === 'submit')
            .map(
              (action) => `if (action === ${js(action.name)}) return ${targetCode(null, action.target, '')};`,
            ),
          `return ${automatic === undefined ? js(page.path) : targetCode(null, automatic.target, '')};`,
        ],
        usesAction: leading.some((action) => action.control === 'submit'),
        notConnected: notConnectedCode(page.actions),
      };
    }),
  };
  const code = tree.renderText('src/routes/pages.js.ejs', { ...values, imports: '' });
  tree.render('src/routes/pages.js.ejs', 'src/routes/pages.js', {
    ...values,
    imports: importLines(code, [
      { module: 'express', name: 'Router' },
      { module: '../actions.js', name: 'tellNotConnected' },
      { module: '../forms/pages.js', name: 'openForm' },
      ...freePages.map((page) => ({
        module: '../forms/free-pages.js',
        name: names.pageSchema(page.surface),
      })),
    ]),
  });
}
