import { expect, it } from '@jest/globals';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

/** A file of a module with an entity Client and a surface clients. */
const clients = (module: string) => ({
  file: `${module}.dsl`,
  text: `module ${module}\nentity Client "C":\n  id: uuid pk\nsurface clients "C":\n  uses entity Client\n  mode: list\n`,
});

/** The names of entities and surfaces of an application that uses modules. */
function namesOf(modules: readonly string[], more = ''): string[] {
  const uses = modules.map((module) => `use ${module}\n`).join('');
  const { spec } = loadSpec(
    [{ file: 'a.dsl', text: `module m.a\n${uses}app x "X"\n${more}` }, ...modules.map(clients)],
    { root: 'm.a' },
  );
  return [...spec!.entities, ...spec!.surfaces].map(({ name }) => name);
}

it.each([
  ['the last part of their module', ['m.b', 'm.c'], ['Client', 'CClient', 'clients', 'c_clients']],
  [
    'more of it where that is taken too',
    ['m.b', 'k.b', 'q.b'],
    ['Client', 'BClient', 'QBClient', 'clients', 'b_clients', 'q_b_clients'],
  ],
])('gives things of one name in two modules %s', (_, modules, names) => {
  expect(namesOf(modules)).toEqual(names);
});

it('gives them a number where the whole of the module is taken', () => {
  const more = 'entity CClient "T":\n  id: uuid pk\nsurface more "M":\n  uses entity CClient\n';
  expect(namesOf(['m.b', 'c'], more)).toEqual([
    'CClient',
    'Client',
    'CClient2',
    'more',
    'clients',
    'c_clients',
  ]);
});
