import { NameScope } from './bound-names.ts';
import type { PartNames } from './bound-names.ts';
import { importedNames } from './python-scopes.ts';
import type { SyntaxNode } from './syntax.ts';

/** Finds what binds each name in some statements of a Python module. */
export function readPythonNames(statements: readonly SyntaxNode[]): PartNames {
  const module = new NameScope('', undefined, false);
  visitAll(statements, module);
  return module.bindings();
}

function visitAll(nodes: readonly SyntaxNode[], scope: NameScope): void {
  for (const node of nodes) visit(node, scope);
}

function visit(node: SyntaxNode, scope: NameScope): void {
  switch (node.type) {
    case 'identifier':
      return scope.use(node.text);
    case 'string':
    case 'concatenated_string':
      return useInStrings(node.text, scope);
    case 'attribute':
      return visitAll(node.nodes.slice(0, 1), scope);
    case 'keyword_argument':
      return visitAll(node.nodes.slice(1), scope);
    case 'class_definition':
    case 'function_definition':
      return visitDefinition(node, scope);
    case 'lambda': {
      const inside = new NameScope(`${scope.place}/lambda`, scope, false);
      for (const part of node.nodes) {
        if (part.field === 'parameters') bindParameters(part, inside, scope);
        else visit(part, inside);
      }
      return;
    }
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return bindImport(node, scope);
    case 'global_statement':
    case 'nonlocal_statement':
      return;
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      bindTarget(node.part('left'), scope);
      return visitAll(
        node.nodes.filter(({ field }) => field !== 'left'),
        scope,
      );
    case 'named_expression':
      bindTarget(node.nodes[0], scope);
      return visitAll(node.nodes.slice(1), scope);
    case 'as_pattern':
      visitAll(node.nodes.slice(0, 1), scope);
      return bindTarget(node.nodes[1], scope);
    case 'case_pattern':
      return bindTarget(node, scope);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression': {
      const inside = new NameScope(scope.place, scope, false);
      return visitAll(
        [...node.nodes].sort((one, other) => Number(isClause(other)) - Number(isClause(one))),
        inside,
      );
    }
    default:
      return visitAll(node.parts, scope);
  }
}

function isClause({ type }: SyntaxNode): boolean {
  return type === 'for_in_clause';
}

function visitDefinition(node: SyntaxNode, scope: NameScope): void {
  const name = node.part('name')?.text ?? '';
  scope.bind(name);
  const inside = new NameScope(`${scope.place}/${name}`, scope, node.type === 'class_definition');
  for (const part of node.nodes) {
    if (part.field === 'parameters') bindParameters(part, inside, scope);
    else if (part.field === 'body') visit(part, inside);
    else if (part.field !== 'name') visit(part, scope);
  }
}

/** Binds parameters inside; their defaults and annotations belong to the scope around. */
function bindParameters(list: SyntaxNode, inside: NameScope, around: NameScope): void {
  for (const item of list.nodes) {
    const name = /^\**(\w+)/.exec(item.text)?.[1];
    if (name !== undefined) inside.bind(name);
    if (item.type === 'identifier') continue;
    visitAll(
      item.nodes.filter((part) => part.field === 'value' || part.field === 'type'),
      around,
    );
  }
}

/** Binds the names of a target; what it takes them from (`a` of `a.b = 1`) is used. */
function bindTarget(target: SyntaxNode | undefined, scope: NameScope): void {
  if (!target) return;
  if (target.type === 'identifier') return scope.bind(target.text);
  if (target.type === 'attribute' || target.type === 'subscript') return visit(target, scope);
  for (const part of target.nodes) bindTarget(part, scope);
}

function bindImport(node: SyntaxNode, scope: NameScope): void {
  for (const part of importedNames(node)) {
    scope.bind(part.part('alias')?.text ?? part.text.split('.')[0]!);
  }
}

/** The names in the braces of f-strings. */
function useInStrings(text: string, scope: NameScope): void {
  if (!/\b(?:[rR]?[fF]|[fF][rR])["']/.test(text)) return;
  for (const [braces] of text.replaceAll(/\{\{|\}\}/g, '').matchAll(/\{[^{}]*\}/g)) {
    const code = braces.slice(1, -1).replace(/(?:![rsa])?(?::[^\])]*)?=?$/, '');
    const plain = code.replaceAll(/"[^"]*"|'[^']*'/g, '""');
    for (const [name] of plain.matchAll(/(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=[^=])/g)) {
      if (!keywords.has(name)) scope.use(name);
    }
  }
}

const keywords = new Set('and as else for if in is lambda not or await None True False'.split(' '));
