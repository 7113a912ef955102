import type { PartNames } from '../../code/bound-names.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import type { Unit } from './unit.ts';

/** A stretch of a text, in whole lines with whole statements, and what is known of it before it is read. */
export interface Stretch<T> {
  readonly text: string;
  readonly known: T;
}

/** A stretch that was read. */
export interface Piece {
  /** Undefined where the lines cannot be told apart as units. */
  readonly units: readonly Unit[] | undefined;
  readonly valid: boolean;
  /** Its statements and comments. */
  readonly parts: readonly SyntaxNode[];
  /** Claims that the language itself takes the piece. */
  readonly isLawful: () => boolean;
}

/** A statement with many statements inside, taken apart. */
export interface Container<T> {
  /** Its text with nothing in its body, or with the least that the language asks for. */
  readonly frame: string;
  /** The lines of its body. */
  readonly inner: readonly Stretch<T>[];
}

/** How the pieces of a language are read. */
export interface PieceReader<T> {
  readonly read: (stretch: Stretch<T>) => Piece;
  /** Undefined where a stretch is no single statement with statements inside. */
  readonly takeApart: (stretch: Stretch<T>) => Container<T> | undefined;
  /** Reads lines of such a statement's body. */
  readonly readInner: (stretch: Stretch<T>) => Piece;
  /** The part of such a statement that holds its body. */
  readonly findBody: (statement: SyntaxNode) => SyntaxNode | undefined;
  readonly names: (parts: readonly SyntaxNode[], known: T) => PartNames;
}

/** Claims that a piece parsed, and that its lines could be told apart. */
export function isReadable({ valid, units }: Piece): boolean {
  return valid && units !== undefined;
}
