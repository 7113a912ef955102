import type { Colours } from '../terminal.ts';
import { hangText } from '../text.ts';
import type { KeyChoice } from './ask-key.ts';

/** How conflicts reach the person: single keys, lines, an editor. Tests give a fake. */
export interface ConflictScreen {
  readonly colours: Colours;
  /** Columns at which sentences are broken. */
  readonly width: number;
  askKey(message: string, keys: readonly KeyChoice[]): Promise<string>;
  show(lines: readonly string[]): void;
  /** The edited text, or null where the editor failed or changed nothing. */
  edit(text: string, path: string): Promise<string | null>;
}

/** The help behind `?`: each key and what it does. */
export function listKeys(keys: readonly KeyChoice[], { colours, width }: ConflictScreen): string[] {
  return keys.flatMap(({ key, label }) => hangText(`  ${colours.bold(key)}  `, label, width, 5));
}
