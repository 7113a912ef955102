import type { SyntaxNode } from '../../code/syntax.ts';
import { isReadable } from './piece.ts';
import type { Piece, PieceReader } from './piece.ts';
import { fullText } from './unit.ts';

/** Puts what was read of a body into the statement around it; undefined where they do not fit together. */
export function composePiece(
  frame: Piece,
  inner: readonly Piece[],
  findBody: PieceReader<unknown>['findBody'],
): Piece | undefined {
  const statements = frame.parts.filter(({ counts }) => counts);
  const [statement] = statements;
  const body = statement && findBody(statement);
  const [unit, ...after] = frame.units ?? [];
  const around = unit?.children;
  const head = around?.findIndex(({ key }) => key === '<head>') ?? -1;
  if (!body || !unit || !around || head < 0 || statements.length > 1) return undefined;
  if (![frame, ...inner].every(isReadable)) return undefined;
  const whole = fillBody(
    statement,
    body,
    inner.flatMap(({ parts }) => parts),
  );
  const children = [
    ...around.slice(0, head + 1),
    ...inner.flatMap(({ units }) => units ?? []),
    ...around.slice(head + 1).filter(({ key }) => key === '<foot>'),
  ];
  const trail = unit.print.slice(statement.print.length);
  return {
    units: [
      { ...unit, text: children.map(fullText).join(''), print: whole.print + trail, children },
      ...after,
    ],
    valid: true,
    parts: frame.parts.map((part) => (part === statement ? whole : part)),
    isLawful: () => [frame, ...inner].every(({ isLawful }) => isLawful()),
  };
}

/** A copy of a node with other parts between the brackets of its body. */
function fillBody(node: SyntaxNode, body: SyntaxNode, inner: readonly SyntaxNode[]): SyntaxNode {
  if (node === body) {
    const brackets = node.parts.filter(({ type }) => type === '{' || type === '}');
    return node.withParts([...brackets.slice(0, 1), ...inner, ...brackets.slice(1)]);
  }
  const holdsBody = (part: SyntaxNode): boolean => part.start <= body.start && part.end >= body.end;
  return node.withParts(node.parts.map((part) => (holdsBody(part) ? fillBody(part, body, inner) : part)));
}
