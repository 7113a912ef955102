import { describe, expect, it } from '@jest/globals';
import {
  printHistory,
  readHistory,
} from '../../../../../generators/django_micro/code/schema/schema-history.ts';

describe('printHistory', () => {
  it('has one line for each entity and build, and is read back', () => {
    const history = {
      names: { Ticket: { model: 'Ticket', fields: { id: 'id', b: 'b' } } },
      builds: [{ number: 1, models: {}, fields: { Ticket: { a: 'b' } } }],
      rules: {},
    };
    const text = printHistory(history);
    expect(text.split('\n')).toEqual([
      '{',
      expect.stringMatching(/^ {2}"_owner": "dazzle: .*",$/),
      '  "names": {',
      '    "Ticket": {"model":"Ticket","fields":{"id":"id","b":"b"}}',
      '  },',
      '  "builds": [',
      '    {"number":1,"models":{},"fields":{"Ticket":{"a":"b"}}}',
      '  ],',
      '  "rules": {}',
      '}',
      '',
    ]);
    expect(readHistory(text)).toEqual(history);
  });

  it('joins the records of two branches by entry, where git left its markers', () => {
    const conflict = (ours: readonly string[], theirs: readonly string[], base: string): string =>
      [
        '{\n  "names": {',
        '    "Ticket": {"model":"Ticket","fields":{"id":"id","c":"c"}}\n  },\n  "builds": [',
        '    {"number":1,"models":{},"fields":{"Ticket":{"a":"b"}}},',
        ['<<<<<<< HEAD', ...ours, base, '=======', ...theirs, '>>>>>>> other'].join('\n'),
        '  ],\n  "rules": {}\n}\n',
      ].join('\n');
    const build = (number: number, from: string, to: string): string =>
      JSON.stringify({ number, models: {}, fields: { Ticket: { [from]: to } } });
    for (const base of ['', '||||||| base']) {
      const text = conflict([`    ${build(2, 'b', 'c')}`], [`    ${build(2, 'x', 'y')}`], base);
      for (const each of [text, text.replaceAll('\n', '\r\n')]) {
        expect(readHistory(each)!.builds.map((one) => JSON.stringify(one))).toEqual([
          build(1, 'a', 'b'),
          build(2, 'b', 'c'),
          build(3, 'x', 'y'),
        ]);
      }
    }
    const names =
      '<<<<<<< HEAD\n  "names": {"A": {"model":"A","fields":{"id":"id","x":"x"}}},\n=======\n  "names": {"A": {"model":"A","fields":{"id":"id","y":"y"}}, "B": {"model":"B","fields":{}}},\n>>>>>>> other\n';
    expect(readHistory(`{\n${names}  "builds": []\n}\n`)!.names).toEqual({
      A: { model: 'A', fields: { id: 'id', x: 'x', y: 'y' } },
      B: { model: 'B', fields: {} },
    });
  });

  it('takes a broken record for none', () => {
    expect([readHistory('{broken'), readHistory('{}'), readHistory(undefined)]).toEqual([null, null, null]);
  });
});
