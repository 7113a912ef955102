import { expect, it } from '@jest/globals';
import { DazzleError, hasErrors, StoppedError } from '../../lib/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';

const say = (message: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  code: 'DZL1',
  severity,
  message,
});

it('is a failure with all that it says, one line each, and exit status 1', () => {
  const error = new DazzleError([say('one'), say('two')]);
  expect([error.message, error.exitStatus, error.diagnostics.length]).toEqual(['one\ntwo', 1, 2]);
});

it('may be made of one diagnostic, with another exit status', () => {
  expect(new DazzleError(say('one'), 2)).toMatchObject({ diagnostics: [say('one')], exitStatus: 2 });
});

it('says that nothing was written where a person stopped it', () => {
  expect(new StoppedError().message).toBe('stopped; nothing was written');
});

it.each([
  [[], false],
  [[say('a', 'warning')], false],
  [[say('a', 'warning'), say('b')], true],
])('that %j has errors is %s', (diagnostics, expected) => {
  expect(hasErrors(diagnostics)).toBe(expected);
});
