import { describe, expect, it } from '@jest/globals';
import { mendsOf, specOf } from './check-spec.ts';

const action = (lines: string): string =>
  [
    'service s "S":',
    '  spec: "x"',
    'foreign_model F from s "F":',
    '  key: code',
    '  field code: str(12)',
    'surface form "Form":',
    '  uses entity Task',
    '  mode: create',
    '  section a "A":',
    '    field title',
    'integration i "I":',
    '  uses service s',
    '  action go:',
    '    when surface form submitted',
    ...lines.split('\n').map((line) => `    ${line}`),
  ].join('\n');

describe('a call', () => {
  const call = (value: string): string => action(`call s.x with:\n  a <- ${value}`);

  it.each([
    ['form.title', []],
    ['entity.points', []],
    ['current_user.name', []],
    ['"text"', []],
    ['form.titl', ['DZL106 write "title"']],
    ['entity.titl', ['DZL106 write "title", or add a field titl to entity Task']],
    ['fom.title', ['DZL198 write "form.title"']],
    ['other.title', ['DZL198 write "form.title" for a field of the form']],
  ])('reading %s gives %j', (value, mends) => {
    expect(mendsOf(call(value))).toEqual(mends);
  });
});

describe('a response', () => {
  const response = (line: string): string =>
    action(
      `call s.x with:\n  a <- form.title\nresponse foreign F\nresponse entity Task\nresponse mapping:\n  ${line}`,
    );

  it.each([
    ['code -> entity.title', []],
    ['code -> title', []],
    ['cod -> title', ['DZL106 write "code"']],
    ['code -> entity.titl', ['DZL106 write "title", or add a field titl to entity Task']],
    ['code -> form.title', ['DZL198 write the name of a field of the entity behind the arrow']],
    ['code -> "title"', ['DZL198 write the name of a field of the entity behind the arrow']],
  ])('of %s gives %j', (line, mends) => {
    expect(mendsOf(response(line))).toEqual(mends);
  });

  it.each(['code -> title', 'code -> entity.title'])('of %s fills the field of the entity', (line) => {
    expect(specOf(response(line)).integrations[0]!.actions[0]!.response).toEqual({
      foreignModel: 'F',
      entity: 'Task',
      mapping: [{ field: 'title', value: { kind: 'path', path: ['foreign', 'code'] } }],
    });
  });
});
