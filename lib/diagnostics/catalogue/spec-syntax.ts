import type { CatalogueSection } from './entry.ts';

/** DZL101-DZL103 and DZL110-DZL149: the syntax of a spec. */
export const specSyntaxCatalogue = {
  DZL101: {
    title: 'Tabs in the indentation',
    meaning:
      'A spec is indented with spaces. How wide a tab is depends on the editor, so a line that starts with one belongs to a block by chance.',
    example: 'entity Task:\n\tid: uuid pk',
    mend: 'entity Task:\n  id: uuid pk',
  },
  DZL102: {
    title: 'Uneven indentation',
    meaning:
      'The lines of one block are all indented by the same number of spaces, deeper than the head of the block.',
    example: 'entity Task:\n  id: uuid pk\n    title: str(200)',
    mend: 'entity Task:\n  id: uuid pk\n  title: str(200)',
  },
  DZL103: {
    title: 'Empty block',
    meaning:
      'A ":" at the end of a line opens a block, and a block has at least one line beneath, indented deeper.',
    example: 'entity Task:\n\nentity Person:\n  id: uuid pk',
    mend: 'entity Task:\n  id: uuid pk\n\nentity Person:\n  id: uuid pk',
  },
  DZL110: {
    title: 'Unknown word',
    meaning:
      'The word is none of those that the language has in this place. What stands before it on the line is kept.',
    example: 'entity Task:\n  id: uuid pk\n  title: str(200) requird',
    mend: 'entity Task:\n  id: uuid pk\n  title: str(200) required',
  },
  DZL111: {
    title: 'Unknown declaration',
    meaning:
      'At the left margin only module, use, app, entity, surface, workspace, persona, experience, service, foreign_model, integration and test begin something. The lines beneath are left out.',
    example: 'entty Task:\n  id: uuid pk',
    mend: 'entity Task:\n  id: uuid pk',
  },
  DZL112: {
    title: 'Unknown type',
    meaning:
      'Fields have the types str(N), text, int, float, decimal(P,S), bool, date, time, datetime, uuid, email, url, json, enum[…], ref and many.',
    example: 'entity Task:\n  id: uuid pk\n  title: string',
    mend: 'entity Task:\n  id: uuid pk\n  title: str(200)',
  },
  DZL113: {
    title: 'Something is missing',
    meaning:
      'The line ends, or goes on with something else, where the language wants what the message names.',
    example: 'surface task_list:\n  uses entity',
    mend: 'surface task_list:\n  uses entity Task',
  },
  DZL114: {
    title: 'String without an end',
    meaning:
      'A string in simple quotes ends on the line where it begins. A text of several lines stands in """…""".',
    example: 'app shop "Shop',
    mend: 'app shop "Shop"',
  },
  DZL115: {
    title: 'Long string without an end',
    meaning: 'A string that opens with """ goes on until the next """, and there is none.',
    example: 'test a:\n  """Creates a task\n  action: create Task',
    mend: 'test a:\n  """Creates a task"""\n  action: create Task',
  },
  DZL116: {
    title: 'Bracket without an end',
    meaning:
      'Within brackets a line may be broken. A bracket that is never closed ends before the next line that is indented no deeper.',
    example: 'entity Task:\n  id: uuid pk\n  status: enum[open, closed',
    mend: 'entity Task:\n  id: uuid pk\n  status: enum[open, closed]',
  },
  DZL117: {
    title: 'Bracket without a beginning',
    meaning: 'A ")" or "]" closes nothing that was opened on the line.',
    example: 'entity Task:\n  id: uuid pk\n  title: str 200)',
    mend: 'entity Task:\n  id: uuid pk\n  title: str(200)',
  },
  DZL118: {
    title: 'Character without a meaning',
    meaning:
      'Outside strings and comments the language knows letters, digits, straight quotes and a few signs. Spaces that do not break and curly quotes often come along from a text processor.',
    example: 'app shop “Shop”',
    mend: 'app shop "Shop"',
  },
  DZL119: {
    title: 'Not a name',
    meaning:
      'Names are made of the letters a to z, digits and "_", start with no digit, and stand in no quotes: they become names in code and in tables.',
    example: 'app support-tickets',
    mend: 'app support_tickets "Support tickets"',
  },
  DZL120: {
    title: 'Too much on a line',
    meaning: 'The line is complete before this. What stands before it is kept.',
    example: 'surface task_list:\n  mode: list view',
    mend: 'surface task_list:\n  mode: list',
  },
  DZL121: {
    title: 'Missing ":"',
    meaning: 'A ":" stands after the name of a property, and at the end of each line that opens a block.',
    example: 'entity Task\n  id: uuid pk',
    mend: 'entity Task:\n  id: uuid pk',
  },
  DZL122: {
    title: 'A block where there is none',
    meaning: 'The line is complete, and nothing may stand beneath it. The lines of the block are left out.',
    example: 'surface task_list:\n  mode: list:\n    uses entity Task',
    mend: 'surface task_list:\n  mode: list\n  uses entity Task',
  },
  DZL123: {
    title: 'Words behind the ":" of a block',
    meaning: 'A block opens with a ":" at the end of its line; its content stands beneath, indented deeper.',
    example: 'surface task_list:\n  ux: purpose: "All tasks"',
    mend: 'surface task_list:\n  ux:\n    purpose: "All tasks"',
  },
  DZL124: {
    title: 'Nested too deeply',
    meaning: 'Parentheses, "where" and functions may be nested a hundred deep.',
    example: `workspace desk:\n  tasks:\n    filter: ${'('.repeat(101)}done = false${')'.repeat(101)}`,
    mend: 'workspace desk:\n  tasks:\n    filter: done = false',
  },
  DZL125: {
    title: 'Not a number',
    meaning:
      'A number is digits, perhaps with "-" before and a fraction behind. Dates, times and versions are texts and want quotes.',
    example: 'entity Task:\n  id: uuid pk\n  due: date = 2030-01-31',
    mend: 'entity Task:\n  id: uuid pk\n  due: date = "2030-01-31"',
  },
  DZL126: {
    title: 'Unknown comparison or function',
    meaning:
      'Conditions compare with = != > < >= <= in, not in, is, is not. The functions are days_since, hours_since, days_until, count, sum, avg, min, max and, in aggregates, round.',
    example: 'workspace desk:\n  tasks:\n    filter: status == open',
    mend: 'workspace desk:\n  tasks:\n    filter: status = open',
  },
  DZL127: {
    title: 'Merge conflict in a spec',
    meaning: 'Version control left both versions of some lines in the file, between marker lines.',
    example: '<<<<<<< HEAD\nentity Task:\n  id: uuid pk\n=======\n>>>>>>> other',
    mend: 'entity Task:\n  id: uuid pk',
  },
} as const satisfies CatalogueSection;
