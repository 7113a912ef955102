import { hasPythonBlocks } from './python-blocks.ts';
import type { SyntaxNode } from './syntax.ts';

/**
 * Claims that Python itself would compile statements that the grammar accepts: their blocks, the order of arguments
 * and parameters, and statements that need a function or a loop around them.
 *
 * @param root the tree of the text
 */
export function isLawfulPython(text: string, root: SyntaxNode): boolean {
  return hasPythonBlocks(text) && visit(root, outside);
}

/** What surrounds a statement. */
interface Surroundings {
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

const outside: Surroundings = { inFunction: false, inLoop: false };

function visit(node: SyntaxNode, around: Surroundings): boolean {
  if (!isAllowed(node, around)) return false;
  const inside = surround(node, around);
  return node.parts.every((part) => visit(part, part.field === 'body' ? inside : around));
}

function surround({ type }: SyntaxNode, around: Surroundings): Surroundings {
  switch (type) {
    case 'function_definition':
    case 'lambda':
      return { inFunction: true, inLoop: false };
    case 'class_definition':
      return outside;
    case 'for_statement':
    case 'while_statement':
      return { ...around, inLoop: true };
    default:
      return around;
  }
}

function isAllowed(node: SyntaxNode, { inFunction, inLoop }: Surroundings): boolean {
  switch (node.type) {
    case 'return_statement':
    case 'yield':
    case 'await':
      return inFunction;
    case 'break_statement':
    case 'continue_statement':
      return inLoop;
    case 'argument_list':
      return hasArgumentOrder(node);
    case 'parameters':
    case 'lambda_parameters':
      return hasParameterOrder(node);
    default:
      return true;
  }
}

/** No plain argument after a keyword, no keyword twice. */
function hasArgumentOrder(list: SyntaxNode): boolean {
  const names = new Set<string>();
  let isSpread = false;
  for (const item of list.nodes) {
    if (item.type === 'keyword_argument') {
      const name = item.part('name')?.text ?? '';
      if (names.has(name)) return false;
      names.add(name);
    } else if (item.type === 'dictionary_splat') isSpread = true;
    else if (isSpread || (names.size > 0 && item.type !== 'list_splat')) return false;
  }
  return true;
}

/** No parameter without a default after one with a default, none twice. */
function hasParameterOrder(list: SyntaxNode): boolean {
  const names = new Set<string>();
  let hasDefault = false;
  let isKeywordOnly = false;
  for (const item of list.nodes) {
    const isSplat = /splat|separator/.test(item.type) || /^\*/.test(item.text);
    if (isSplat && item.type !== 'positional_separator') isKeywordOnly = true;
    if (/default/.test(item.type)) hasDefault = true;
    else if (hasDefault && !isKeywordOnly && !isSplat) return false;
    const name = /^\**(\w*)/.exec(item.text)![1]!;
    if (name !== '' && names.has(name)) return false;
    names.add(name);
  }
  return true;
}

/** Claims that `from __future__` stands before all statements of a module but the docstring. */
export function isFutureFirst(statements: readonly SyntaxNode[]): boolean {
  const last = statements.findLastIndex(({ type }) => type === 'future_import_statement');
  return statements
    .slice(0, Math.max(0, last))
    .every(
      (node, at) => node.type === 'future_import_statement' || (at === 0 && node.nodes[0]?.type === 'string'),
    );
}
