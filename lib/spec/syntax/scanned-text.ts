import type { CommentSyntax } from './ast.ts';
import type { Problem } from './problem.ts';
import type { TokenTable } from './tokens.ts';

/** The text of one file as tokens, grouped into lines that end where the grammar ends them. */
export interface ScannedText {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly tokens: TokenTable;
  /** Per line with words on it: its indentation, its first token, and the token after its last one. */
  readonly indents: readonly number[];
  readonly firsts: readonly number[];
  readonly ends: readonly number[];
  /** Lines whose indentation has a tab. */
  readonly tabbed: ReadonlySet<number>;
  /** Per line: from which offset on its words are doubtful because the scanner reported something there. */
  readonly doubtful: ReadonlyMap<number, number>;
  readonly comments: readonly CommentSyntax[];
  readonly problems: readonly Problem[];
}
