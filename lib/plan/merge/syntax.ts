import type { Parser, TreeCursor } from 'web-tree-sitter';
import type { Expression, ListItem } from './expression.ts';
import { tokenSeparator } from './unit.ts';

/** A parsed text: its tree, and whether it parsed without an error. */
export interface ParsedText {
  readonly root: SyntaxNode;
  readonly valid: boolean;
}

/** What a language knows about its lists: the elements of a node, where it is one. */
export type ListItems = (node: SyntaxNode) => ListItem[] | undefined;

/** A node of a syntax tree, copied out of the parser; its print and elements are made when asked for. */
export class SyntaxNode implements Expression {
  readonly parts: SyntaxNode[] = [];
  private printed: string | undefined;

  constructor(
    readonly type: string,
    readonly named: boolean,
    /** The field of its parent that it fills. */
    readonly field: string | undefined,
    readonly start: number,
    readonly end: number,
    /** Zero-based lines. */
    readonly startRow: number,
    readonly endRow: number,
    readonly source: string,
    readonly parent: SyntaxNode | undefined,
    readonly listItems: ListItems,
  ) {}

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  get print(): string {
    return (this.printed ??= printNode(this));
  }

  get items(): ListItem[] | undefined {
    return this.listItems(this);
  }

  /** The named parts, comments left out. */
  get nodes(): SyntaxNode[] {
    return this.parts.filter(({ named, type }) => named && type !== 'comment');
  }

  /** The part that fills a field. */
  part(field: string): SyntaxNode | undefined {
    return this.parts.find((part) => part.field === field);
  }
}

/** Nodes in one another; a real overflow of the stack would leave the parser's memory in disorder. */
const depthLimit = 2000;

/** Parses a text and copies its tree; throws RangeError where it is nested too deeply. */
export function parseSyntax(parser: Parser, text: string, listItems: ListItems): ParsedText {
  const tree = parser.parse(text);
  if (!tree) throw new Error('The parser has no language.');
  try {
    const valid = !tree.rootNode.hasError;
    const cursor = tree.walk();
    try {
      return { root: copyNode(cursor, text, undefined, listItems, depthLimit), valid };
    } finally {
      cursor.delete();
    }
  } finally {
    tree.delete();
  }
}

function copyNode(
  cursor: TreeCursor,
  source: string,
  parent: SyntaxNode | undefined,
  listItems: ListItems,
  depth: number,
): SyntaxNode {
  if (depth === 0) throw new RangeError('nested too deeply');
  const node = new SyntaxNode(
    cursor.nodeType,
    cursor.nodeIsNamed,
    cursor.currentFieldName ?? undefined,
    cursor.startIndex,
    cursor.endIndex,
    cursor.startPosition.row,
    cursor.endPosition.row,
    source,
    parent,
    listItems,
  );
  if (!verbatim.has(node.type) && cursor.gotoFirstChild()) {
    do node.parts.push(copyNode(cursor, source, node, listItems, depth - 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  if (node.type === 'import_from_statement') groupNames(node);
  return node;
}

/** Makes one list node of the names that a Python import takes, bracketed or not. */
function groupNames(statement: SyntaxNode): void {
  const at = statement.parts.findIndex(({ type }) => type === 'import') + 1;
  const names = statement.parts.slice(at);
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return;
  const group = new SyntaxNode(
    'import_names',
    true,
    undefined,
    first.start,
    last.end,
    first.startRow,
    last.endRow,
    statement.source,
    statement,
    statement.listItems,
  );
  group.parts.push(...names);
  statement.parts.splice(at, names.length, group);
}

/** Nodes that are one token, whatever is inside. */
const verbatim = new Set(['string', 'template_string', 'concatenated_string', 'comment', 'regex']);

const closers = new Set([')', ']', '}']);

/** The tokens of a node without layout: no optional commas and semicolons, one quote style. */
function printNode(node: SyntaxNode): string {
  if (node.parts.length === 0) return printToken(node);
  const tokens = node.parts
    .filter((part, index) => !isOptional(part, node, index))
    .map(({ print }) => print)
    .filter((print) => print !== '');
  if (node.type === 'block') return ['{', ...tokens, '}'].join(tokenSeparator);
  return tokens.join(tokenSeparator);
}

function isOptional(part: SyntaxNode, node: SyntaxNode, index: number): boolean {
  if (part.type === ';') return node.type !== 'for_statement';
  if (part.type !== ',') return false;
  const follower = node.parts.slice(index + 1).find(({ type }) => type !== 'comment');
  return (
    follower !== undefined &&
    closers.has(follower.type) &&
    !(node.type === 'tuple' && node.nodes.length === 1)
  );
}

function printToken(node: SyntaxNode): string {
  const { text, type } = node;
  if (type === 'string') return text.replace(/^([a-z]*)'([^'"\\\n]*)'$/i, '$1"$2"');
  if (type === 'comment') return text.replace(/\s+/g, ' ').trim();
  if (type === 'jsx_text') return text.replace(/\s+/g, ' ');
  return text;
}
