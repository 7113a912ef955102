import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const template = new URL('../../../templates/express_micro/src/dates.js.ejs', import.meta.url);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dates-test-'));
  cpSync(template, path.join(folder, 'dates.mjs'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** For each text: the moment that is stored, whether clocks show it, and how it is shown again. */
function enter(timeZone: string, texts: readonly string[]): unknown {
  const script = `
    import { fromLocal, isShown, toLocal } from './dates.mjs';
    const found = ${JSON.stringify(texts)}.map((text) => {
      const moment = fromLocal(text);
      return isShown(moment, text) ? [moment.toISOString(), toLocal(moment)] : null;
    });
    console.log(JSON.stringify(found));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TIME_ZONE: timeZone },
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('Times that are entered', () => {
  it('are shown again as they were entered, in any year that databases know', () => {
    expect(enter('Europe/Berlin', ['2026-07-01T12:00', '1800-01-01T00:00:30', '9999-12-31T23:59'])).toEqual([
      ['2026-07-01T10:00:00.000Z', '2026-07-01T12:00:00'],
      ['1799-12-31T23:07:02.000Z', '1800-01-01T00:00:30'],
      ['9999-12-31T22:59:00.000Z', '9999-12-31T23:59:00'],
    ]);
    expect(enter('America/New_York', ['0001-01-01T00:00', '2026-01-01T12:00:30.5'])).toEqual([
      ['0001-01-01T04:56:02.000Z', '0001-01-01T00:00:00'],
      ['2026-01-01T17:00:30.500Z', '2026-01-01T12:00:30'],
    ]);
  });

  it('are the first of two where the clock is turned back', () => {
    expect(enter('Europe/Berlin', ['2026-10-25T02:30', '2026-10-25T03:30'])).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00'],
      ['2026-10-25T02:30:00.000Z', '2026-10-25T03:30:00'],
    ]);
  });

  it('are refused where no clock ever shows them, or databases do not know the year', () => {
    expect(enter('Europe/Berlin', ['2026-03-29T02:30', '0001-01-01T00:00'])).toEqual([null, null]);
    expect(enter('America/New_York', ['9999-12-31T23:59'])).toEqual([null]);
  });
});
