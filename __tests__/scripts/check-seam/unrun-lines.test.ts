import { expect, it } from '@jest/globals';

const { codeLines, linesNeverRun } = await import('../../../scripts/check-seam/unrun-lines.mjs' as string);

it('counts lines of code, and no comments, imports, types or lone brackets', () => {
  const text = [
    "import { a } from './a.ts';",
    '/** A pair. */',
    'export interface Pair {',
    '  readonly left: string;',
    '}',
    'type Both =',
    '  | Pair;',
    '',
    'export function join(pair: Pair) {',
    '  // left first',
    '  return a(',
    '    pair.left,',
    '  );',
    '}',
  ];
  expect(codeLines(text.join('\n'))).toEqual([9, 11, 12]);
});

it('reads the lines with no run from a report', () => {
  const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });
  expect(linesNeverRun({ s: { 0: 2, 1: 0, 2: 0 }, statementMap: { 0: at(1), 1: at(2), 2: at(7) } })).toEqual(
    new Set([2, 7]),
  );
});
