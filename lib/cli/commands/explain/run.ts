import { catalogue } from '../../../diagnostics/catalogue/index.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { severities, type DiagnosticCode } from '../../../diagnostics/severities.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandRun } from '../../command.ts';
import { countNoun, hangText } from '../../screen/text.ts';

/** Tells what a diagnostic means, with an example of the mistake and its mend; without a code, lists all. */
export const run: CommandRun = async (context, [given]) => {
  const { terminal } = context;
  const { out } = terminal;
  const { bold, dim, red, green, yellow } = out.colours;
  if (given === undefined) {
    const codes = Object.keys(catalogue).sort();
    const { page } = await import('../../screen/page.ts');
    const lines = codes.flatMap((code) => hangText(`${bold(code)}  `, catalogue[code]!.title, out.width, 8));
    await page(context, lines);
    const rest = `${countNoun(codes.length, 'code')}; dazzle explain CODE tells more of one`;
    terminal.err.hang('', rest, 0, { tint: dim });
    return 0;
  }
  const code = given.toUpperCase().replace(/^(\d)/, 'DZL$1');
  const entry = catalogue[code];
  if (entry === undefined) {
    const near = suggest(code, Object.keys(catalogue));
    throw new DazzleError(
      diagnose('DZL508', {
        message: `no diagnostic has the code "${given}"`,
        fix: near === undefined ? 'run "dazzle explain" to list them' : `did you mean ${near}?`,
      }),
    );
  }
  const severity = severities[code as DiagnosticCode];
  const tint = severity === 'error' ? red : yellow;
  out.hang(`${tint(severity)} ${bold(code)}  `, entry.title, 4);
  out.line();
  out.hang('', entry.meaning, 0, { width: 100 });
  out.line();
  out.line(red('The mistake'));
  for (const line of entry.example.trimEnd().split('\n')) out.line(`    ${line}`.trimEnd());
  out.line();
  out.line(green('Mended'));
  for (const line of entry.mend.trimEnd().split('\n')) out.line(`    ${line}`.trimEnd());
  return 0;
};
