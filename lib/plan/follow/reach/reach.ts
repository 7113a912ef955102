import type { NamesToFollow } from '../names-to-follow.ts';
import type { NamePlace } from './name-place.ts';

/** A new name for a stretch of a text. */
export interface NameEdit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** A user's text, with all that tells which of its names are dazzle's. */
export interface ReachRequest {
  /** The file's path in the project, before it moves. */
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  /** What each name that dazzle wrote becomes, by its offset in the user's text; all others are the user's. */
  readonly became: ReadonlyMap<number, string>;
  readonly names: NamesToFollow;
}

/** What a language tells of the user's own names. */
export interface LanguageReach {
  readonly edits: readonly NameEdit[];
  /** Offsets of names that are known to mean something that keeps its name. */
  readonly settled: ReadonlySet<number>;
  /** Where definitions stand that only the user made: all in them is the user's, also lines that dazzle wrote elsewhere. */
  readonly own: readonly (readonly [start: number, end: number])[];
  /** Where names stand in the text. */
  readonly places: Iterable<NamePlace>;
}

/** Claims of offsets that the name there is the user's: dazzle did not write it, or a definition of the user's own holds it. */
export function ownedBy(became: ReachRequest['became'], own: LanguageReach['own']): (at: number) => boolean {
  return (at) => !became.has(at) || own.some(([start, end]) => at >= start && at < end);
}

/** Finds the names to follow in a text of one language; undefined where it does not parse. */
export type ReachLanguage = (request: ReachRequest) => LanguageReach | undefined;
