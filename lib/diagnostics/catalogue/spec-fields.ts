import type { CatalogueSection } from './entry.ts';

/** Codes of entities, fields, conditions and aggregates. */
export const specFieldsCatalogue = {
  DZL157: {
    title: 'An entity has no primary key',
    meaning: 'Every entity needs exactly one field that tells its rows apart.',
    example: `entity Post "Post":
  title: text`,
    mend: `entity Post "Post":
  id: uuid pk
  title: text`,
  },
  DZL158: {
    title: 'An entity has several primary keys',
    meaning: 'One field is the key; a combination that occurs only once is a unique constraint.',
    example: `entity Post "Post":
  id: uuid pk
  slug: str(100) pk`,
    mend: `entity Post "Post":
  id: uuid pk
  slug: str(100) unique`,
  },
  DZL160: {
    title: 'The values of an enum are wrong',
    meaning: 'An enum lists at least one value, and each value once.',
    example: `entity Post "Post":
  id: uuid pk
  state: enum[draft,draft]`,
    mend: `entity Post "Post":
  id: uuid pk
  state: enum[draft,published]`,
  },
  DZL161: {
    title: 'A size is out of range',
    meaning:
      'A str has 1 to 10000 characters, a decimal at most 65 digits of which no more than all stand after the point, and a limit is a whole number from 1.',
    example: `entity Post "Post":
  id: uuid pk
  price: decimal(2,12)`,
    mend: `entity Post "Post":
  id: uuid pk
  price: decimal(12,2)`,
  },
  DZL162: {
    title: 'Modifiers contradict each other',
    meaning: 'A field cannot be both of what it says, or its type does not allow it.',
    example: `entity Post "Post":
  id: uuid pk
  title: text required optional`,
    mend: `entity Post "Post":
  id: uuid pk
  title: text required`,
  },
  DZL163: {
    title: 'A default does not fit',
    meaning: 'The default of a field has to be a value that the field can hold.',
    example: `entity Post "Post":
  id: uuid pk
  state: enum[draft,published]=drafted`,
    mend: `entity Post "Post":
  id: uuid pk
  state: enum[draft,published]=draft`,
  },
  DZL164: {
    title: 'The bounds of a field are wrong',
    meaning: 'min is at most max, and both fit the type.',
    example: `entity Post "Post":
  id: uuid pk
  rating: int min=5 max=1`,
    mend: `entity Post "Post":
  id: uuid pk
  rating: int min=1 max=5`,
  },
  DZL165: {
    title: 'A pattern cannot be used',
    meaning:
      'Patterns have to mean the same in JavaScript and in Python, so only what both understand is allowed.',
    example: `entity Post "Post":
  id: uuid pk
  slug: str(100) pattern="[a-z"`,
    mend: `entity Post "Post":
  id: uuid pk
  slug: str(100) pattern="[a-z]+"`,
  },
  DZL175: {
    title: 'Two things cannot be compared or computed',
    meaning: 'Both sides of a comparison have to be of one kind, and arithmetic needs numbers.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention info:
      when: points > "many"`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention info:
      when: points > 10`,
  },
  DZL176: {
    title: 'A word in a condition means nothing',
    meaning:
      'The right side of a comparison is a value of the enum on the left, a field, today, yesterday, now, or a value; texts stand in quotes.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention info:
      when: title = urgent`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention info:
      when: title = "urgent"`,
  },
  DZL177: {
    title: 'An aggregate cannot be computed',
    meaning: 'It lacks a source or a field, or its field is not of a type that the function takes.',
    example: `workspace home "Home":
  stats:
    source: Task
    aggregate:
      total: sum(title)`,
    mend: `workspace home "Home":
  stats:
    source: Task
    aggregate:
      total: sum(points)`,
  },
} as const satisfies CatalogueSection;
