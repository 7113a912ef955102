import type { CaseChoices } from '../../../../lib/index.ts';

/** Where the tests of a Django application assert other things than those of other backends. */
export const caseChoices: CaseChoices = {
  isCautious: false,
  shown: ['enum', 'ref', 'str', 'text', 'email'],
  filtered: ['enum', 'bool', 'ref', 'str'],
  sorted: ['enum', 'bool', 'date', 'datetime', 'str', 'text', 'ref'],
  sortsKeys: false,
  searchesLinks: false,
  asksForFirst: true,
  enumPair: 'last',
};
