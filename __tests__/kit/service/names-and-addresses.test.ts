import { describe, expect, it } from '@jest/globals';
import { databaseFact } from '../../../lib/kit/service/database-fact.ts';
import {
  databaseName,
  developmentUrl,
  developmentValue,
  localAddress,
  packageName,
} from '../../../lib/kit/service/names-and-addresses.ts';
import { variableFact } from '../../../lib/kit/service/variable-fact.ts';
import { emptySpec } from '../../support/make-backend.ts';

describe('names and addresses of a service', () => {
  const named = (name: string) => ({ ...emptySpec, name });

  it.each([
    ['readingList', 'reading_list', 'reading-list'],
    ['shop', 'shop', 'shop'],
    ['', 'app', 'app'],
  ])('the application %j has the database %s and the package %s', (name, database, packages) => {
    expect([databaseName(named(name)), packageName(named(name))]).toEqual([database, packages]);
  });

  it('an application without a port has no address', () => {
    expect([localAddress({ port: 81 }), localAddress({ port: null })]).toEqual(['http://localhost:81/', '']);
  });

  it('a variable that nobody states has no value', () => {
    const environment = [variableFact({ name: 'A', meaning: '', development: '1' })];
    expect([developmentValue({ environment }, 'A'), developmentValue({ environment }, 'B')]).toEqual([
      '1',
      '',
    ]);
  });

  it('a database is a file in a volume, or on a server of its name', () => {
    expect(databaseFact(named('shop'), 'postgresql', (folder) => `file:${folder}/a`)).toEqual({
      engine: 'postgresql',
      name: 'shop',
      variable: 'DATABASE_URL',
      volume: '/data',
      volumeUrl: 'file:/data/a',
    });
    expect(developmentUrl('shop')).toBe('postgres://postgres:postgres@localhost:5432/shop');
  });

  it('a variable is in production as in development unless it says otherwise, and a secret has no value', () => {
    expect(variableFact({ name: 'A', meaning: 'm', development: 'x' })).toMatchObject({ production: 'x' });
    expect(variableFact({ name: 'K', meaning: 'm', isSecret: true })).toEqual({
      name: 'K',
      meaning: 'm',
      isSecret: true,
      development: '',
      production: '',
      isOptional: false,
    });
  });
});
