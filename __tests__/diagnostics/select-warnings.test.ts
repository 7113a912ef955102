import { describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { joinAlike, selectWarnings } from '../../lib/diagnostics/select-warnings.ts';

function warning(message: string, parts: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'DZL366', severity: 'warning', message, ...parts };
}

describe('joinAlike', () => {
  const join = (...diagnostics: Diagnostic[]): string[] =>
    joinAlike(diagnostics, ['one', 'two', 'three']).map(({ message }) => message);

  it('tells once what is said twice in the same words of the same place', () => {
    const at = (line: number) => ({ place: { file: 'a.dsl', line, column: 1 } });
    expect(join(warning('x', at(1)), warning('y', at(1)), warning('x', at(2)), warning('x', at(1)))).toEqual([
      'x',
      'y',
      'x',
    ]);
  });

  it('tells once, with all their names, what backends say alike', () => {
    expect(join(warning('not made by one'), warning('not made by two'))).toEqual(['not made by one and two']);
    expect(join(...['two', 'one', 'three'].map((name) => warning(`${name}: x`)))).toEqual([
      'two, one, and three: x',
    ]);
  });

  it('keeps apart what is said of different folders', () => {
    const messages = ['failed in apps/one', 'failed in apps/two'];
    expect(join(...messages.map((message) => warning(message)))).toEqual(messages);
  });
});

describe('selectWarnings', () => {
  it('takes out warnings of the named codes, and no error', () => {
    const [seen, other] = [warning('seen'), warning('other', { code: 'DZL370' })];
    const error = warning('error', { severity: 'error' });
    expect(selectWarnings([seen, other, error], ['DZL366'])).toEqual({
      told: [other, error],
      ignored: [seen],
    });
  });
});
