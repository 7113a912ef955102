/** Facts about the values of all field types whose samples are made in the same way. */
export interface SampleShape {
  /** A text that is no valid value; null where a form has none to refuse. */
  readonly wrong: string | null;
  /** A valid text in which `*` stands for any word, e.g. `*@example.com`; null where values are no texts. */
  readonly wordForm: string | null;
  /** Two values that are valid in each such field, the lower one first; null where there are none. */
  readonly pair: readonly [string, string] | readonly [boolean, boolean] | null;
  /**
   * What a migration gives to rows without a value where the field is required, in words; `valueForRows`
   * adapts it for numbers with bounds and for enums.
   */
  readonly empty: string;
}

const plain = { wrong: 'nonsense', wordForm: null, pair: null, empty: '""' } as const;
const text = { ...plain, wrong: null, wordForm: '*' } as const;
const number = { ...plain, empty: '0' } as const;
const clock = { ...plain, empty: 'the time of the migration' } as const;

/**
 * A way of making sample values: `pick` takes one of the choices, `record` refers to another record, and the others
 * make a value from the number of the sample.
 */
export type SampleKind =
  | 'text'
  | 'email'
  | 'url'
  | 'integer'
  | 'double'
  | 'decimal'
  | 'bool'
  | 'date'
  | 'time'
  | 'datetime'
  | 'uuid'
  | 'json'
  | 'pick'
  | 'record';

/** The facts of each way of making samples. */
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
} as const satisfies Readonly<Record<SampleKind, SampleShape>>;
