import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../../lib/plan/merge/index.ts';

const renames = [{ kind: 'field', from: 'species', to: 'kind', entity: 'Pet' }] as const;
const rename = (text: string): string => text.replaceAll('species', 'kind');

/** Moves the line that says `species` first to the start of its list, with something put beside it. */
const move =
  (before: string, after: string) =>
  (text: string): string => {
    const [line] = /^.*(?:species|kind).*\n/m.exec(text)!;
    const commented = line.replace(
      /^(\s*)(.*)\n$/,
      (_, indent, code) => `${indent}${before}${code}${after}\n`,
    );
    return text.replace(line, '').replace(/^.*\bname\b.*\n/m, (first) => commented + first);
  };

async function follow(path: string, base: string, edit: (text: string) => string): Promise<void> {
  const next = rename(base);
  const outcome = await mergeText({ path, base, mine: edit(base), next, renames });
  expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([edit(next), 0]);
}

describe('a line that the user moved, with a comment beside it', () => {
  it.each([
    [
      'JavaScript',
      'src/forms/pet.js',
      'export const one = pets.pick({\n  name: true,\n  species: true,\n  weight: true,\n});\n\nexport const other = pets.pick({\n  name: true,\n  species: true,\n});\n',
      '',
      ' // first, since the name depends on it',
    ],
    [
      'JavaScript with a block',
      'a.js',
      'export const one = {\n  name: 1,\n  species: 2,\n};\n',
      '/* own */ ',
      '',
    ],
    [
      'a list in JavaScript',
      'a.js',
      "export const one = [\n  'name',\n  'weight',\n  'species',\n];\n",
      '',
      ' // own // of it',
    ],
    [
      'Python',
      'app/admin.py',
      'one = [\n    "name",\n    "weight",\n    "species",\n]\n',
      '',
      "  # the name's",
    ],
    [
      'assignments in Python',
      'app/pets.py',
      'class Pet:\n    name = text()\n    weight = text()\n    species = text("a # b")\n',
      '',
      '  # own',
    ],
    [
      'a page',
      'pages/pet.html',
      '<dl>\n  <dd>{{ record.name }}</dd>\n  <dd>{{ record.weight }}</dd>\n  <dd>{{ record.species }}</dd>\n</dl>\n',
      '',
      ' {# own #}',
    ],
    [
      'markup',
      'pages/pet.html',
      '<dl>\n  <dd>{{ record.name }}</dd>\n  <dd>{{ record.weight }}</dd>\n  <dd>{{ record.species }}</dd>\n</dl>\n',
      '<!-- own --> ',
      '',
    ],
    [
      'a page of EJS',
      'views/pet.ejs',
      '<dl>\n  <dd><%= record.name %></dd>\n  <dd><%= record.weight %></dd>\n  <dd><%= record.species %></dd>\n</dl>\n',
      '',
      ' <%# own %>',
    ],
    ['YAML', 'pets.yaml', 'pet:\n  name: 1\n  weight: 1\n  species: 1\n', '', ' # own'],
    ['TOML', 'pets.toml', '[pet]\nname = 1\nweight = 1\nspecies = 1\n', '', ' # own'],
  ])('follows in %s', async (_, path, base, before, after) => {
    await follow(path, base, move(before, after));
    await follow(path, move(before, after)(base), (text) =>
      move('', '')(text.replace(before, '').replace(after, '')),
    );
  });
});
