import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogue } from '../../../lib/diagnostics/catalogue/index.ts';
import { formatSpec } from '../../../lib/spec/print/format-spec.ts';
import { parseFile } from '../../../lib/spec/syntax/parse-file.ts';
import { samples } from '../samples.ts';

/** Parses and formats `text`, and checks what holds for every text. */
function survive(text: string): void {
  const { syntax, diagnostics } = parseFile('app.dsl', text);
  let last = 0;
  const odd = diagnostics.filter(({ code, place, frame, fix }) => {
    const { line, column } = place!;
    const isOrdered = line >= last && line <= syntax.lineStarts.length && column > 0;
    last = line;
    return !isOrdered || catalogue[code] === undefined || !frame || !fix;
  });
  expect(odd).toEqual([]);
  checkSpans(syntax.declarations, 0, syntax.text.length);
  const once = formatSpec(text, 'app.dsl');
  if (once.diagnostics.length === 0) {
    const twice = formatSpec(once.text, 'app.dsl');
    expect(twice).toEqual({ text: once.text, diagnostics: [] });
  } else expect(once.text).toBe(text);
}

/** Checks that spans lie within the text, and those of parts within the span of the whole. */
function checkSpans(value: unknown, start: number, end: number): void {
  if (Array.isArray(value)) for (const item of value) checkSpans(item, start, end);
  else if (typeof value === 'object' && value !== null) {
    const { span } = value as { span?: { start: number; end: number } };
    const isWhole = span !== undefined;
    if (isWhole && !(span.start >= start && span.start <= span.end && span.end <= end)) {
      throw new Error(`span ${span.start}-${span.end} outside of ${start}-${end}`);
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'span' && key !== 'head') {
        checkSpans(inner, isWhole ? span.start : start, isWhole ? span.end : end);
      }
    }
  }
}

const sample = fc.constantFrom(...samples);
const words = [
  ...[
    'entity',
    'surface',
    'ux',
    'field',
    'section',
    'scope',
    'when',
    'count',
    'where',
    'not',
    'in',
    'is',
    'meta',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    ':',
    ',',
    '.',
    '=',
    '==',
    '<',
    '-',
    '<-',
    '->',
    '<->',
    '→',
    '?',
    '*',
    '/',
    '+',
    '§',
    '“',
  ],
  ...[
    '"',
    "'",
    '"""',
    '\\',
    '#',
    '\n',
    '\n  ',
    '\n    ',
    '\n\t',
    '\r\n',
    ' ',
    '7_days_ago',
    '3',
    '-5',
    '1.5',
    'é',
  ],
];

describe('any text', () => {
  it('is parsed and formatted, whatever its characters are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), survive), { numRuns: 300 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        survive(Buffer.from(bytes).toString('latin1')),
      ),
      { numRuns: 200 },
    );
  });

  it('is parsed and formatted when it is made of the words of the language', () => {
    const text = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(' '));
    fc.assert(fc.property(text, survive), { numRuns: 500 });
    const dense = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(''));
    fc.assert(fc.property(dense, survive), { numRuns: 500 });
  });

  it('is parsed and formatted when a spec is cut off', () => {
    fc.assert(
      fc.property(sample, fc.nat(), (text, at) => survive(text.slice(0, at % text.length))),
      { numRuns: 100 },
    );
  });

  it('is parsed and formatted when pieces of a spec are replaced', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...words)), { maxLength: 6 });
    fc.assert(
      fc.property(sample, edits, (text, list) => {
        let edited = text;
        for (const [at, length, word] of list) {
          const start = at % edited.length;
          edited = edited.slice(0, start) + word + edited.slice(start + length);
        }
        survive(edited);
      }),
      { numRuns: 200 },
    );
  });

  const monsters: readonly (readonly [string, string])[] = [
    ['open brackets', '('.repeat(100_000)],
    ['open and closed brackets', `${'[('.repeat(50_000)}${'])'.repeat(50_000)}`],
    ['brackets that do not fit', `entity A:\n  b: enum[${'('.repeat(50_000)}${']'.repeat(50_000)}`],
    ['lines with an open bracket', 'a (\n'.repeat(20_000)],
    ['long strings that do not close', '\\"""\n'.repeat(20_000)],
    ['quotes', '"\n\''.repeat(20_000)],
    ['backslashes', `app a "${'\\'.repeat(100_001)}"`],
    [
      'parentheses in a condition',
      `workspace w:\n  r:\n    filter: ${'('.repeat(50_000)}a = 1${')'.repeat(50_000)}`,
    ],
    ['operators in an expression', `workspace w:\n  r:\n    aggregate:\n      n: 1${' + 1'.repeat(50_000)}`],
    ['parts of a condition', `workspace w:\n  r:\n    filter: a = 1${' and a = 1'.repeat(20_000)}`],
    ['nested aggregates', `workspace w:\n  r:\n    filter: ${'count(a where '.repeat(5_000)}`],
    ['parts of a name', `module a${'.a'.repeat(50_000)}`],
    ['unknown words', `entity A:\n  b: int ${'requird '.repeat(20_000)}`],
    ['unknown characters', '§ '.repeat(50_000)],
    ['letters of other scripts', 'é'.repeat(100_000)],
    ['tabs', '\t'.repeat(50_000) + 'a'],
    ['ever deeper lines', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}ux:`).join('\n')],
    ['blank lines in a bracket', `entity A:\n  b: enum[${'\n'.repeat(50_000)}]`],
    ['conflict markers', '=======\nx\n'.repeat(20_000)],
    ['one long line', `entity A:\n  b: enum[${'a,'.repeat(100_000)}a]`],
  ];

  it.each(monsters)('is parsed and formatted when it is nothing but %s', (_title, text) => {
    survive(text);
  });
});
