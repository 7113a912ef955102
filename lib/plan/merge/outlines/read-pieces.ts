import { joinNames } from '../../code/bound-names.ts';
import type { PartNames } from '../../code/bound-names.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { once } from '../once.ts';
import { composePiece } from './compose-piece.ts';
import { isReadable } from './piece.ts';
import type { Piece, PieceReader, Stretch } from './piece.ts';
import { rootUnit } from './unit.ts';
import type { Outline } from './unit.ts';

/** An outline, with the statements of the text. */
interface PiecedOutline extends Outline {
  readonly nodes: () => readonly SyntaxNode[];
  readonly isLawful: () => boolean;
}

/**
 * Reads a text in pieces, each of which is read once: versions of one file have most of them in common, and then the
 * very same units.
 *
 * @param stretches tile the text; undefined where it is not known how to cut it
 */
type ReadPieces<T> = (whole: Stretch<T>, stretches?: readonly Stretch<T>[]) => PiecedOutline;

type NamedPiece = Piece & { readonly names: () => PartNames };

/** Pieces of fewer characters are not taken apart. */
const largePiece = 1500;

/** Makes a reader that remembers its pieces; a text with a piece that does not parse by itself is read as a whole. */
export function readerOfPieces<T>(reader: PieceReader<T>): ReadPieces<T> {
  const readInner = remember(reader.readInner);
  const readWhole = remember(reader.read);
  const readApart = (stretch: Stretch<T>): Piece | undefined => {
    const container = stretch.text.length < largePiece ? undefined : reader.takeApart(stretch);
    if (!container) return undefined;
    const frame = readWhole({ text: container.frame, known: stretch.known });
    return composePiece(frame, container.inner.map(readInner), reader.findBody);
  };
  const read = remember((stretch: Stretch<T>): NamedPiece => {
    const piece = readApart(stretch) ?? readWhole(stretch);
    return { ...piece, names: once(() => reader.names(piece.parts, stretch.known)) };
  });
  return (whole, stretches = [whole]) => {
    const pieces = stretches.map(read);
    return joinPieces(whole.text, pieces.every(isReadable) ? pieces : [read(whole)]);
  };
}

function joinPieces(text: string, pieces: readonly NamedPiece[]): PiecedOutline {
  return {
    root: rootUnit(
      text,
      pieces.flatMap(({ units = [] }) => units),
    ),
    valid: pieces.every(isReadable),
    nodes: () => pieces.flatMap(({ parts }) => parts.filter(({ counts }) => counts)),
    isLawful: () => pieces.every(({ isLawful }) => isLawful()),
    names: () => joinNames(pieces.map(({ names }) => names())),
  };
}

function remember<T, P extends Piece>(read: (stretch: Stretch<T>) => P): (stretch: Stretch<T>) => P {
  const pieces = new Map<string, P>();
  return (stretch) => {
    let piece = pieces.get(stretch.text);
    if (!piece) {
      const fresh = read(stretch);
      pieces.set(stretch.text, (piece = { ...fresh, isLawful: once(fresh.isLawful) }));
    }
    return piece;
  };
}
