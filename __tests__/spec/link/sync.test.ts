import { describe, expect, it } from '@jest/globals';
import { mendsOf, problemsOf, specOf } from './check-spec.ts';

describe('a schedule', () => {
  const sync = (line: string) => `integration nightly "Nightly":\n  sync all:\n    ${line}`;
  it.each<[string, string | null]>([
    ['mode: scheduled "0 2 * * *"', '0 2 * * *'],
    ['schedule: "*/15 8-18 1,15 jan-mar mon-fri"', '*/15 8-18 1,15 jan-mar mon-fri'],
    ['schedule: "@daily"', '0 0 * * *'],
    ['mode: event_driven', null],
  ])('%s is valid', (line, schedule) => {
    expect(specOf(sync(line)).integrations[0]!.syncs[0]).toMatchObject({ schedule });
  });

  it.each([
    'mode: scheduled',
    'schedule: "0 2 * *"',
    'schedule: "60 * * * *"',
    'schedule: "0 2 * * 8"',
    'schedule: "0 9-5 * * *"',
    'schedule: ""',
  ])('%s is refused', (line) => {
    expect(problemsOf(sync(line))).toEqual([expect.stringContaining(' DZL173 ')]);
  });
});

describe('a match', () => {
  const match = (line: string): string =>
    `service s "S":\n  spec: "x"\nforeign_model F from s "F":\n  key: code\n  field code: str(12)\n  field label: text\nintegration i "I":\n  uses service s\n  sync all:\n    mode: event_driven\n    from s.x as F\n    into entity Task\n    match on:\n      ${line}`;

  it.each([
    ['code <-> title', []],
    ['cod <-> title', ['DZL106 write "code"']],
    ['colour <-> title', ['DZL106 write one of: code, label']],
    ['title <-> code', ['DZL106 write the foreign field first: code <-> title']],
    ['code <-> titl', ['DZL106 write "title", or add a field titl to entity Task']],
  ])('of %s gives %j', (line, mends) => {
    expect(mendsOf(match(line))).toEqual(mends);
  });
});
