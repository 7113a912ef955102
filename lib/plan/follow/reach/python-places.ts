import type { SyntaxNode } from '../../code/syntax.ts';
import { scanNames, textKind } from './name-place.ts';
import type { NamePlace } from './name-place.ts';

/** Lists where names stand in a Python text. */
export function listPythonPlaces(root: SyntaxNode): NamePlace[] {
  const places: NamePlace[] = [];
  const visit = (node: SyntaxNode, isImport: boolean): void => {
    const { type, start, end } = node;
    if (type === 'identifier') places.push({ start, end, as: isImport ? 'called' : kindOf(node) });
    else if (type === 'string' || type === 'concatenated_string') places.push(...listTexts(node));
    else for (const part of node.parts) visit(part, isImport || /^import_/.test(type));
  };
  visit(root, false);
  return places;
}

function kindOf(node: SyntaxNode): NamePlace['as'] {
  const { parent, field } = node;
  if (parent?.type === 'call' && field === 'function') return 'called';
  if (parent?.type === 'keyword_argument' && field === 'name') return 'member';
  if (parent?.type !== 'attribute' || field !== 'attribute') return 'name';
  return parent.parent?.type === 'call' && parent.field === 'function' ? 'called' : 'member';
}

/** The strings of a node, with the names in the braces of f-strings. */
function* listTexts(node: SyntaxNode): Generator<NamePlace> {
  const isDocumentation = node.parent?.type === 'expression_statement';
  const strings = /([a-zA-Z]*)("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g;
  for (const found of node.text.matchAll(strings)) {
    const [whole, prefix = '', text = ''] = found;
    const as = isDocumentation ? 'prose' : textKind(text);
    let start = node.start + found.index + prefix.length;
    const end = node.start + found.index + whole.length;
    for (const braces of /f/i.test(prefix) ? text.matchAll(/(?<!\{)\{([^{}]+)\}/g) : []) {
      const at = end - text.length + braces.index;
      yield { start, end: at, as };
      yield* scanNames(braces[1]!, at + 1);
      start = at + braces[0].length;
    }
    yield { start, end, as };
  }
}
