import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const template = new URL('../../../templates/express_micro/src/forms/decimals.js.ejs', import.meta.url);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'decimals-test-'));
  cpSync(template, path.join(folder, 'decimals.mjs'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What an expression over the module's functions comes to. */
function evaluate(expression: string): unknown {
  const script = `
    import { countDigits, showDecimal, toDecimal, withoutExponent } from './decimals.mjs';
    console.log(JSON.stringify(${expression}));`;
  const command = ['--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8' }));
}

const kept = (...numbers: readonly string[]): unknown =>
  evaluate(`${JSON.stringify(numbers)}.map((text) => countDigits(withoutExponent(text)).kept)`);

describe('Decimals that are entered', () => {
  it('count the digits that a database of numbers has to keep', () => {
    expect(kept('99999999999999999.99', '9999999999999.99', '-0012.30', '0.000000012', '0', '.5')).toEqual([
      19, 15, 3, 2, 0, 1,
    ]);
  });

  it('count the zeros of a large whole number, which SQLite keeps as an integer that drivers refuse', () => {
    expect(kept('100000000000000000', '1e17', '1e3')).toEqual([18, 18, 4]);
  });

  it('are written with all their decimals, without a zero or a sign that says nothing', () => {
    expect(
      evaluate(
        `[['-0.00', 2], ['+007', 2], ['5.', 0], ['.5', 3], ['1.500', 1]].map(([text, scale]) => toDecimal(text, scale))`,
      ),
    ).toEqual(['0.00', '7.00', '5', '0.500', '1.5']);
  });

  it('are shown as they are stored, by way of a number only where they are one', () => {
    expect(
      evaluate(
        `[['12345678901234.5', 2], [1e-7, 9], ['-3', 1], ['1.255', 2]].map(([value, scale]) => showDecimal(value, scale))`,
      ),
    ).toEqual(['12345678901234.50', '0.000000100', '-3.0', '1.25']);
  });
});
