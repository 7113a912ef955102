/** What is known of the values of which samples are made in one way. */
export interface SampleShape {
  /** A text that is none of them; null where any text is one. */
  readonly wrong: string | null;
  /** A text that holds a word, where `*` stands; null where no value is a text. */
  readonly wordForm: string | null;
  /** Two of them that every field takes, the lower one first; null where that depends on the field. */
  readonly pair: readonly [string, string] | readonly [boolean, boolean] | null;
  /** What rows without a value get in a required field, in words; a number within its bounds, a choice the first one. */
  readonly empty: string;
}

const plain = { wrong: 'nonsense', wordForm: null, pair: null, empty: '""' } as const;
const text = { ...plain, wrong: null, wordForm: '*' } as const;
const number = { ...plain, empty: '0' } as const;
const clock = { ...plain, empty: 'the time of the migration' } as const;

/** One row for each way: picked from the choices, a record of another entity, or made up so that it grows by number. */
export const sampleShapes = {
  text,
  email: { ...text, wrong: 'not an address', wordForm: '*@example.com' },
  url: { ...text, wrong: 'not a url', wordForm: 'https://example.com/*' },
  integer: number,
  double: number,
  decimal: number,
  bool: { ...plain, wrong: null, pair: [false, true], empty: 'false' },
  date: { ...clock, pair: ['2024-01-01', '2024-02-01'] },
  time: { ...plain, pair: ['01:00:00', '02:00:00'], empty: '00:00' },
  datetime: { ...clock, pair: ['2024-01-01T12:00Z', '2024-02-01T12:00Z'] },
  uuid: {
    ...plain,
    pair: ['10000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000002'],
    empty: 'a random one',
  },
  json: { ...plain, wrong: '{broken', empty: '{}' },
  pick: { ...plain, wrong: 'not-a-choice' },
  record: { ...plain, wrong: null },
} as const satisfies Readonly<Record<string, SampleShape>>;

/** How the values of samples are made. */
export type SampleKind = keyof typeof sampleShapes;
