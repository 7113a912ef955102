import { loadParser } from './load-grammar.ts';
import type { ListUses, NameUse } from './name-use.ts';
import { parseSyntax } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

/** Loads what lists the uses of names in Python; it needs the grammar. */
export async function pythonUses(): Promise<ListUses> {
  const parser = await loadParser('python');
  return (text) => {
    const { root, valid } = parseSyntax(parser, text, () => undefined);
    const uses: NameUse[] = [];
    if (valid) read(root, uses);
    return valid ? uses : undefined;
  };
}

/** Methods of Django whose keywords are new names. */
const annotations = new Set(['annotate', 'aggregate', 'alias', 'extra']);

function read(node: SyntaxNode, uses: NameUse[]): void {
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return;
    case 'identifier':
      uses.push({ kind: 'bare', text: node.text, at: node.start, owner: null });
      return;
    case 'string':
      if (node.parent?.type !== 'expression_statement')
        uses.push({ kind: 'quoted', text: contentOf(node.text), at: node.start, owner: ownerOf(node) });
      readFilled(node, uses);
      return;
    case 'attribute':
      return readMember(node, uses);
    case 'keyword_argument': {
      const name = node.part('name')!;
      const owner = ownerOf(node);
      const kind = owner !== null && annotations.has(owner) ? 'definition' : 'keyword';
      uses.push({ kind, text: name.text, at: name.start, owner });
      for (const part of node.nodes) if (part !== name) read(part, uses);
      return;
    }
    case 'class_definition':
    case 'function_definition': {
      const name = node.part('name')!;
      uses.push({ kind: 'definition', text: name.text, at: name.start, owner: null });
      for (const part of node.nodes) if (part !== name) read(part, uses);
      return;
    }
    case 'assignment': {
      const left = node.part('left');
      if (left?.type === 'identifier' && node.parent?.parent?.parent?.type === 'class_definition')
        uses.push({ kind: 'definition', text: left.text, at: left.start, owner: null });
      break;
    }
    default:
  }
  for (const part of node.nodes) read(part, uses);
}

function readMember(node: SyntaxNode, uses: NameUse[]): void {
  const [object, name] = [node.part('object'), node.part('attribute')];
  if (object) read(object, uses);
  if (!name) return;
  const { parent, field } = node;
  uses.push({
    kind: parent?.type === 'assignment' && field === 'left' ? 'assigned' : 'member',
    text: name.text,
    at: name.start,
    owner: object ? lastName(object) : null,
    isCalled: parent?.type === 'call' && field === 'function',
  });
}

/** The members in the braces of an f-string. */
function readFilled({ text, start }: SyntaxNode, uses: NameUse[]): void {
  if (!/^(?:[fF][rR]?|[rR][fF])["']/.test(text)) return;
  for (const { index, 0: filled } of text.matchAll(/(?<!\{)\{[^{}]+\}/g)) {
    for (const found of filled.matchAll(/(?<=(\w+)\.)[A-Za-z_]\w*(?![\w(])/g))
      uses.push({ kind: 'member', text: found[0], at: start + index + found.index, owner: found[1]! });
  }
}

/** What is called with an argument, or the keyword that a value is for. */
function ownerOf({ parent }: SyntaxNode): string | null {
  if (parent?.type === 'keyword_argument') return parent.part('name')?.text ?? null;
  if (parent?.type !== 'argument_list') return null;
  const called = parent.parent?.part('function');
  return called ? lastName(called) : null;
}

function lastName(node: SyntaxNode): string | null {
  if (node.type === 'identifier') return node.text;
  if (node.type === 'call') return lastName(node.part('function')!);
  return node.part('attribute')?.text ?? null;
}

function contentOf(string: string): string {
  return string.replace(/^[a-z]*("""|'''|"|')/i, '').replace(/("""|'''|"|')$/, '');
}
