import { describe, expect, it } from '@jest/globals';
import { specSyntaxCatalogue } from '../../../lib/diagnostics/catalogue/spec-syntax.ts';
import { parseFile } from '../../../lib/spec/syntax/parse-file.ts';
import { report, reportFixes } from './report.ts';

/** The text, what is said of it, and how it is mended. */
type Row = readonly [title: string, text: string, said: readonly string[], fixes?: readonly string[]];

const rows: readonly Row[] = [
  [
    'tabs, with the line and its width',
    'entity A:\n  id: uuid pk\n\tname: text\n',
    ['3:1 DZL101 line 3 is indented with tabs: only spaces indent a spec'],
    ['3:1 DZL101 indent line 3 with 2 spaces'],
  ],
  [
    'a line that mixes tabs and spaces',
    'surface a:\n  ux:\n    show: x\n \t  sort: y\n',
    ['4:1 DZL101 line 4 mixes tabs and spaces: only spaces indent a spec'],
  ],
  [
    'a run of tabs once',
    'entity A:\n\tid: uuid pk\n\tname: text\n\nsurface a:\n\tux:\n\t\tshow: x\n',
    [
      '2:1 DZL101 lines 2 to 3 are indented with tabs: only spaces indent a spec',
      '6:1 DZL101 lines 6 to 7 are indented with tabs: only spaces indent a spec',
    ],
  ],
  [
    'uneven indentation, once for lines alike',
    'entity A:\n  id: uuid pk\n    b: text\n    c: text\n d: text\n',
    [
      '3:5 DZL102 "b" is indented by 4 spaces, and the lines of its block by 2 spaces in entity A',
      '5:2 DZL102 "d" is indented by 1 space, and the lines of its block by 2 spaces in entity A',
    ],
    ['3:5 DZL102 indent it by 2 spaces', '5:2 DZL102 indent it by 2 spaces'],
  ],
  [
    'a declaration off the left margin',
    'module a\n  app b\n',
    ['2:3 DZL102 "app" is indented by 2 spaces, and the lines of its block by 0 spaces'],
    ['2:3 DZL102 start it at the left margin'],
  ],
  [
    'an empty block',
    'entity A "A":\n\n# nothing\nsurface a:\n  section main:\n  ux:\n',
    [
      '1:1 DZL103 entity A is empty',
      '5:3 DZL103 section "main" of surface a is empty',
      '6:3 DZL103 ux of surface a is empty',
    ],
  ],
  [
    'an unknown word, and keeps what stands before it',
    'entity A:\n  title: str(200) requird unqiue\n',
    [
      '2:19 DZL110 unknown word "requird" in field "title" of entity A',
      '2:27 DZL110 unknown word "unqiue" in field "title" of entity A',
    ],
    ['2:19 DZL110 write "required"', '2:27 DZL110 write "unique"'],
  ],
  [
    'an unknown block once, without what is in it',
    'surface a:\n  sektion main "x:\n    \tfeld a(\n     §\n  mode: lst\n',
    [
      '2:3 DZL110 unknown word "sektion" in surface a',
      '2:16 DZL114 the string that opens with " does not end on its line',
      '5:9 DZL110 unknown word "lst" in surface a',
    ],
    [
      '2:3 DZL110 write "section"',
      '2:16 DZL114 write the closing ", or put a text of several lines into """…"""',
      '5:9 DZL110 write "list"',
    ],
  ],
  [
    'an unknown declaration',
    'entty A:\n  id: uuid pk\n  b: nope\n',
    ['1:1 DZL111 unknown word "entty"'],
    ['1:1 DZL111 write "entity"'],
  ],
  [
    'the word that fields of an entity do without',
    'entity A:\n  field title: text\n',
    ['2:3 DZL110 unknown word "field" before "title" in entity A'],
    ['2:3 DZL110 leave out "field"'],
  ],
  [
    'an unknown type, with the word that is meant',
    'entity A:\n  a: string required\n  b: intt(3) pk\n  c: reff User\n',
    [
      '2:6 DZL112 unknown type "string" in field "a" of entity A',
      '3:6 DZL112 unknown type "intt" in field "b" of entity A',
      '4:6 DZL112 unknown type "reff" in field "c" of entity A',
    ],
    ['2:6 DZL112 write "str(200)"', '3:6 DZL112 write "int"', '4:6 DZL112 write "ref"'],
  ],
  [
    'what is missing',
    'surface a:\n  uses entity\n  ux:\n    show: a,\n    search: "x"\nentity B:\n  c: str\n  d: decimal(3)\n  meta x y\n  e: int = \n',
    [
      '2:14 DZL113 the name of an entity is missing after "entity" in surface a',
      '4:13 DZL113 a name is missing after "," in ux of surface a',
      '5:13 DZL113 a name is missing before "x" in ux of surface a',
      '7:6 DZL113 a length is missing after "str" in field "c" of entity B',
      '8:14 DZL113 the number of decimal places is missing after "3" in field "d" of entity B',
      '9:10 DZL113 "=" is missing before "y" in entity B',
      '10:11 DZL113 a value is missing after "=" in field "e" of entity B',
    ],
  ],
  [
    'a string that does not end',
    'app shop "Shop\nentity A:\n  id: uuid pk help=\'x\n',
    [
      '1:10 DZL114 the string that opens with " does not end on its line',
      "3:20 DZL114 the string that opens with ' does not end on its line",
    ],
  ],
  [
    'a long string that does not end',
    'test a:\n  """Creates\n  action: create A\n',
    ['2:3 DZL115 the string that opens with """ is not closed'],
  ],
  [
    'a bracket that does not end, and goes on with the next line',
    'entity A:\n  s: enum[a, b\n  n: str(20\n    ) pkk\n',
    ['2:10 DZL116 "[" after "enum" is not closed', '4:7 DZL110 unknown word "pkk" in field "n" of entity A'],
  ],
  [
    'a bracket that does not begin, or does not fit',
    'entity A:\n  n: text)\n  s: enum[a, (b]\n',
    ['2:10 DZL117 ")" closes no bracket', '3:14 DZL116 "(" is not closed'],
  ],
  [
    'characters without a meaning',
    'app shop “Shop”\nentity A:\n  id: uuid pk;\n  b: int\u00a0required\n',
    [
      '1:10 DZL118 "“Shop”" stands in curly quotes',
      '3:14 DZL118 ";" has no meaning here',
      '4:9 DZL118 U+00A0 has no meaning here',
    ],
    [
      '1:10 DZL118 write straight quotes: "',
      '3:14 DZL118 end the line without it',
      '4:9 DZL118 write a plain space',
    ],
  ],
  [
    'what is not a name',
    'module my-app.core\nentity 3Tasks:\n  café: int\n',
    [
      '1:8 DZL119 "my-app" is not a name',
      '2:8 DZL119 "3Tasks" is not a name',
      '3:3 DZL119 "café" is not a name',
    ],
    ['1:8 DZL119 write "my_app"', '2:8 DZL119 start it with a letter or "_"', '3:3 DZL119 write "cafe"'],
  ],
  [
    'too much on a line',
    'surface a:\n  mode: list view\nmodule b c\n',
    [
      '2:14 DZL120 "view" is not expected after "list" in surface a',
      '3:10 DZL120 "c" is not expected after "b"',
    ],
  ],
  [
    'brackets around names, and reads the names',
    'surface a:\n  ux:\n    show: [b, c]\n',
    ['3:11 DZL120 "[" is not expected after ":" in ux of surface a'],
    ['3:11 DZL120 write the names without brackets, separated by commas'],
  ],
  [
    'a missing colon, and reads the block all the same',
    'entity A\n  id uuid pk\n  b: intt\nsurface s:\n  mode list\n',
    [
      '1:9 DZL121 ":" is missing after "A" in entity A',
      '2:5 DZL121 ":" is missing after "id" in field "id" of entity A',
      '3:6 DZL112 unknown type "intt" in field "b" of entity A',
      '5:7 DZL121 ":" is missing after "mode" in surface s',
    ],
  ],
  [
    'a block where there is none',
    'surface a:\n  mode: list:\n    nonsense\n  uses entity B\n',
    ['2:13 DZL122 "list" opens no block in surface a'],
  ],
  [
    'words behind the colon of a block',
    'surface a:\n  ux: purpose: "x"\n    show: b\n',
    ['2:7 DZL123 "purpose: "x"" stands behind the ":" in ux of surface a'],
  ],
  [
    'what is nested too deeply',
    `surface a:\n  ux:\n    for b:\n      scope: ${'('.repeat(200)}a = 1${')'.repeat(200)}\n`,
    ['4:114 DZL124 parentheses and operators go deeper than 100 here in for "b" of ux of surface a'],
  ],
  [
    'what is not a number',
    'entity A:\n  a: str(ten)\n  d: date = 2030-01-31\n  e: int = 3rd\nworkspace w:\n  r:\n    limit: 2.5\n',
    [
      '2:10 DZL125 "ten" is not a number in field "a" of entity A',
      '3:13 DZL125 "2030-01-31" is neither a number nor a name in field "d" of entity A',
      '4:12 DZL125 "3rd" is neither a number nor a name in field "e" of entity A',
      '7:12 DZL125 "2.5" is not a whole number from 0 up in region "r" of workspace w',
    ],
  ],
  [
    'comparisons and functions that do not exist',
    'workspace w:\n  r:\n    filter: a == 1 and b <> 2\n    filter: c like 3\n    filter: days_sinc(d) > 1\n    aggregate:\n      n: summ(a)\n',
    [
      '3:15 DZL126 "==" is not a comparison in region "r" of workspace w',
      '3:26 DZL126 "<>" is not a comparison in region "r" of workspace w',
      '4:15 DZL126 unknown word "like" in region "r" of workspace w',
      '5:13 DZL126 unknown word "days_sinc" in region "r" of workspace w',
      '7:10 DZL126 unknown word "summ" in aggregate of region "r" of workspace w',
    ],
  ],
  [
    'a merge conflict once',
    'entity A:\n  id: uuid pk\n<<<<<<< HEAD\n  a: x\n=======\n  b: y\n>>>>>>> other\n',
    ['3:1 DZL127 "<<<<<<<" marks a merge conflict that nobody has settled'],
  ],
];

