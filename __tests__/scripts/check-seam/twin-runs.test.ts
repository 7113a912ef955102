import { describe, expect, it } from '@jest/globals';

const { twinRuns } = await import('../../../scripts/check-seam/twin-runs.mjs' as string);

const lines = [
  'const label = inWords(field.name);',
  'const least = Number(field.min);',
  'const most = Math.min(limit, field.max);',
  'if (least > most) throw new Error(label);',
  'const length = Math.max(least, most);',
  'const code = label.slice(length);',
];

const file = (text: string | readonly string[], name = 'a.ts') => ({
  file: name,
  text: typeof text === 'string' ? text : text.join('\n'),
});

const count = (left: readonly string[], right: readonly string[]): number =>
  twinRuns([file(left)], [file(right)]).length;

describe('a twin', () => {
  it('is six lines that both sides have, with their places', () => {
    expect(
      twinRuns(
        [file(['start();', ...lines], 'left.ts')],
        [file(['', '', ...lines, 'end(here, there);'], 'right.ts')],
      ),
    ).toEqual([
      { lines: 6, left: { file: 'left.ts', from: 2, to: 7 }, right: { file: 'right.ts', from: 3, to: 8 } },
    ]);
  });

  it('is no run of five lines', () => {
    expect(count(lines.slice(1), lines.slice(1))).toBe(0);
  });

  it('may differ in some names, strings and numbers', () => {
    expect(count(lines, [...lines.slice(0, 5), "const text = title.slice('x');"])).toBe(1);
  });

  it('ends where a line has another shape', () => {
    expect(count(lines, [...lines.slice(0, 3), 'check(least, most);', ...lines.slice(3)])).toBe(0);
  });

  it('goes on across brackets, blank lines and comments', () => {
    expect(count(lines, [...lines.slice(0, 3), '{', '', '// here', '}', ...lines.slice(3)])).toBe(1);
  });

  it('is counted once where it stands twice on one side', () => {
    expect(twinRuns([file(lines)], [file(lines, 'b.ts'), file(lines, 'c.ts')])).toHaveLength(1);
  });

  it('is the longest run that its lines are part of', () => {
    const longer = [...lines, 'return code.padEnd(length);'];
    expect(
      twinRuns([file(longer)], [file(lines, 'b.ts'), file(longer, 'c.ts')]).map(
        ({ lines: length, right }: { lines: number; right: { file: string } }) => [length, right.file],
      ),
    ).toEqual([[7, 'c.ts']]);
  });
});

describe('language syntax', () => {
  it.each([
    ['imports', Array.from({ length: 8 }, (_, at) => `import { a${at} } from './a${at}.ts';`)],
    ['closing brackets', ['{{{{{{{{', ...Array.from({ length: 8 }, () => '}')]],
    ['cases', ['switch (kind) {', ...Array.from({ length: 8 }, (_, at) => `case 'k${at}':`), '}']],
    ['items of a list', ['run([', ...Array.from({ length: 8 }, (_, at) => `item${at},`), ']);']],
  ])('makes no twin: %s', (_, text) => {
    expect(count(text, text)).toBe(0);
  });

  it('makes no twin of members that say other things', () => {
    const members = (word: string): string[] => [
      'run({',
      ...Array.from({ length: 8 }, (_, at) => `k${at}: '${word}${at}',`),
      '});',
    ];
    expect(count(members('a'), members('b'))).toBe(0);
    expect(count(members('a'), members('a'))).toBe(1);
  });

  it('makes no twin of arms of a switch that are alike but not equal', () => {
    const arms = (word: string): string[] => [
      'switch (field.kind) {',
      ...Array.from({ length: 8 }, (_, at) => `case 'k${at}': return inWords(field.name, '${word}');`),
      '}',
    ];
    expect(count(arms('a'), arms('b'))).toBe(0);
    expect(count(arms('a'), arms('a'))).toBe(1);
  });

  it('makes no twin of lines whose names mostly differ', () => {
    expect(
      count(
        lines,
        lines.map((line) => line.replace(/\b(?!const|if|throw|new)[a-zA-Z]+\b/g, 'other$&')),
      ),
    ).toBe(0);
  });
});
