import { expect, it } from '@jest/globals';
import { noFacts } from '../../../lib/backend/facts.ts';
import { serviceValues } from '../../../lib/kit/service/service-values.ts';

const none = { development: '', production: '' };

it('gives commands by name, absent ones as empty texts, and the first database and tool', () => {
  const database = {
    engine: 'sqlite',
    name: 'shop',
    variable: 'DB',
    volume: '/d',
    volumeUrl: 'file:/d/x',
  } as const;
  const values = serviceValues({
    ...noFacts,
    port: 9000,
    healthPath: '/up',
    commands: [
      { name: 'start', development: null, production: 'serve' },
      { name: 'test', development: 'check', production: null },
    ],
    databases: [database],
  });
  expect(values).toEqual({
    port: 9000,
    healthPath: '/up',
    address: 'http://localhost:9000/',
    commands: {
      install: none,
      build: none,
      make_migrations: none,
      migrate: none,
      make_admin: none,
      start: { development: '', production: 'serve' },
      test: { development: 'check', production: '' },
    },
    database,
    tool: null,
  });
});
