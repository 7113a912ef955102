import {
  buildPages,
  defineGenerator,
  hasPages,
  leadingActions,
  screenWords,
  py,
  surfacePages,
} from '../../../lib/index.ts';
import type { EntityPages, FreePage } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { importLines } from './python-imports.ts';
import {
  deleteView,
  detailView,
  formView,
  listView,
  notConnected,
  targetCode,
  templateOf,
  ViewImports,
  webScope,
} from './view-values.ts';
import type { ViewClass, WebScope } from './view-values.ts';

/** Writes `app/views/`: what pages share, one module for each entity with pages, and the general pages. */
export const views = defineGenerator<DjangoAnswers>({
  name: 'views',
  description: 'class-based views, one module for each entity',
  checkSpec: ({ spec }) => buildPages(spec).diagnostics,
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const web = webScope(spec);
    tree.write('app/views/__init__.py', '');
    tree.render('app/views/base.py.ejs', 'app/views/base.py', { words: screenWords });
    tree.render('app/views/general.py.ejs', 'app/views/general.py', generalValues(web, pages.freePages));
    for (const entity of pages.entities) {
      if (!hasPages(entity)) continue;
      tree.render(
        'app/views/entity.py.ejs',
        `app/views/${web.pages.module(entity.entity)}.py`,
        moduleValues(web, entity),
        {
          subject: `entity:${entity.entity}`,
          role: 'views',
        },
      );
    }
  },
});

/** A text as a docstring. */
export function docstring(text: string): string {
  return `"""${py(text).slice(1, -1)}"""`;
}

function moduleValues(web: WebScope, entity: EntityPages): object {
  const imports = new ViewImports();
  const classes = [
    ...surfacePages(entity).map((page) => {
      if (page.kind === 'list') return listView(web, page, imports);
      return page.kind === 'view' ? detailView(web, page, imports) : formView(web, page, imports);
    }),
    ...(entity.delete === null ? [] : [deleteView(web, entity.delete, imports)]),
  ];
  return {
    docstring: docstring(`Pages of ${entity.pluralNoun}.`),
    imports: importsOf(imports),
    classes: classes.map(withDocstring),
  };
}

function generalValues(web: WebScope, freePages: readonly FreePage[]): object {
  const imports = new ViewImports();
  if (freePages.length > 0) imports.bases.add('FreePageView');
  const classes = freePages.map((page): ViewClass => {
    imports.forms.add(web.pages.form(page.surface));
    const leading = leadingActions(page.actions);
    const branches = leading.flatMap((action) => [
      `    if self.request.POST.get("_action") == ${py(action.name)}:`,
      ...targetCode(web, null, action.target, imports).map((line) => `        ${line}`),
    ]);
    const automatic = leading.find((action) => action.control === 'after-save');
    return {
      name: web.pages.view(page.surface),
      bases: 'FreePageView',
      title: page.title,
      body: [
        `form_class = ${web.pages.form(page.surface)}`,
        `template_name = ${py(templateOf(page))}`,
        ...notConnected(page.actions),
        ...(leading.length === 0
          ? []
          : [
              '',
              'def get_success_url(self):',
              ...branches,
              ...(automatic === undefined
                ? ['    return super().get_success_url()']
                : targetCode(web, null, automatic.target, imports).map((line) => `    ${line}`)),
            ]),
      ],
    };
  });
  return {
    imports: importsOf(imports, [
      { module: 'django.contrib.auth.mixins', name: 'LoginRequiredMixin' },
      { module: 'django.views.generic', name: 'TemplateView' },
    ]),
    classes: classes.map(withDocstring),
  };
}

/** The import statements of a module below `app/views`. */
export function importsOf(
  imports: ViewImports,
  more: readonly { readonly module: string; readonly name: string }[] = [],
): string {
  return importLines([
    ...more,
    ...(imports.needsPrefetch ? [{ module: 'django.db.models', name: 'Prefetch' }] : []),
    ...(imports.needsReverse ? [{ module: 'django.urls', name: 'reverse' }] : []),
    ...[...imports.forms].map((name) => ({ module: '..forms', name })),
    ...[...imports.models].map((name) => ({ module: '..models', name })),
    ...[...imports.bases].map((name) => ({ module: '.base', name })),
  ]);
}

/** A class with its docstring and a body without blank lines at either end. */
export function withDocstring(view: ViewClass): object {
  return { ...view, docstring: docstring(`${view.title.replace(/[.\s]+$/, '')}.`) };
}
