import { describe, expect, it } from '@jest/globals';
import { specCatalogue } from '../../../lib/diagnostics/catalogue/spec.ts';
import { severities, type DiagnosticCode } from '../../../lib/diagnostics/severities.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { complete } from '../../spec/link/check-spec.ts';

describe('the catalogue of a spec', () => {
  it.each(Object.entries(specCatalogue))(
    '%s is what its example gives, and its mend does not',
    (code, entry) => {
      const find = (text: string) => {
        const root = /# root = "([^"]+)"/.exec(text)?.[1];
        return loadSpec([{ file: 'app.dsl', text: complete(text) }], { root }).diagnostics;
      };
      const found = find(entry.example);
      expect(found.filter((diagnostic) => diagnostic.code === code)).toEqual([
        expect.objectContaining({
          severity: severities[code as DiagnosticCode],
          fix: expect.any(String),
          place: expect.anything(),
          frame: expect.any(String),
        }),
      ]);
      expect(found.filter(({ code: other, severity }) => other !== code && severity === 'error')).toEqual([]);
      const mended = find(entry.mend);
      expect(
        mended.filter((diagnostic) => diagnostic.code === code || diagnostic.severity === 'error'),
      ).toEqual([]);
    },
  );
});
