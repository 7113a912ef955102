import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Met } from './apply.ts';
import { codeOf } from './file-system.ts';
import type { Journal } from './journal.ts';

/** Says that an interrupted commit has been finished (DZL431; an undo, which then stops: DZL436). */
export function finished(journal: Journal): Diagnostic {
  const fixes: Record<Journal['kind'], string> = {
    build: 'nothing is left to do; dazzle undo takes it back',
    undo: 'nothing is left to do; dazzle undo goes further back, dazzle redo takes it back',
    redo: 'nothing is left to do; dazzle undo takes it back',
    files: 'nothing is left to do',
  };
  return diagnose(journal.kind === 'undo' ? 'DZL436' : 'DZL431', {
    message: `the last ${nameOf(journal)} was interrupted; it has been finished now (${countFiles(journal)})`,
    fix: fixes[journal.kind],
  });
}

/** Says that an interrupted commit has been taken back (DZL432). */
export function takenBack(journal: Journal): Diagnostic {
  return diagnose('DZL432', {
    message: `the last ${nameOf(journal)} was interrupted; it has been taken back (${countFiles(journal)})`,
    fix: journal.kind === 'build' ? 'build again' : 'run it again',
  });
}

/** Names the saved files that taking a commit back left alone (DZL435). */
export function leftAlone(paths: readonly string[], keptAt: string): Diagnostic {
  return diagnose('DZL435', {
    message: `saved meanwhile, and left as they are: ${paths.join(', ')}`,
    fix: `look at them before you build again; what had been replaced is in ${keptAt}`,
  });
}

/** Names the files saved while a commit ran (DZL445, DZL446). */
export function sayMet({ open, late }: Met, journal: Journal): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (open.length > 0) {
    diagnostics.push(
      diagnose('DZL445', {
        message: `saved while files were put in place, and left as they are: ${open.join(', ')}`,
        fix:
          journal.kind === 'build'
            ? 'build again: the new version is merged with what you saved'
            : 'look at what you saved; everything else is done',
      }),
    );
  }
  return [...diagnostics, ...sayLate(late)];
}

/** Names the saves that were kept in the undo area, as their path was taken (DZL446). */
export function sayLate(late: readonly string[]): Diagnostic[] {
  if (late.length === 0) return [];
  return [
    diagnose('DZL446', {
      message: `saved while files were put in place, and kept beside the project: ${late.join(', ')}`,
      fix: 'compare with the file of that name in the project, and copy over what you want to keep',
    }),
  ];
}

/** Says why a commit that was interrupted can be neither finished nor taken back. */
export function stuck(error: unknown): Diagnostic {
  const { path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : ` at ${path}`;
  return diagnose('DZL433', {
    message: `a build was interrupted, and can be neither finished nor taken back: ${codeOf(error) ?? String(error)}${where}`,
    fix: 'mend that (space, permissions), then run any dazzle command: it tries again',
  });
}

function nameOf(journal: Journal): string {
  return journal.kind === 'files' ? 'change of the project' : journal.kind;
}

function countFiles(journal: Journal): string {
  const count = journal.steps.filter((step) => !step.book).length;
  return count === 1 ? '1 file' : `${count} files`;
}
