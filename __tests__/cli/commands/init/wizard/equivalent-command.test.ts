import { expect, it } from '@jest/globals';
import { equivalentCommand } from '../../../../../lib/cli/commands/init/wizard/equivalent-command.ts';
import type { InitPlan } from '../../../../../lib/cli/commands/init/init-plan.ts';

const plan: InitPlan = {
  name: 'shop',
  start: { name: 'shop' } as InitPlan['start'],
  from: null,
  isDescribed: false,
  stack: { preset: 'micro' },
  backends: ['django_micro'],
  answers: { django_micro: { database: 'sqlite' } },
  defaults: { django_micro: { database: 'sqlite' } },
  build: true,
};

it.each<[string, Partial<InitPlan>, string, string]>([
  ['no more than the folder where all is as usual', {}, 'shop', 'dazzle init shop --yes'],
  ['not even that in the folder itself', {}, '.', 'dazzle init --yes'],
  ['another name than the folder has', { name: 'store' }, 'shop', 'dazzle init shop --yes --name store'],
  [
    'where the spec is from',
    { from: 'my specs/a.dsl' },
    'shop',
    "dazzle init shop --yes --from 'my specs/a.dsl'",
  ],
  [
    'another name than the spec has',
    { from: 'small', name: 'store' },
    'store',
    'dazzle init store --yes --from small --name store',
  ],
  [
    'the spec that was described, for another folder',
    { isDescribed: true },
    'shop',
    'dazzle init NEW_FOLDER --yes --from shop/dsl/app.dsl',
  ],
  ['another stack', { stack: { preset: 'api' } }, 'shop', 'dazzle init shop --yes --stack api'],
  ['its backends', { stack: { backends: ['a', 'b'] } }, 'shop', 'dazzle init shop --yes --backends a,b'],
  [
    'answers that are not the usual ones',
    { answers: { django_micro: { database: 'postgres', extras: ['a', 'b'], zone: 'a b' } } },
    'shop',
    "dazzle init shop --yes --set django_micro.database=postgres --set django_micro.extras=a,b --set 'django_micro.zone=a b'",
  ],
  ['that nothing is built', { build: false }, 'shop', 'dazzle init shop --yes --no-build'],
])('says %s', (_, parts, dir, command) => {
  expect(equivalentCommand({ ...plan, ...parts }, dir, '/home/me/shop')).toBe(command);
});
