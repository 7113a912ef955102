import { splitNumbers } from '../../../words/split-words.ts';
import type { EntityNames } from '../spec-names.ts';

/** An entity, with the words of its old name. */
export interface Named {
  readonly entity: EntityNames;
  readonly one: string;
  readonly many: string;
}

/** What generated code calls a row of whichever entity. */
export const rowNames: ReadonlySet<string> = new Set(['record', 'row']);
/** What it calls many rows. */
export const listNames: ReadonlySet<string> = new Set(['records', 'rows']);

/** The entity whose words stand in a text, the longest first; undefined where none does, or two of one length. */
export function findEntity(entities: readonly Named[], text: string): string | undefined {
  const words = ` ${splitNumbers(text).join(' ')} `;
  const found = entities.filter(({ one, many }) => words.includes(` ${one} `) || words.includes(` ${many} `));
  found.sort((left, right) => right.one.length - left.one.length);
  const [first, second] = found;
  if (!first || (second && second.one.length === first.one.length)) return undefined;
  return first.entity.from;
}
