import type { Channel } from './terminal.ts';
import { listWidth } from './text.ts';

/** Lists terms and what is said of each, which stands in a column of its own unless the terminal is narrow. */
export function listTerms(
  channel: Channel,
  rows: readonly { readonly term: string; readonly text: string; readonly tint: (term: string) => string }[],
): void {
  const longest = Math.max(...rows.map(({ term }) => term.length));
  const indent = channel.width < 60 ? 4 : longest + 2;
  for (const { term, text, tint } of rows)
    channel.hang(`${tint(term.padEnd(longest))}  `, text, indent, { width: listWidth(channel) });
}
