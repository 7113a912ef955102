import { expect, it } from '@jest/globals';
import { createRegistry } from '../../lib/backend/registry.ts';
import type { FileFormat } from '../../lib/index.ts';
import type { DazzleError } from '../../lib/index.ts';
import { makeBackend } from '../support/make-backend.ts';

/** What the registry says of a backend with these formats. */
function problemsOf(formats: unknown): string[] {
  try {
    createRegistry([makeBackend({ name: 'demo', formats: formats as readonly FileFormat[] })]);
    return [];
  } catch (error) {
    return (error as DazzleError).diagnostics.map(({ code, message }) => `${code} ${message}`);
  }
}

const formatter = { version: '1', load: () => (text: string) => text };
const readParts = () => [];

it.each([
  ['a reader', [{ files: ['.tf'], readParts }]],
  ['a formatter', [{ files: ['/Caddyfile', '.tf'], formatter }]],
])('takes %s', (_, formats) => {
  expect(problemsOf(formats)).toEqual([]);
});

it.each([
  ['no list', {}, 'are no list'],
  ['a hole', [null], '(1 of 1) name no files'],
  [
    'a misspelled field',
    [
      { readParts, files: ['.a'] },
      { file: ['.tf'], readParts },
    ],
    '(2 of 2) name no files',
  ],
  ['a text for the files', [{ files: '.tf', readParts }], '(1 of 1) name no files'],
  ['a pattern among ends', [{ files: ['.tf', '*.html'], readParts }], "name a pattern, '*.html'"],
  ['an end that fits all', [{ files: [''], readParts }], '(1 of 1) name no files'],
  ['files alone', [{ files: ['.tf'] }], '(1 of 1) do nothing'],
  ['a reader that is none', [{ files: ['.tf'], readParts: [] }], 'readParts that is no function'],
  [
    'a formatter without a version',
    [{ files: ['.tf'], formatter: { load: formatter.load } }],
    'without a version',
  ],
  ['a formatter that is a function', [{ files: ['.tf'], formatter: formatter.load }], 'without a version'],
])('refuses %s', (_, formats, problem) => {
  const problems = problemsOf(formats);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('DZL309 the formats of demo');
  expect(problems[0]).toContain(problem);
});

it.each([
  ['*.html', "write the end of the path alone: '.html'"],
  ['src/**/*.html', "write the end of the path alone: '.html'"],
  ['*', "write the end of the path alone, such as '.tf' or '/Caddyfile'"],
])('tells for the pattern %s which end of a path to write', (pattern, fix) => {
  const backend = makeBackend({ name: 'demo', formats: [{ files: [pattern], readParts }] });
  const fixes: unknown[] = [];
  try {
    createRegistry([backend]);
  } catch (error) {
    fixes.push(...(error as DazzleError).diagnostics.map((diagnostic) => diagnostic.fix));
  }
  expect(fixes).toEqual([fix]);
});
