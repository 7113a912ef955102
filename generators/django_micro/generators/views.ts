import {
  buildPages,
  defineGenerator,
  hasPages,
  pageSize,
  screenWords,
  surfacePages,
} from '../../../lib/index.ts';
import type { EntityPages, FreePage } from '../../../lib/index.ts';
import { docstring } from '../code/docstring.ts';
import { experienceValues } from '../code/experience-steps.ts';
import { deleteView, detailView, formView, freeView, listView } from '../code/view-classes.ts';
import { importsOf, ViewImports } from '../code/view-imports.ts';
import { webScope } from '../code/web-scope.ts';
import type { WebScope } from '../code/web-scope.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes `app/views/`: what pages share, one module for each entity with pages, the general pages, and experiences. */
export const views = defineGenerator<DjangoAnswers>({
  name: 'views',
  description: 'class-based views, one module for each entity; experiences as steps over them in the session',
  checkSpec: ({ spec }) => buildPages(spec).diagnostics,
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const web = webScope(spec);
    tree.write('app/views/__init__.py', '');
    tree.render('app/views/base.py.ejs', 'app/views/base.py', { words: screenWords, pageSize });
    tree.render('app/views/general.py.ejs', 'app/views/general.py', generalValues(web, pages.freePages));
    for (const entity of pages.entities.filter(hasPages)) {
      tree.render(
        'app/views/entity.py.ejs',
        `app/views/${web.pages.module(entity.entity)}.py`,
        moduleValues(web, entity),
        { subject: `entity:${entity.entity}`, role: 'views' },
      );
    }
    if (pages.experiences.length === 0) return;
    tree.render('app/views/steps.py.ejs', 'app/views/steps.py', {});
    tree.render('app/views/experiences.py.ejs', 'app/views/experiences.py', experienceValues(web, pages));
  },
});

function moduleValues(web: WebScope, entity: EntityPages): object {
  const imports = new ViewImports();
  const classes = [
    ...surfacePages(entity).map((page) => {
      if (page.kind === 'list') return listView(web, page, imports);
      return page.kind === 'view' ? detailView(web, page, imports) : formView(web, page, imports);
    }),
    ...(entity.delete === null ? [] : [deleteView(web, entity.delete, imports)]),
  ];
  return { docstring: docstring(`Pages of ${entity.pluralNoun}.`), imports: importsOf(imports), classes };
}

function generalValues(web: WebScope, freePages: readonly FreePage[]): object {
  const imports = new ViewImports();
  const classes = freePages.map((page) => freeView(web, page, imports));
  const bases = [
    { module: 'django.contrib.auth.mixins', name: 'LoginRequiredMixin' },
    { module: 'django.views.generic', name: 'TemplateView' },
  ];
  return { imports: importsOf(imports, bases), classes };
}
