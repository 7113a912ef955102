import { buildPages, defineGenerator, hasPages, py, surfacePages } from '../../../lib/index.ts';
import type { Address, EntityPages } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { webScope } from '../code/web-scope.ts';
import type { WebScope } from '../code/web-scope.ts';

/** Writes `config/urls.py` and `app/urls.py`: every address of the application. */
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

/** The converters that Django does not have: its own for numbers knows no sign. */
const ownConverters = [
  { name: 'key', className: 'KeyConverter' },
  { name: 'number', className: 'NumberConverter' },
] as const;

/** The converter of a key; texts may hold a slash. */
const converterOf = { int: 'number', uuid: 'uuid', text: 'key' } as const;

/** Fixed segments come first: they win over a key. */
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
