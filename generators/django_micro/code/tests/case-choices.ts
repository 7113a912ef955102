import { commonChoices } from '../../../../lib/index.ts';
import type { CaseChoices } from '../../../../lib/index.ts';

/** Where the tests of a Django application assert other things than those of other backends. */
export const caseChoices: CaseChoices = {
  ...commonChoices,
  isCautious: false,
  shown: ['enum', 'ref', 'str', 'text', 'email'],
  sorted: ['enum', 'bool', 'date', 'datetime', 'str', 'text', 'ref'],
  asksForFirst: true,
  enumPair: 'last',
};
