import { expect, describe, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import type { BuildOutcome } from '../lib/request.ts';
import { read, run, useProject, write } from './support/build-project.ts';

useProject();

const head = 'module shop.core\napp shop "Zoo"\n';

const entity = (name: string, was = ''): string => `
entity ${name} "${name}"${was}:
  id: uuid pk
  code: str(20) required
`;

const list = (name: string, of: string, title: string, was = ''): string => `
surface ${name} "${title}"${was}:
  uses entity ${of}
  mode: list
  section main:
    field code "Code"
`;

async function buildOver(spec: string): Promise<BuildOutcome> {
  write(
    'dazzle.toml',
    '[project]\nname = "shop"\nroot = "shop.core"\n\n[stack]\nbackends = ["django_micro", "express_micro"]\n',
  );
  write('dsl/app.dsl', `${head}${spec}`);
  return run({ diskHooks: false }, { of: [djangoMicro, expressMicro] });
}

/** Puts lines behind the last one that a pattern finds. */
function addBehind(file: string, pattern: RegExp, lines: string): void {
  const text = read(file);
  const edited = text.replace(pattern, (found) => found + lines);
  if (edited === text) throw new Error(`nothing in ${file} is ${String(pattern)}`);
  write(file, edited);
}

const views = 'apps/django_micro/app/views';
const pages = 'apps/django_micro/app/templates/app';
const routes = 'apps/express_micro/src/routes';
const markup = 'apps/express_micro/views';

/** Adds a method to the view of a list, a line to its route and a text to its pages. */
function editList(name: string, camel: string, file: string): void {
  const pascal = camel.slice(0, 1).toUpperCase() + camel.slice(1);
  addBehind(
    `${views}/${file}.py`,
    new RegExp(`class ${pascal}View[^]*?default_order.*\n`),
    `\n    def mine_of_${name}(self):\n        return ${pascal}View.model, ${pascal}Filters\n`,
  );
  addBehind(
    `${routes}/${file}.js`,
    new RegExp(`res.render\\('${file}/${name}'.*\n`),
    `    void [${camel}Filters, ${camel}Page]; // of ${name}\n`,
  );
  for (const page of [`${pages}/${name}.html`, `${markup}/${file}/${name}.ejs`])
    addBehind(page, /<\/h1>/, `<p>mine of ${name}</p>`);
}

describe('surfaces whose names are chained', () => {
  it.each([
    ['onward', 'visit_archive', 'VisitArchive', 'visitArchive'],
    ['in a ring', 'visit_board', 'VisitBoard', 'visitBoard'],
  ])('move their pages and what the user wrote into them: %s', async (_title, name, pascal, camel) => {
    await buildOver(
      entity('Visit') + list('visit_list', 'Visit', 'Visits') + list('visit_board', 'Visit', 'Board'),
    );
    editList('visit_list', 'visitList', 'visit');
    editList('visit_board', 'visitBoard', 'visit');
    const next =
      entity('Visit') +
      list(name, 'Visit', 'Visits', ' was visit_list') +
      list('visit_list', 'Visit', 'Board', ' was visit_board');
    for (const spec of [next, next, next.replace('  code:', '  vip: bool\n  code:')]) {
      expect((await buildOver(spec)).status).toBe('done');
      expect(read(`${pages}/${name}.html`)).toContain('mine of visit_list<');
      expect(read(`${pages}/visit_list.html`)).toContain('mine of visit_board<');
      expect(read(`${markup}/visit/${name}.ejs`)).toContain('mine of visit_list<');
      expect(read(`${markup}/visit/visit_list.ejs`)).toContain('mine of visit_board<');
      const view = read(`${views}/visit.py`);
      expect(view).toContain(
        `def mine_of_visit_list(self):\n        return ${pascal}View.model, ${pascal}Filters\n`,
      );
      expect(view).toContain(
        'def mine_of_visit_board(self):\n        return VisitListView.model, VisitListFilters\n',
      );
      const route = read(`${routes}/visit.js`);
      expect(route).toContain(`void [${camel}Filters, ${camel}Page]; // of visit_list`);
      expect(route).toContain('void [visitListFilters, visitListPage]; // of visit_board');
    }
  });

  it('go to another entity with the name that they take over', async () => {
    const entities = entity('Visit') + entity('Invoice');
    await buildOver(
      entities + list('visit_list', 'Visit', 'Visits') + list('invoice_list', 'Invoice', 'Invoices'),
    );
    editList('visit_list', 'visitList', 'visit');
    editList('invoice_list', 'invoiceList', 'invoice');
    const outcome = await buildOver(
      entities +
        list('appointment_list', 'Visit', 'Visits', ' was visit_list') +
        list('visit_list', 'Invoice', 'Invoices', ' was invoice_list'),
    );
    expect(outcome.status).toBe('done');
    expect(read(`${pages}/appointment_list.html`)).toContain('mine of visit_list<');
    expect(read(`${pages}/visit_list.html`)).toContain('mine of invoice_list<');
    expect(read(`${views}/visit.py`)).toContain('return AppointmentListView.model, AppointmentListFilters\n');
    expect(read(`${views}/invoice.py`)).toContain('return VisitListView.model, VisitListFilters\n');
    expect(read(`${routes}/invoice.js`)).toContain(
      'void [visitListFilters, visitListPage]; // of invoice_list',
    );
    expect(read('apps/django_micro/app/urls.py')).toContain(
      'path("visits/", visit.AppointmentListView.as_view(), name="appointment_list")',
    );
  });
});

describe('entities that swap their names', () => {
  it('take along what is named for them, and leave what is named for a surface', async () => {
    const lists = (one: string, other: string): string =>
      list('cat_list', one, 'Cats') + list('dog_list', other, 'Dogs');
    await buildOver(entity('Cat') + entity('Dog') + lists('Cat', 'Dog'));
    const mine = '\n\ndef mine():\n    return models.Cat.objects, CatAdmin\n';
    addBehind('apps/django_micro/app/admin.py', /[^]$/, mine);
    addBehind(
      `${views}/cat.py`,
      /default_order.*\n/,
      '\n    def mine(self):\n        return Cat.objects, CatListView.model, CatListFilters\n',
    );
    addBehind(
      `${routes}/cat.js`,
      /[^]$/,
      '\nexport const mine = () => [catModel, catListPage, catRoutes];\n',
    );
    const outcome = await buildOver(
      entity('Dog', ' was Cat') + entity('Cat', ' was Dog') + lists('Dog', 'Cat'),
    );
    expect(outcome.status).toBe('done');
    expect(read('apps/django_micro/app/admin.py')).toContain('return models.Dog.objects, DogAdmin\n');
    expect(read(`${views}/dog.py`)).toContain('return Dog.objects, CatListView.model, CatListFilters\n');
    expect(read(`${routes}/dog.js`)).toContain('mine = () => [dogModel, catListPage, dogRoutes];\n');
  });
});
