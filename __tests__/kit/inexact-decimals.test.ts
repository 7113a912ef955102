import { expect, it } from '@jest/globals';
import { inexactDecimals } from '../../lib/index.ts';
import { loadSpec } from '../../lib/spec/load-spec.ts';

const text = `app a "A"
entity Account "Account":
  id: uuid pk
  balance: decimal(21,2)
  price: decimal(15,2)
  share: decimal(20,18)
`;

it('names each decimal with more digits than SQLite keeps', () => {
  const { spec } = loadSpec([{ file: 'a.dsl', text }]);
  const warnings = inexactDecimals(spec!, 'tiny');
  expect(warnings.map(({ code, message, fix, place }) => [code, message, fix, place?.line])).toEqual([
    [
      'DZL382',
      'field "balance" of entity Account has 21 digits, but tiny keeps it in SQLite, which keeps 15: its forms refuse a value with more',
      'nothing has to be done where no value is that long; or choose PostgreSQL (--set tiny.database=postgresql), or write decimal(15,2)',
      4,
    ],
    [
      'DZL382',
      'field "share" of entity Account has 20 digits, but tiny keeps it in SQLite, which keeps 15: its forms refuse a value with more',
      'nothing has to be done where no value is that long; or choose PostgreSQL (--set tiny.database=postgresql)',
      6,
    ],
  ]);
});
