import {
  buildPages,
  defineGenerator,
  formPages,
  formScreen,
  homeGroups,
  js,
  listScreen,
  navigationLinks,
  pageProtocol,
  screenWords as words,
  viewScreen,
} from '../../../lib/index.ts';
import type {
  DeletePage,
  EntityPages,
  FormPage,
  FreePage,
  ListPage,
  Page,
  PageModel,
  Tree,
  ViewPage,
} from '../../../lib/index.ts';
import { objectCode, viewCode } from '../code/javascript.ts';
import { pageNames } from '../code/page-names.ts';
import type { PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { filterMarkup, includeField, pagePrinter } from '../code/page-markup.ts';

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

interface ViewScope {
  readonly tree: Tree;
  readonly names: PageNames;
  /** Names of the surfaces that are a step of an experience: their views can also show the run's steps and buttons. */
  readonly steps: ReadonlySet<string>;
}

/** Writes `views/`: a view for each surface, the frame around them, and the home, login and error pages. */
export const views = defineGenerator<ExpressAnswers>({
  name: 'views',
  description: 'server-rendered EJS views',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const steps = pages.experiences.flatMap(({ steps: all }) => all.flatMap(({ surface }) => surface ?? []));
    const scope = { tree, names: pageNames(spec), steps: new Set(steps) };
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
  const search =
    page.search.length === 0
      ? []
      : [
          includeField('list.filters', {
            name: pageProtocol.query.search,
            label: words.search,
            input: 'text',
          }),
        ];
  writePage(scope, 'list', page, {
    ...listScreen(pagePrinter, entity, page),
    filters: [...search, ...page.filters.map(filterMarkup)],
  });
}

function writeRecord(scope: ViewScope, page: ViewPage): void {
  const screen = viewScreen(pagePrinter, page);
  writePage(scope, 'record', page, { ...screen, crumbs: crumbs(screen.list, null) });
}

function writeForm(scope: ViewScope, page: FormPage | FreePage): void {
  const screen = formScreen(pagePrinter, page);
  writePage(scope, 'form', page, {
    ...screen,
    crumbs: crumbs(screen.list, screen.record),
    labels: viewCode(Object.fromEntries(screen.inputs.map(({ field, label }) => [field, label]))),
  });
}

function writePage({ tree, names, steps }: ViewScope, template: string, page: Page, values: object): void {
  tree.render(
    `views/entity/${template}.ejs.ejs`,
    `views/${names.view(page.surface)}.ejs`,
    { ...values, titleCode: viewCode(page.title), isStep: steps.has(page.surface) },
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

/** The code of a breadcrumb trail's links, those after the home page: an array of `{ href, label }`. */
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

/** The code of an address whose `:id` is the key of the view's `record`. */
function addressCode(path: string): string {
  return `\`${path.replace(':id', '${encodeURIComponent(record.key)}')}\``;
}
