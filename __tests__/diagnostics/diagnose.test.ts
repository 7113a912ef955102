import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../lib/diagnostics/diagnose.ts';

describe('diagnose', () => {
  it('is as bad as the catalogue says', () => {
    expect(diagnose('DZL101', { message: 'one' })).toEqual({
      code: 'DZL101',
      severity: 'error',
      message: 'one',
    });
    expect(diagnose('DZL188', { message: 'one', fix: 'two' }).severity).toBe('warning');
  });

  it('lowers an error where that is asked for', () => {
    expect(diagnose('DZL340', { message: 'one', severity: 'warning' }).severity).toBe('warning');
    // @ts-expect-error A warning is never raised.
    diagnose('DZL188', { message: 'one', severity: 'error' });
  });

  it('takes a code of a plug-in, which says how bad that is', () => {
    const parts = { message: 'one', fix: 'two', severity: 'warning' } as const;
    expect(diagnose('ACME12', parts)).toEqual({ code: 'ACME12', ...parts });
    // @ts-expect-error Nobody else knows how bad it is.
    diagnose('ACME12', { message: 'one' });
    // @ts-expect-error Codes that begin with DZL are dazzle's own.
    diagnose('DZL999', parts);
  });
});
