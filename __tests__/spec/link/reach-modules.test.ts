import { expect, it } from '@jest/globals';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

const part = (name: string) => ({ file: `${name}.dsl`, text: `module m.${name}\n` });

it.each([
  [
    'a module that no file defines',
    'use m.ghost',
    '2:5 DZL152 module m.a uses "m.ghost", which no file defines (add a file with "module m.ghost", or remove this line)',
  ],
  ['a module that uses itself', 'use m.a', '2:5 DZL153 module m.a uses itself (remove this line)'],
  [
    'one alias for two modules',
    'use m.b as x\nuse m.c as x',
    '3:12 DZL159 the alias x stands for module m.b already (choose another alias for module m.c)',
  ],
])('reports %s', (_, uses, problem) => {
  const { diagnostics } = loadSpec(
    [{ file: 'a.dsl', text: `module m.a\n${uses}\napp x "X"\n` }, part('b'), part('c')],
    { root: 'm.a' },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(
      ({ place, code, message, fix }) => `${place!.line}:${place!.column} ${code} ${message} (${fix})`,
    ),
  ).toEqual([problem]);
});
