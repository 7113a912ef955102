import { buildPages, defineGenerator, fieldKinds, js, pathsBelow } from '../../../lib/index.ts';
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
import { objectCode, viewCode } from '../javascript.ts';
import { pageNames } from '../page-names.ts';
import type { PageNames } from '../page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import {
  actionMarkup,
  buttonLink,
  fieldMarkup,
  filterMarkup,
  includeField,
  linkedValueMarkup,
  linkUrl,
  submitMarkup,
  valueMarkup,
} from './page-markup.ts';
import type { MarkupScope } from './page-markup.ts';

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
      for (const page of [...entity.creates, ...entity.edits, ...entity.customs]) writeForm(scope, page);
      if (entity.delete !== null) writeDelete(scope, entity.delete);
    }
    for (const page of pages.freePages) writeFreePage(scope, page);
  },
});

function writeFrame(tree: Tree, pages: PageModel): void {
  const { lists, creates, free, experiences } = pages.home;
  const links = [...lists, ...free, ...experiences];
  const { title } = pages;
  tree.render('views/partials/head.ejs.ejs', 'views/partials/head.ejs', { title });
  tree.render('views/partials/navigation.ejs.ejs', 'views/partials/navigation.ejs', {
    navigation: links.map((link) => ({
      ...link,
      code: [link.path, ...pathsBelow(link, links)].map((path) => js(path)).join(', '),
    })),
  });
  for (const name of partials) {
    tree.render(`views/partials/${name}.ejs.ejs`, `views/partials/${name}.ejs`, {});
  }
  const groups = [
    { title: null, links: lists },
    { title: 'Add', links: creates },
    { title: 'Pages', links: free },
    { title: 'Step by step', links: experiences },
  ];
  tree.render('views/home.ejs.ejs', 'views/home.ejs', {
    title,
    groups: groups.filter((group) => group.links.length > 0),
  });
  tree.render('views/login.ejs.ejs', 'views/login.ejs', {});
  tree.render('views/error.ejs.ejs', 'views/error.ejs', { title });
}

function writeList(scope: ViewScope, entity: EntityPages, page: ListPage): void {
  const create = page.createLinks[0];
  const search =
    page.search.length === 0
      ? []
      : [includeField('list.filters', { name: 'q', label: 'Search', input: 'text' })];
  scope.tree.render(
    'views/entity/list.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      title: page.title,
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      filters: [...search, ...page.filters.map(filterMarkup)],
      noun: entity.noun,
      pluralNoun: entity.pluralNoun,
      emptyText: page.emptyText,
      create: create === undefined ? null : buttonLink(linkUrl(create), create.label),
      columns: page.columns.map((column) => ({
        label: column.label,
        sort: column.sort === null ? null : js(column.sort),
        isNumber: fieldKinds[column.kind].bounds === 'value',
        value: column.isLink
          ? linkedValueMarkup(scope, page.entity, column)
          : valueMarkup(scope, page.entity, column, 'cell'),
      })),
      actions: [
        ...page.actions
          .filter((action) => action.scope === 'page')
          .map((action) => actionMarkup(action, page.entity, '')),
        ...page.createLinks.map((link, index) =>
          buttonLink(linkUrl(link), link.label, index === 0 ? 'button-primary' : ''),
        ),
      ],
      rowActions: page.actions
        .filter((action) => action.scope === 'row')
        .map((action) => actionMarkup(action, page.entity, 'button-small')),
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
      actions: [
        ...page.actions.map((action) => actionMarkup(action, page.entity, '')),
        ...page.recordLinks.map((link) => buttonLink(linkUrl(link), link.label)),
        ...(page.delete === null
          ? []
          : [buttonLink(linkUrl(page.delete), page.delete.label, 'button-danger')]),
      ],
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

function writeForm(scope: ViewScope, page: FormPage): void {
  const entity = scope.spec.entities.find(({ name }) => name === page.entity)!;
  const inputs = page.sections.flatMap((section) => section.fields.filter((field) => !field.isReadOnly));
  const submits = page.actions.filter((action) => action.control === 'submit');
  const linkEntity = page.kind === 'create' ? null : page.entity;
  scope.tree.render(
    'views/entity/form.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      title: page.title,
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      crumbs: crumbs(page.list, page.cancel?.takesId === true ? page.cancel : null),
      labels: viewCode(Object.fromEntries(inputs.map(({ field, label }) => [field, label]))),
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) => {
          if (!field.isReadOnly) return { label: field.label, input: fieldMarkup(field), value: '' };
          const { kind } = entity.fields.find(({ name }) => name === field.field)!.type;
          const shown = {
            field: field.field,
            label: field.label,
            kind,
            target: field.entity,
          };
          return {
            label: field.label,
            input: null,
            value: valueMarkup(scope, page.entity, shown, 'page'),
          };
        }),
      })),
      actions: [
        ...page.actions
          .filter((action) => action.control === 'link')
          .map((action) => actionMarkup(action, linkEntity, '')),
        ...(page.delete === null
          ? []
          : [buttonLink(linkUrl(page.delete), page.delete.label, 'button-danger')]),
      ],
      buttons: [
        ...submits.map((action, index) => submitMarkup(action, index === 0)),
        ...(submits.length === 0 && inputs.length > 0
          ? ['<button class="button button-primary" type="submit">Save</button>']
          : []),
        buttonLink(page.cancel === null ? '/' : linkUrl(page.cancel), 'Cancel'),
      ],
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeFreePage(scope: ViewScope, page: FreePage): void {
  const inputs = page.sections.flatMap((section) => section.fields);
  const submits = page.actions.filter((action) => action.control === 'submit');
  scope.tree.render(
    'views/entity/form.ejs.ejs',
    `views/${scope.names.view(page.surface)}.ejs`,
    {
      title: page.title,
      titleCode: viewCode(page.title),
      purpose: page.purpose,
      isStep: scope.steps.has(page.surface),
      crumbs: '[]',
      labels: viewCode(Object.fromEntries(inputs.map(({ field, label }) => [field, label]))),
      sections: page.sections.map((section) => ({
        title: section.title,
        fields: section.fields.map((field) => ({
          label: field.label,
          input: fieldMarkup(field),
          value: '',
        })),
      })),
      actions: page.actions
        .filter((action) => action.control === 'link')
        .map((action) => actionMarkup(action, null, '')),
      buttons: submits.map((action, index) => submitMarkup(action, index === 0)),
    },
    { subject: `surface:${page.surface}`, role: 'page' },
  );
}

function writeDelete(scope: ViewScope, page: DeletePage): void {
  scope.tree.render(
    'views/entity/delete.ejs.ejs',
    `views/${scope.names.deleteView(page.entity)}.ejs`,
    {
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
