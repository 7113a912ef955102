import { suggest } from '../../diagnostics/suggest.ts';
import type { AppSyntax, FileSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import type { LinkContext } from './context.ts';
import type { Module } from './module.ts';

/** The one `app` of the modules reached; null where there is none, which is reported unless its line was not understood. */
export function findApp(
  { report }: LinkContext,
  files: readonly FileSyntax[],
  root: Module | null,
  reached: readonly Module[],
  known: { readonly isRootKnown: boolean; readonly hasSyntaxErrors: boolean },
): AppSyntax | null {
  const apps = reached.flatMap((module) => module.apps.map((app) => ({ ...app, module })));
  const [first, ...others] = apps;
  if (first === undefined) {
    const mayBeLost = known.hasSyntaxErrors && files.some(({ text }) => hasLineLikeApp(text));
    const file = files[0];
    if (mayBeLost || file === undefined) return null;
    const line = root?.lines[0];
    const elsewhere = root?.reached === true && files.some((candidate) => /^app\b/m.test(candidate.text));
    report.add(
      'DZL154',
      line?.file ?? file,
      line?.name.span ?? { start: 0, end: 0 },
      root === null || root.name === ''
        ? 'the spec has no app'
        : `module ${root.name} and the modules it uses have no app`,
      elsewhere
        ? 'the app stands in a module that is not used here: use it, or set root in dazzle.toml'
        : 'add a line such as: app my_shop "My Shop"',
    );
    return null;
  }
  if (!known.isRootKnown) return first.syntax;
  for (const other of others) {
    const { line } = placeOf(first.file, first.syntax.name.span);
    const where = other.file === first.file ? `line ${line}` : `${first.file.file}, line ${line}`;
    report.add(
      'DZL155',
      other.file,
      other.syntax.name.span,
      `app ${other.syntax.name.text} is a second app beside app ${first.syntax.name.text} (${where})`,
      'keep one of the two',
    );
  }
  return first.syntax;
}

/** Claims that a line begins with `app`, or with that word misspelt. */
function hasLineLikeApp(text: string): boolean {
  for (const [, word] of text.matchAll(/^[ \t]*([A-Za-z_]+)/gm)) {
    if (word!.length <= 4 && suggest(word!, ['app']) !== undefined) return true;
  }
  return false;
}
