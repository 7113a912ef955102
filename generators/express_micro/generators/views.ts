import {
  buildPages,
  defineGenerator,
  fieldKinds,
  formPages,
  formScreen,
  homeGroups,
  js,
  listScreen,
  navigationLinks,
  screenWords as words,
  viewActions,
} from '../../../lib/index.ts';
import type {
  DeletePage,
  EntityPages,
  FormPage,
  FreePage,
  ListPage,
  PageModel,
  ScreenPart,
  Tree,
  ViewPage,
} from '../../../lib/index.ts';
import { objectCode, viewCode } from '../code/javascript.ts';
import { pageNames } from '../code/page-names.ts';
import type { PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import {
  fieldMarkup,
  filterMarkup,
  includeField,
  linkedValueMarkup,
  partMarkup,
  valueMarkup,
} from '../code/page-markup.ts';
import type { MarkupScope } from '../code/page-markup.ts';

const partials = [
  'breadcrumbs',
  'csrf',
  'delete-card',
  'error-summary',
  'field',
  'foot',
  'messages',
  'pagination',
  'web-address',
];
const experienceViews = ['partials/run', 'partials/steps', 'experiences/choose', 'experiences/outcome'];

interface ViewScope extends MarkupScope {
  readonly tree: Tree;
  readonly names: PageNames;
  /** Surfaces that are a step of an experience: their views know about runs. */
  readonly steps: ReadonlySet<string>;
}

/** Writes `views/`: a view for each surface, the frame around them, and the pages that all have. */
export const views = defineGenerator<ExpressAnswers>({
  name: 'views',
  description: 'server-rendered EJS views',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const steps = pages.experiences.flatMap(({ steps: all }) => all.flatMap(({ surface }) => surface ?? []));
    const scope = { spec, pages, tree, names: pageNames(spec), steps: new Set(steps) };
    writeFrame(tree, pages);
    for (const entity of pages.entities) {
      for (const page of entity.lists) writeList(scope, entity, page);
      for (const page of entity.views) writeRecord(scope, page);
      for (const page of formPages(entity)) writeForm(scope, page);
      if (entity.delete !== null) writeDelete(scope, entity.delete);
    }
    for (const page of pages.freePages) writeForm(scope, page);
    if (pages.experiences.length > 0) {
      for (const view of experienceViews)
        tree.render(`views/${view}.ejs.ejs`, `views/${view}.ejs`, { words });
    }
  },
});

function writeFrame(tree: Tree, pages: PageModel): void {
  const { title } = pages;
  tree.render('views/partials/head.ejs.ejs', 'views/partials/head.ejs', { title, words });
  tree.render('views/partials/navigation.ejs.ejs', 'views/partials/navigation.ejs', {
    words,
    navigation: navigationLinks(pages.home).map(({ label, path, below }) => ({
      label,
      path,
      code: [path, ...below].map((each) => js(each)).join(', '),
    })),
  });
  for (const name of partials) {
    tree.render(`views/partials/${name}.ejs.ejs`, `views/partials/${name}.ejs`, { words });
  }
  tree.render('views/home.ejs.ejs', 'views/home.ejs', { title, words, groups: homeGroups(pages.home) });
  tree.render('views/login.ejs.ejs', 'views/login.ejs', { words });
  tree.render('views/error.ejs.ejs', 'views/error.ejs', { title, words });
}

function writeList(scope: ViewScope, entity: EntityPages, page: ListPage): void {
  const screen = listScreen(page);
  const markup = (part: ScreenPart): string => partMarkup(part, page.entity);
  const search =
    page.search.length === 0
      ? []
      : [includeField('list.filters', { name: 'q', label: words.search, input: 'text' })];
  scope.tree.render(
    'views/entity/list.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      words,
      title: page.title,
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      filters: [...search, ...page.filters.map(filterMarkup)],
      noun: entity.noun,
      pluralNoun: entity.pluralNoun,
      emptyText: page.emptyText,
      emptyActions: screen.emptyActions.map(markup),
      columns: page.columns.map((column) => ({
        label: column.label,
        sort: column.sort === null ? null : js(column.sort),
        isNumber: fieldKinds[column.kind].bounds === 'value',
        value: column.isLink
          ? linkedValueMarkup(scope, page.entity, column)
          : valueMarkup(scope, page.entity, column, 'cell'),
      })),
      actions: screen.actions.map(markup),
      rowActions: screen.rowActions.map(markup),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeRecord(scope: ViewScope, page: ViewPage): void {
  scope.tree.render(
    'views/entity/record.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      crumbs: crumbs(page.list, null),
      actions: viewActions(page).map((part) => partMarkup(part, page.entity)),
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) => ({
          label: field.label,
          value: valueMarkup(scope, page.entity, field, 'page'),
        })),
      })),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeForm(scope: ViewScope, page: FormPage | FreePage): void {
  const screen = formScreen(page);
  const markup = (part: ScreenPart): string => partMarkup(part, screen.entity);
  scope.tree.render(
    'views/entity/form.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      words,
      title: page.title,
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      crumbs: crumbs(screen.list, screen.record),
      labels: viewCode(Object.fromEntries(screen.inputs.map(({ field, label }) => [field, label]))),
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) =>
          field.shown === null
            ? { label: field.label, input: fieldMarkup(field), value: '' }
            : {
                label: field.label,
                input: null,
                value: valueMarkup(scope, page.entity!, field.shown, 'page'),
              },
        ),
      })),
      actions: screen.actions.map(markup),
      buttons: screen.buttons.map(markup),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeDelete(scope: ViewScope, page: DeletePage): void {
  scope.tree.render(
    'views/entity/delete.ejs.ejs',
    `views/${scope.names.deleteView(page.entity)}.ejs`,
    {
      words,
      title: page.title,
      titleCode: viewCode(page.title),
      crumbs: crumbs(page.afterDelete, page.cancel),
      cancelCode: page.cancel === null ? "'/'" : addressCode(page.cancel.path),
    },
    { subject: `entity:${page.entity}`, role: 'delete-page' },
  );
}

/** The links of a breadcrumb trail behind the home page, as code. */
function crumbs(
  list: { readonly path: string; readonly label: string } | null,
  record: { readonly path: string } | null,
): string {
  const links = [];
  if (list !== null) links.push(objectCode({ href: viewCode(list.path), label: viewCode(list.label) }));
  if (record !== null) {
    links.push(objectCode({ href: addressCode(record.path), label: 'record.label' }));
  }
  return `[${links.join(', ')}]`;
}

/** The address of the record at hand, as code. */
function addressCode(path: string): string {
  return `\`${path.replace(':id', '${encodeURIComponent(record.key)}')}\``;
}
