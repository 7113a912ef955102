import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseFile } from '../syntax/parse-file.ts';
import { printDeclaration } from './print-declaration.ts';
import { writeLines } from './write-lines.ts';

/** A formatted spec, or the unchanged text with the reasons why it was left alone. */
export interface FormattedSpec {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Rewrites the text of a spec in the canonical style: the first spelling of every alternative, two spaces a level,
 * double quotes, at most one blank line; order and comments stay. A text with syntax errors is not changed.
 */
export function formatSpec(text: string, file: string): FormattedSpec {
  const { syntax, diagnostics } = parseFile(file, text);
  if (diagnostics.length > 0) return { text, diagnostics };
  const lines = syntax.declarations.map((declaration) => printDeclaration(syntax.text, declaration));
  return { text: writeLines(syntax, lines), diagnostics: [] };
}