describe('the problems of a text', () => {
  it.each(rows.map(([title, text, said, fixes]) => ({ title, text, said, fixes })))(
    'reports $title',
    ({ text, said, fixes }) => {
      expect(report(text)).toEqual(said);
      if (fixes !== undefined) expect(reportFixes(text)).toEqual(fixes);
    },
  );

  it('has a row for every code of the catalogue', () => {
    const codes = new Set(rows.flatMap(([, , said]) => said.map((line) => line.split(' ')[1])));
    expect([...codes].sort()).toEqual(Object.keys(specSyntaxCatalogue).sort());
  });

  it.each(Object.entries(specSyntaxCatalogue))('explains %s by an example that shows it', (code, entry) => {
    expect(report(entry.example).filter((line) => line.includes(code))).not.toEqual([]);
    expect(report(entry.mend)).toEqual([]);
  });

  it('shows the line with carets beneath the words', () => {
    expect(parseFile('app.dsl', 'entity A:\n  b: intt pk\n').diagnostics).toEqual([
      {
        code: 'DZL112',
        severity: 'error',
        message: 'unknown type "intt" in field "b" of entity A',
        fix: 'write "int"',
        place: { file: 'app.dsl', line: 2, column: 6, endLine: 2, endColumn: 10 },
        frame: '  b: intt pk\n     ^^^^',
      },
    ]);
  });

  it('cuts a long line around the words', () => {
    const [first] = parseFile('app.dsl', `entity A:\n  b: ${'x'.repeat(9)} ${'y'.repeat(900)}\n`).diagnostics;
    expect(first!.frame!.split('\n').map((line) => line.length)).toEqual([161, 14]);
  });

  it('keeps the field of a line that it did not understand, and says that it is broken', () => {
    const { syntax } = parseFile('app.dsl', 'entity A:\n  id: uuid pk\n  b: intt = 3 requird unique\n');
    const [entity] = syntax.declarations;
    expect(entity).toMatchObject({ kind: 'entity', broken: true });
    expect(entity).toMatchObject({
      items: [
        { name: { text: 'id' }, broken: false },
        {
          name: { text: 'b' },
          type: null,
          broken: true,
          modifiers: [{ kind: 'default' }, { kind: 'unique' }],
        },
      ],
    });
  });

  it('keeps the names that unknown blocks would have declared', () => {
    const { syntax } = parseFile('app.dsl', 'entty Task:\n  id: uuid pk\nsurfce list:\n  x\n');
    expect(syntax.lostNames.map(({ text }) => text)).toEqual(['Task', 'list']);
  });
});
