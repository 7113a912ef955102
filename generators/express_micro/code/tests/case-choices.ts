import { commonChoices } from '../../../../lib/index.ts';
import type { CaseChoices } from '../../../../lib/index.ts';

const numbers = ['int', 'float', 'decimal'] as const;
const texts = ['str', 'text', 'email', 'url'] as const;
const times = ['date', 'time', 'datetime'] as const;

/** The choices in which the tests of an Express application differ from those of other backends. */
export const caseChoices: CaseChoices = {
  ...commonChoices,
  filtered: ['enum', 'bool', 'ref', 'many', 'uuid', ...texts, ...times, ...numbers],
  sorted: ['enum', 'bool', 'ref', ...texts, ...times, ...numbers],
  sortsKeys: true,
  searchesLinks: true,
};
