import type { Command } from 'commander';
import { hangText, padText } from '../screen/text.ts';

/** Terminals that are narrower, or leave fewer columns beside the terms, show what is said of a term beneath it. */
const narrow = 60;
const leastBeside = 28;

/** A term of a help text and what is said of it, in at most `helpWidth` columns. */
export function formatTerm(term: string, termWidth: number, does: string, helpWidth: number): string {
  if (helpWidth >= narrow && helpWidth - termWidth >= leastBeside) {
    const first = `  ${padText(term, termWidth)}  `;
    return does === '' ? `  ${term}` : hangText(first, does, helpWidth, termWidth + 4).join('\n');
  }
  return [
    ...hangText('  ', term, helpWidth, 4),
    ...(does === '' ? [] : hangText('      ', does, helpWidth, 6)),
  ].join('\n');
}

/** A block of command lines for the end of a help text, beneath one another where the terminal is narrow. */
export function formatExamples(
  title: string,
  examples: readonly (readonly [typed: string, does: string])[],
): (context: { readonly command: Command }) => string {
  const width = Math.max(...examples.map(([typed]) => typed.length));
  return ({ command }) => {
    const helpWidth = command.configureOutput().getOutHelpWidth?.() ?? 80;
    const rows = examples.map(([typed, does]) => formatTerm(typed, width, does, helpWidth));
    return `\n${title}:\n${rows.join('\n')}\n`;
  };
}
