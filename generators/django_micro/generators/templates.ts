import {
  buildPages,
  defineGenerator,
  errorTexts,
  formPages,
  formScreen,
  homeGroups,
  kitAsset,
  listScreen,
  navigationLinks,
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
  ScreenPrinter,
  Tree,
  ViewPage,
} from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { pagePrinter } from '../code/page-markup.ts';
import { templateOf } from '../code/page-names.ts';
import { webScope } from '../code/web-scope.ts';

const includes = ['error_summary', 'field', 'messages', 'pagination'];
const experiencePages = ['choose_record', 'detail_step', 'form_step', 'list_step', 'outcome_step'];
const errorPages = {
  400: errorTexts[400],
  403: errorTexts[403],
  '403_csrf': errorTexts.expired,
  404: errorTexts[404],
  429: errorTexts[429],
  500: errorTexts[500],
};

/** Writes the templates of all pages, the error pages and the static files. */
export const templates = defineGenerator<DjangoAnswers>({
  name: 'templates',
  description: 'server-rendered templates, style sheet, error pages',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    writeFrame(tree, pages);
    const print = pagePrinter(webScope(spec));
    for (const entity of pages.entities) {
      for (const page of entity.lists) writeList(tree, print, entity, page);
      for (const page of entity.views) writeView(tree, print, page);
      for (const page of formPages(entity)) writeForm(tree, print, page);
      if (entity.delete !== null) writeDelete(tree, entity.delete);
    }
    for (const page of pages.freePages) writeForm(tree, print, page);
    if (pages.experiences.length > 0) {
      renderAll(tree, [...experiencePages.map((name) => `experiences/${name}`), 'includes/steps']);
    }
  },
});

/** Renders templates whose text does not depend on the spec; `names` are paths without `.html`. */
function renderAll(tree: Tree, names: readonly string[]): void {
  for (const name of names) {
    const file = `app/templates/app/${name}.html`;
    tree.render(`${file}.ejs`, file, { words });
  }
}

function writeFrame(tree: Tree, pages: PageModel): void {
  tree.render('app/templates/app/base.html.ejs', 'app/templates/app/base.html', {
    words,
    title: pages.title,
    navigation: navigationLinks(pages.home),
  });
  tree.render('app/templates/app/home.html.ejs', 'app/templates/app/home.html', {
    words,
    title: pages.title,
    groups: homeGroups(pages.home),
  });
  tree.render('app/templates/app/login.html.ejs', 'app/templates/app/login.html', { words });
  renderAll(
    tree,
    includes.map((name) => `includes/${name}`),
  );
  for (const [name, { title: heading, text }] of Object.entries(errorPages)) {
    tree.render('app/templates/error.html.ejs', `app/templates/${name}.html`, {
      title: pages.title,
      heading,
      text,
      words,
    });
  }
  tree.write('app/templatetags/__init__.py', '');
  tree.render('app/templatetags/pages.py.ejs', 'app/templatetags/pages.py', {});
  for (const asset of ['icon.svg', 'site.css', 'site.js'] as const) {
    tree.write(`app/static/app/${asset}`, kitAsset(asset));
  }
}

function writeList(tree: Tree, print: ScreenPrinter, entity: EntityPages, page: ListPage): void {
  const values = {
    ...listScreen(print, entity, page),
    hasFilters: page.filters.length + page.search.length > 0,
  };
  writePage(tree, 'list', page, values);
}

function writeView(tree: Tree, print: ScreenPrinter, page: ViewPage): void {
  writePage(tree, 'detail', page, viewScreen(print, page));
}

function writeForm(tree: Tree, print: ScreenPrinter, page: FormPage | FreePage): void {
  const screen = formScreen(print, page);
  const needsPages = screen.sections.some(({ fields }) =>
    fields.some(({ value }) => value.includes('as_json')),
  );
  writePage(tree, 'form', page, { ...screen, needsPages });
}

function writePage(tree: Tree, template: string, page: Page, values: object): void {
  tree.render(`app/templates/app/${template}.html.ejs`, `app/templates/${templateOf(page)}`, values, {
    subject: `surface:${page.surface}`,
    role: 'page',
  });
}

function writeDelete(tree: Tree, page: DeletePage): void {
  tree.render(
    'app/templates/app/confirm_delete.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      words,
      title: page.title,
      list: page.afterDelete,
      cancel: page.cancel,
      cancelUrl: page.cancel === null ? "{% url 'home' %}" : `{% url '${page.cancel.routeName}' record.pk %}`,
    },
    { subject: `entity:${page.entity}`, role: 'delete-page' },
  );
}
