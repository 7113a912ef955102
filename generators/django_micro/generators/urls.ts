import { buildPages, defineGenerator, hasPages, py, surfacePages } from '../../../lib/index.ts';
import type { Address, EntityPages } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { webScope } from '../code/web-scope.ts';
import type { WebScope } from '../code/web-scope.ts';

/**
 * Writes `config/urls.py`, `app/urls.py` with every route, and `app/converters.py` where a route needs it.
 */
export const urls = defineGenerator<DjangoAnswers>({
  name: 'urls',
  description: 'addresses of the pages',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const web = webScope(spec);
    const entities = pages.entities.filter(hasPages);
    const used = new Set(entities.map((entity) => converterOf[entity.key.kind]));
    const converters = ownConverters.filter(({ name }) => used.has(name));
    tree.render('config/urls.py.ejs', 'config/urls.py', {});
    tree.render('app/urls.py.ejs', 'app/urls.py', {
      docstring: `"""Addresses of the pages."""`,
      modules: [
        ...entities.map((entity) => web.pages.module(entity.entity)),
        ...(pages.experiences.length > 0 ? ['experiences'] : []),
        'general',
      ].sort(),
      converters,
      routes: [
        ...pages.freePages.map((page) => route(page, `general.${web.pages.view(page.surface)}`, '')),
        ...entities.flatMap((entity) => entityRoutes(web, entity)),
        ...pages.experiences.flatMap((experience) => [
          route({ ...experience, takesId: false }, `experiences.${web.pages.start(experience.name)}`, ''),
          ...experience.steps.map((step) =>
            route(
              { ...step, takesId: false },
              `experiences.${web.pages.step(experience.name, step.name)}`,
              '',
            ),
          ),
        ]),
      ],
    });
    if (converters.length > 0) {
      tree.render('app/converters.py.ejs', 'app/converters.py', { used: converters.map(({ name }) => name) });
    }
  },
});

/**
 * The converters of `app/converters.py`: `key` for text, `number` since Django's `int` refuses a minus sign.
 */
const ownConverters = [
  { name: 'key', className: 'KeyConverter' },
  { name: 'number', className: 'NumberConverter' },
] as const;

/** The path converter for each kind of key; `key` also takes a slash, which it escapes. */
const converterOf = { int: 'number', uuid: 'uuid', text: 'key' } as const;

/**
 * The routes of an entity's pages. Django takes the first that matches, so those without a key come first:
 * `tasks/new/` is not the page of a task with the key `new`.
 */
function entityRoutes(web: WebScope, entity: EntityPages): readonly object[] {
  const module = web.pages.module(entity.entity);
  const converter = converterOf[entity.key.kind];
  const all = surfacePages(entity);
  const routes = [...all.filter((page) => !page.takesId), ...all.filter((page) => page.takesId)].map((page) =>
    route(page, `${module}.${web.pages.view(page.surface)}`, converter),
  );
  if (entity.delete !== null) {
    routes.push(route(entity.delete, `${module}.${web.pages.deleteView(entity.entity)}`, converter));
  }
  return routes;
}

function route(address: Address, view: string, converter: string): object {
  const path = address.path.slice(1).replace(':id', `<${converter}:pk>`);
  return { path: py(path), view, name: py(address.routeName) };
}
