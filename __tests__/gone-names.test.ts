import { expect, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import type { Backend } from '../lib/index.ts';
import type { BuildOutcome } from '../lib/request.ts';
import { read, run, useProject, write } from './support/build-project.ts';

useProject();

const surface = (name: string, mode: string, entity: string): string => `
surface ${name} "${entity}s":
  uses entity ${entity}
  mode: ${mode}
  section main:
    field title "Title"
`;
const tag = `
entity Tag "Tag":
  id: uuid pk
  title: str(80)
${surface('tag_list', 'list', 'Tag')}`;
const clinic = `module clinic.core
app clinic "Clinic"

entity Visit "Visit":
  id: uuid pk
  title: str(200) required
  status: enum[open,arrived,done]=open
  price: decimal(10,2)
${surface('visit_list', 'list', 'Visit')}${surface('visit_edit', 'edit', 'Visit')}`;
const smaller = clinic.replace('open,arrived', 'open').replace(/ *price:.*\n/, '');

/** What a build says where the spec loses something after lines were added to generated files. */
async function lose(
  of: Backend,
  edits: Readonly<Record<string, (text: string) => string>>,
): Promise<string[]> {
  const build = (): Promise<BuildOutcome> => run({ diskHooks: false }, { of });
  write(
    'dazzle.toml',
    `[project]\nname = "clinic"\nroot = "clinic.core"\n\n[stack]\nbackends = ["${of.name}"]\n`,
  );
  write('dsl/app.dsl', clinic + tag);
  await build();
  for (const [path, edit] of Object.entries(edits)) {
    const file = `apps/${of.name}/${path}`;
    expect(edit(read(file))).not.toBe(read(file));
    write(file, edit(read(file)));
  }
  write('dsl/app.dsl', smaller);
  const { diagnostics, unsettled } = await build();
  expect(unsettled).toEqual([]);
  const again = await build();
  expect(again.diagnostics.filter(({ code }) => code === 'DZL417')).toEqual([]);
  return diagnostics
    .filter(({ code }) => code === 'DZL417')
    .map(({ message }) => message.replaceAll(`apps/${of.name}/`, '').replaceAll(/:\d+(?=,|$)/g, ''));
}

const said = (word: string, what: string, places: string): string =>
  `lines that only you wrote still say "${word}" (${what} is gone from the spec): ${places}`;

it('is said of lines of one’s own in a Django application', async () => {
  const messages = await lose(djangoMicro, {
    'app/forms.py': (text) =>
      `${text}\n\nclass CloseForm(forms.ModelForm):\n    class Meta:\n        model = Visit\n        fields = ["price"]\n`,
    'app/views/visit.py': (text) => `${text}\n\nWAITING = Visit.Status.ARRIVED\n`,
    'app/templates/app/home.html': (text) =>
      text.replace('{% block content %}', '{% block content %}\n<a href="{% url \'tag_list\' %}">All</a>'),
  });
  expect(messages).toEqual([
    said('arrived', '"arrived" of Visit.status', 'app/views/visit.py'),
    said('price', 'Visit.price', 'app/forms.py'),
    said('tag_list', 'tag_list', 'app/templates/app/home.html'),
  ]);
});

it('is said of lines of one’s own in an Express application', async () => {
  const messages = await lose(expressMicro, {
    'src/forms/visit.js': (text) => `${text}\nexport const mine = visitSchema.pick({ price: true });\n`,
    'views/home.ejs': (text) => `${text}\n<a href="/tags/">All</a>\n`,
  });
  expect(messages).toEqual([
    said('/tags', 'Tag', 'views/home.ejs'),
    said('price', 'Visit.price', 'src/forms/visit.js'),
  ]);
});
