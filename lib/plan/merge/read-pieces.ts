import { joinNames } from './bound-names.ts';
import type { PartNames } from './bound-names.ts';
import type { SyntaxNode } from './syntax.ts';
import { rootUnit } from './unit.ts';
import type { Outline, Unit } from './unit.ts';

/** A text, or whole lines of it that hold statements of its outermost level. */
export interface Piece {
  /** Undefined where the lines cannot be told apart as units. */
  readonly units: readonly Unit[] | undefined;
  readonly valid: boolean;
  readonly nodes: readonly SyntaxNode[];
  /** Claims that the language itself takes the piece. */
  readonly isLawful: () => boolean;
  readonly names: () => PartNames;
}

/** An outline, with the statements of the text. */
export interface PiecedOutline extends Outline {
  readonly nodes: () => readonly SyntaxNode[];
  readonly isLawful: () => boolean;
}

/** A stretch of a text, and what is known of it before it is read. */
export interface Stretch<T> {
  readonly text: string;
  readonly known: T;
}

/**
 * Reads a text in pieces, each of which is read once: versions of one file have most of them in common, and then the
 * very same units.
 *
 * @param stretches tile the text; undefined where it is not known how to cut it
 */
export type ReadPieces<T> = (whole: Stretch<T>, stretches?: readonly Stretch<T>[]) => PiecedOutline;

/** Makes a reader that remembers its pieces; a text with a piece that does not parse by itself is read as a whole. */
export function readerOfPieces<T>(readPiece: (stretch: Stretch<T>) => Piece): ReadPieces<T> {
  const pieces = new Map<string, Piece>();
  const read = (stretch: Stretch<T>): Piece => {
    let piece = pieces.get(stretch.text);
    if (!piece) {
      const { isLawful, names, ...rest } = readPiece(stretch);
      pieces.set(stretch.text, (piece = { ...rest, isLawful: once(isLawful), names: once(names) }));
    }
    return piece;
  };
  return (whole, stretches = [whole]) => {
    const parts = stretches.map(read);
    const canJoin = parts.every(({ valid, units }) => valid && units !== undefined);
    return joinPieces(whole.text, canJoin ? parts : [read(whole)]);
  };
}

function joinPieces(text: string, pieces: readonly Piece[]): PiecedOutline {
  return {
    root: rootUnit(
      text,
      pieces.flatMap(({ units = [] }) => units),
    ),
    valid: pieces.every(({ valid, units }) => valid && units !== undefined),
    nodes: () => pieces.flatMap(({ nodes }) => nodes),
    isLawful: () => pieces.every(({ isLawful }) => isLawful()),
    names: () => joinNames(pieces.map(({ names }) => names())),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
