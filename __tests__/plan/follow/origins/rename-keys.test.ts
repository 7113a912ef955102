import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../../lib/plan/merge/index.ts';

const renames = [{ kind: 'field', from: 'species', to: 'kind', entity: 'Pet' }] as const;
const rename = (text: string): string => text.replaceAll('species', 'kind');

/** Merges an edit with the next version, which only renames. */
async function merge(path: string, base: string, mine: string): Promise<[string, number]> {
  const outcome = await mergeText({ path, base, mine, next: rename(base), renames });
  return [joinRegions(outcome, 'mine'), outcome.conflicts];
}

describe('a line that the user moved in its list or body, with another value', () => {
  it.each([
    [
      'an object',
      'a.js',
      'export const one = {\n  name: true,\n  species: true,\n};\nexport const other = {\n  name: true,\n  species: true,\n};\n',
      'export const one = {\n  species: false, // own\n  name: true,\n};\nexport const other = {\n  name: true,\n  species: true,\n};\n',
    ],
    [
      'an object of calls',
      'a.js',
      'export const one = {\n  name: text(),\n  species: text(),\n};\n',
      "export const one = {\n  species: choice(['a', 'b'], { fallback: 'a' }),\n  name: text(),\n};\n",
    ],
    [
      'a dictionary',
      'a.py',
      'class One:\n    labels = {\n        "name": "Name",\n        "species": "The sort",\n    }\n',
      'class One:\n    labels = {\n        "species": "What it is",\n        "name": "Name",\n    }\n',
    ],
    [
      'a list',
      'a.py',
      'order = [\n    "name",\n    "species",\n]\n',
      'order = [\n    "-species",  # last first\n    "name",\n]\n',
    ],
    [
      'a class',
      'a.py',
      'class One:\n    name = text()\n    weight = text()\n    species = text(1)\n',
      'class One:\n    species = text(2)\n    name = text()\n    weight = text()\n',
    ],
    ['YAML', 'a.yaml', 'pet:\n  name: 1\n  species: 1\n', 'pet:\n  species: 2\n  name: 1\n'],
    ['TOML', 'a.toml', '[pet]\nname = 1\n\nspecies = 1\n', '[pet]\nspecies = 2\nname = 1\n\n'],
  ])('follows in %s', async (_, path, base, mine) => {
    const renamed = mine.replace(/\bspecies(?=\W)/, 'kind');
    const rest = renamed.slice(renamed.indexOf('kind') + 4);
    const expected = renamed.slice(0, renamed.indexOf('kind') + 4) + rename(rest);
    expect(await merge(path, base, mine)).toEqual([expected, 0]);
  });

  it.each([
    [
      'it stands in another list',
      'one = [\n    "name",\n    "species",\n]\nother = [\n    "weight",\n]\n',
      'one = [\n    "name",\n]\nother = [\n    "-species",\n    "weight",\n]\n',
    ],
    [
      'it stands in something of the user’s',
      'one = [\n    "name",\n    "species",\n]\n',
      'one = [\n    "name",\n]\nmine = [\n    "-species",\n]\n',
    ],
    [
      'there are two of',
      'one = {\n    "name": 1,\n    "weight": 1,\n    "species": 1,\n}\n',
      'one = {\n    "species": 2,\n    "name": 1,\n    "species": 3,\n    "weight": 1,\n}\n',
    ],
  ])('stays where %s', async (_, base, mine) => {
    expect(await merge('a.py', base, mine)).toEqual([mine, 0]);
  });
});
