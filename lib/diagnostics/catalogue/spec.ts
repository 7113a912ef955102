import type { CatalogueSection } from './entry.ts';
import { specNamesCatalogue } from './spec-names.ts';
import { specFieldsCatalogue } from './spec-fields.ts';
import { specPagesCatalogue } from './spec-pages.ts';
import { specWarningsCatalogue } from './spec-warnings.ts';

/** DZL104-DZL109, DZL150-DZL199 and DZL383: the meaning of a spec. Examples leave out the usual app and entities `User` and `Task`. */
export const specCatalogue = {
  ...specNamesCatalogue,
  ...specFieldsCatalogue,
  ...specPagesCatalogue,
  ...specWarningsCatalogue,
  DZL383: {
    title: 'A pattern that somebody can stop the application with',
    meaning:
      'A regular expression is tried in every way in which its parts can share a text. Where one repetition stands within another over the same text, the number of ways doubles with ' +
      'each character, and thirty characters take minutes; three repetitions in a row that match the same text make it grow with the cube of the length. Whoever may fill in the field ' +
      'can then keep the server from answering anybody. The applications look at the length of a text before they hold it against a pattern, which bears what grows with the square.',
    example: 'entity Page:\n  id: uuid pk\n  slug: str(80) pattern="^([a-z]+-?)+$"',
    mend: 'entity Page:\n  id: uuid pk\n  slug: str(80) pattern="^[a-z]+(-[a-z]+)*$"',
  },
} as const satisfies CatalogueSection;
