import { buildPages, defineGenerator, fieldKinds, kitAsset, pathsBelow } from '../../../lib/index.ts';
import type {
  DeletePage,
  EntityPages,
  FormPage,
  FreePage,
  ListPage,
  PageModel,
  Tree,
  ViewPage,
} from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { freeName } from './forms.ts';
import {
  actionMarkup,
  buttonLink,
  linkUrl,
  linkedValueMarkup,
  submitMarkup,
  valueMarkup,
} from './page-markup.ts';
import { templateOf, webScope } from './view-values.ts';
import type { WebScope } from './view-values.ts';

/** Where records lead, by the names of their routes. */
export interface PageNavigation {
  recordPage(entity: string): string | null;
}

const includes = ['error_summary', 'field', 'messages', 'pagination'];
const errorPages = [
  ['400', 'Bad request', 'The request could not be understood.'],
  ['403', 'Not allowed', 'You are not allowed to see this page.'],
  [
    '403_csrf',
    'This form has expired',
    'Nothing was saved. Go back, reload the page and send the form again.',
  ],
  ['404', 'Not found', 'This page does not exist, or not any more.'],
  ['429', 'Too many attempts', 'Try again in a few minutes.'],
  ['500', 'Something went wrong', 'The page could not be shown. The problem has been logged.'],
] as const;

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
      for (const page of [...entity.creates, ...entity.edits, ...entity.customs]) {
        writeForm(tree, web, navigation, page);
      }
      if (entity.delete !== null) writeDelete(tree, entity.delete);
    }
    for (const page of pages.freePages) writeFreePage(tree, web, page);
  },
});

function writeFrame(tree: Tree, pages: PageModel): void {
  const { lists, creates, free, experiences } = pages.home;
  const links = [...lists, ...free, ...experiences];
  tree.render('app/templates/app/base.html.ejs', 'app/templates/app/base.html', {
    title: pages.title,
    navigation: links.map((link) => ({ ...link, below: pathsBelow(link, links) })),
  });
  const groups = [
    { title: null, links: lists },
    { title: 'Add', links: creates },
    { title: 'Pages', links: free },
    { title: 'Step by step', links: experiences },
  ];
  tree.render('app/templates/app/home.html.ejs', 'app/templates/app/home.html', {
    title: pages.title,
    groups: groups.filter((group) => group.links.length > 0),
  });
  tree.render('app/templates/app/login.html.ejs', 'app/templates/app/login.html', {});
  for (const name of includes) {
    const file = `app/templates/app/includes/${name}.html`;
    tree.render(`${file}.ejs`, file, {});
  }
  for (const [name, heading, text] of errorPages) {
    tree.render('app/templates/error.html.ejs', `app/templates/${name}.html`, {
      title: pages.title,
      heading,
      text,
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
  const create = page.createLinks[0];
  tree.render(
    'app/templates/app/list.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      title: page.title,
      purpose: page.purpose,
      hasFilters: page.filters.length + page.search.length > 0,
      noun: entity.noun,
      pluralNoun: entity.pluralNoun,
      emptyText: page.emptyText,
      create: create === undefined ? null : buttonLink(linkUrl(create), create.label),
      columns: page.columns.map((column) => ({
        label: column.label,
        sort: column.sort,
        isNumber: fieldKinds[column.kind].bounds === 'value',
        value: column.isLink
          ? linkedValueMarkup(web, navigation, page.entity, column)
          : valueMarkup(web, navigation, page.entity, column, 'cell'),
      })),
      actions: [
        ...page.actions
          .filter((action) => action.scope === 'page')
          .map((action) => actionMarkup(web, action, page.entity, '')),
        ...page.createLinks.map((link, index) =>
          buttonLink(linkUrl(link), link.label, index === 0 ? 'button-primary' : ''),
        ),
      ],
      rowActions: page.actions
        .filter((action) => action.scope === 'row')
        .map((action) => actionMarkup(web, action, page.entity, 'button-small')),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeDetail(tree: Tree, web: WebScope, navigation: PageNavigation, page: ViewPage): void {
  tree.render(
    'app/templates/app/detail.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      title: page.title,
      purpose: page.purpose,
      list: page.list,
      actions: [
        ...page.actions.map((action) => actionMarkup(web, action, page.entity, '')),
        ...page.recordLinks.map((link) => buttonLink(linkUrl(link), link.label)),
        ...(page.delete === null
          ? []
          : [buttonLink(linkUrl(page.delete), page.delete.label, 'button-danger')]),
      ],
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

function writeForm(tree: Tree, web: WebScope, navigation: PageNavigation, page: FormPage): void {
  const sections = page.sections.map((section) => ({
    title: section.title,
    fields: section.fields.map((field) => {
      if (field.isFreeText) return { name: freeName(field.field), label: field.label, value: '' };
      const attribute = web.attribute(page.entity, field.field);
      if (!field.isReadOnly) return { name: attribute, label: field.label, value: '' };
      const { kind } = web.field(page.entity, field.field).type;
      const shown = { field: field.field, label: field.label, kind, target: field.entity };
      return {
        name: null,
        label: field.label,
        value: valueMarkup(web, navigation, page.entity, shown, 'page'),
      };
    }),
  }));
  const cancel = page.cancel === null ? "{% url 'home' %}" : linkUrl(page.cancel);
  const hasInputs = sections.some((section) => section.fields.some((field) => field.name !== null));
  const submits = page.actions.filter((action) => action.control === 'submit');
  tree.render(
    'app/templates/app/form.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      title: page.title,
      purpose: page.purpose,
      list: page.list,
      view: page.cancel?.takesId === true ? page.cancel : null,
      needsPages: sections.some((section) => section.fields.some((field) => field.value.includes('as_json'))),
      sections,
      actions: [
        ...page.actions
          .filter((action) => action.control === 'link')
          .map((action) => actionMarkup(web, action, page.kind === 'create' ? null : page.entity, '')),
        ...(page.delete === null
          ? []
          : [buttonLink(linkUrl(page.delete), page.delete.label, 'button-danger')]),
      ],
      buttons: [
        ...submits.map((action, index) => submitMarkup(action, index === 0)),
        ...(submits.length === 0 && hasInputs
          ? ['<button class="button button-primary" type="submit">Save</button>']
          : []),
        buttonLink(cancel, 'Cancel'),
      ],
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeFreePage(tree: Tree, web: WebScope, page: FreePage): void {
  const submits = page.actions.filter((action) => action.control === 'submit');
  tree.render(
    'app/templates/app/form.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      title: page.title,
      purpose: page.purpose,
      list: null,
      view: null,
      needsPages: false,
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) => ({
          name: freeName(field.field),
          label: field.label,
          value: '',
        })),
      })),
      actions: page.actions
        .filter((action) => action.control === 'link')
        .map((action) => actionMarkup(web, action, null, '')),
      buttons: submits.map((action, index) => submitMarkup(action, index === 0)),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeDelete(tree: Tree, page: DeletePage): void {
  tree.render(
    'app/templates/app/confirm_delete.html.ejs',
    `app/templates/${templateOf(page)}`,
    {
      title: page.title,
      list: page.afterDelete,
      cancel: page.cancel,
      cancelUrl: page.cancel === null ? "{% url 'home' %}" : linkUrl(page.cancel),
    },
    { subject: `entity:${page.entity}`, role: 'delete-page' },
  );
}
