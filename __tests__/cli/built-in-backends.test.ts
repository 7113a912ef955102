import { expect, it } from '@jest/globals';
import { backendNames, loadRegistry } from '../../lib/cli/built-in-backends.ts';

it('the backends that come with dazzle are called as the table says', async () => {
  expect((await loadRegistry()).names).toEqual(backendNames.names);
});
