import { isDiagnosticCode, severities } from '../diagnostics/severities.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { TableReader } from './check-manifest.ts';

const path = ['warnings', 'ignore'];

/**
 * The codes below `[warnings]` whose warnings are not told. Reports DZL379 for a code that does not exist and DZL380 for one
 * of an error; what a plug-in says has codes of its own, which do not begin with DZL.
 */
export function readIgnored(reader: TableReader): readonly string[] {
  reader.refuseUnknown(['warnings'], ['ignore']);
  return (reader.texts(path) ?? []).filter((code) => {
    if (isDiagnosticCode(code) && severities[code] === 'error') {
      reader.refuse(
        'DZL380',
        path,
        `${code} is an error, and only warnings can be ignored`,
        `take it out of the list; \`dazzle explain ${code}\` says what to do`,
        code,
      );
      return false;
    }
    if (isDiagnosticCode(code) || /^(?!DZL)[A-Z][A-Z0-9_-]*\d$/.test(code)) return true;
    reader.refuse('DZL379', path, `there is no warning "${code}"`, fixOf(code), code);
    return false;
  });
}

/** Codes of the right form are all alike: only another form of one hints at which is meant. */
function fixOf(code: string): string {
  const right = code.toUpperCase().trim();
  const near = isDiagnosticCode(right)
    ? right
    : /^DZL\d{3}$/.test(right)
      ? undefined
      : suggest(right, Object.keys(severities));
  return near === undefined
    ? 'write the code that stands before the warning; `dazzle explain` lists all'
    : `write "${near}"`;
}
