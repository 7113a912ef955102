import { describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.ts';
import { diagnosticJson } from '../../../lib/cli/screen/json.ts';
import { fitFrame, formatDiagnostic } from '../../../lib/cli/screen/print-diagnostics.ts';
import { testTerminal } from '../support/run.ts';

const diagnostic: Diagnostic = {
  code: 'DZL104',
  severity: 'error',
  message: 'field "author" of entity Post refers to "Usr", which is not defined',
  place: { file: 'blog.dsl', line: 7, column: 11 },
  frame: '  author: ref Usr required\n              ^^^',
  fix: 'write "User" (entity on line 2), or add an entity Usr',
};

describe('a diagnostic', () => {
  it('is printed as place, severity, code and message, with its frame and fix beneath', () => {
    expect(formatDiagnostic(diagnostic, testTerminal().err)).toEqual([
      'blog.dsl:7:11  error DZL104  field "author" of entity Post refers to "Usr", which is not defined',
      '    author: ref Usr required',
      '                ^^^',
      '    fix: write "User" (entity on line 2), or add an entity Usr',
    ]);
  });

  it('stays within 40 columns of a terminal', () => {
    const lines = formatDiagnostic(diagnostic, testTerminal({ columns: 40, env: { NO_COLOR: '1' } }).err);
    expect(lines).toEqual([
      'blog.dsl:7:11  error DZL104',
      '    field "author" of entity Post refers',
      '    to "Usr", which is not defined',
      '    author: ref Usr required',
      '                ^^^',
      '    fix: write "User" (entity on line',
      '         2), or add an entity Usr',
    ]);
  });

  it('is printed in short where it has a short form, and whole with --verbose', () => {
    const long: Diagnostic = {
      code: 'DZL414',
      severity: 'warning',
      message: 'a, b, c',
      brief: 'a and 2 more',
    };
    const { err } = testTerminal();
    expect(formatDiagnostic(long, err)).toEqual(['warning DZL414  a and 2 more']);
    expect(formatDiagnostic(long, err, true)).toEqual(['warning DZL414  a, b, c']);
    expect(diagnosticJson(long)).toEqual({ code: 'DZL414', severity: 'warning', message: 'a, b, c' });
  });

  it('keeps the carets of a long line in view', () => {
    const frame = `${'x'.repeat(100)}wrong${'y'.repeat(50)}\n${' '.repeat(100)}^^^^^`;
    const lines = fitFrame(frame, 36);
    expect(lines.every((line) => line.length <= 36)).toBe(true);
    const [code = '', caret = ''] = lines;
    expect(code.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('wrong');
  });
});
