import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

/** What makes diagnostics, and what prints them. */
const exempt = ['lib/diagnostics/diagnose.ts', 'lib/cli/screen/json.ts'].map((file) => path.join(root, file));

/** A diagnostic as an object: a code, with how bad it is before anything else or right behind it. */
const byHand = /\bcode(?:: [^\n{}]*)?,\s*severity: |\bseverity: [^\n{}]*,\s*code\b/g;

function handMade(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !exempt.includes(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(byHand)].map(
        ([text]) => `${path.relative(root, file)}: ${text.replaceAll(/\s+/g, ' ')}`,
      ),
    );
}

describe('what is wrong', () => {
  it('is said by diagnose and never by hand', () => {
    expect([...handMade('lib'), ...handMade('generators')]).toEqual([]);
  });

  it.each(["{ code: 'DZL101', severity: 'error', message }", '{\n  code,\n  severity: bad,\n  message\n}'])(
    'is seen where it is written by hand: %j',
    (text) => {
      expect(text.match(byHand)).not.toBeNull();
    },
  );
});
