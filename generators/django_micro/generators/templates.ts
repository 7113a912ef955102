import {
  buildPages,
  defineGenerator,
  errorTexts,
  fieldKinds,
  formPages,
  formScreen,
  homeGroups,
  kitAsset,
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
import type { DjangoAnswers } from '../prompting.ts';
import { linkUrl, linkedValueMarkup, partMarkup, valueMarkup } from '../code/page-markup.ts';
import type { PageNavigation } from '../code/page-markup.ts';
import { freeName, templateOf } from '../code/page-names.ts';
import { webScope } from '../code/web-scope.ts';
import type { WebScope } from '../code/web-scope.ts';

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
    const web = webScope(spec);
    writeFrame(tree, pages);
    const navigation: PageNavigation = {
      recordPage: (entity) => {
        const surface = pages.entities.find((candidate) => candidate.entity === entity)?.recordPage;
        return surface ? pages.bySurface[surface]!.routeName : null;
      },
    };
    for (const entity of pages.entities) {
      for (const page of entity.lists) writeList(tree, web, navigation, entity, page);
      for (const page of entity.views) writeDetail(tree, web, navigation, page);
      for (const page of formPages(entity)) writeForm(tree, web, navigation, page);
      if (entity.delete !== null) writeDelete(tree, entity.delete);
    }
    for (const page of pages.freePages) writeForm(tree, web, navigation, page);
    if (pages.experiences.length > 0) {
      renderAll(tree, [...experiencePages.map((name) => `experiences/${name}`), 'includes/steps']);
    }
  },
});

/** Templates that are the same in each application that has them. */
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

function writeList(
  tree: Tree,
  web: WebScope,
  navigation: PageNavigation,
  entity: EntityPages,
  page: ListPage,
): void {
  const screen = listScreen(page);
  const markup = (part: ScreenPart): string => partMarkup(web, part, page.entity);
  tree.render(
    'app/templates/app/list.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      words,
      title: page.title,
      purpose: page.purpose,
      hasFilters: page.filters.length + page.search.length > 0,
      noun: entity.noun,
      pluralNoun: entity.pluralNoun,
      emptyText: page.emptyText,
      emptyActions: screen.emptyActions.map(markup),
      columns: page.columns.map((column) => ({
        label: column.label,
        sort: column.sort,
        isNumber: fieldKinds[column.kind].bounds === 'value',
        value: column.isLink
          ? linkedValueMarkup(web, navigation, page.entity, column)
          : valueMarkup(web, navigation, page.entity, column, 'cell'),
      })),
      actions: screen.actions.map(markup),
      rowActions: screen.rowActions.map(markup),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeDetail(tree: Tree, web: WebScope, navigation: PageNavigation, page: ViewPage): void {
  tree.render(
    'app/templates/app/detail.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      words,
      title: page.title,
      purpose: page.purpose,
      list: page.list,
      actions: viewActions(page).map((part) => partMarkup(web, part, page.entity)),
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) => ({
          label: field.label,
          value: valueMarkup(web, navigation, page.entity, field, 'page'),
        })),
      })),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeForm(tree: Tree, web: WebScope, navigation: PageNavigation, page: FormPage | FreePage): void {
  const screen = formScreen(page);
  const markup = (part: ScreenPart): string => partMarkup(web, part, screen.entity);
  const sections = page.sections.map((section) => ({
    title: section.title,
    fields: section.fields.map(({ field, label, isFreeText, shown }) => {
      if (shown !== null)
        return { name: null, label, value: valueMarkup(web, navigation, page.entity!, shown, 'page') };
      return { name: isFreeText ? freeName(field) : web.attribute(page.entity!, field), label, value: '' };
    }),
  }));
  tree.render(
    'app/templates/app/form.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      words,
      title: page.title,
      purpose: page.purpose,
      list: screen.list,
      record: screen.record,
      needsPages: sections.some((section) => section.fields.some((field) => field.value.includes('as_json'))),
      sections,
      actions: screen.actions.map(markup),
      buttons: screen.buttons.map(markup),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
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
      cancelUrl: page.cancel === null ? "{% url 'home' %}" : linkUrl(page.cancel),
    },
    { subject: `entity:${page.entity}`, role: 'delete-page' },
  );
}
