import type { SyntaxNode } from './syntax.ts';

/** One thing that binds a name. */
export interface Binding {
  /** The name's token. */
  readonly token: SyntaxNode;
  readonly source: BindingSource;
}

/** What a name is bound to. */
type BindingSource =
  | { readonly kind: 'class' | 'function'; readonly node: SyntaxNode }
  | { readonly kind: 'first parameter' | 'parameter' | 'other' }
  | {
      readonly kind: 'value' | 'element';
      readonly value: SyntaxNode;
      readonly scope: PythonScope;
      readonly index: number | null;
    }
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name: string | null;
      readonly isAlias: boolean;
    };

/** A stretch of Python with names of its own. */
export class PythonScope {
  readonly names = new Map<string, Binding[]>();

  constructor(
    readonly kind: 'module' | 'class' | 'function',
    readonly parent: PythonScope | null,
    readonly node: SyntaxNode,
  ) {}

  bind(token: SyntaxNode, source: BindingSource): void {
    const known = this.names.get(token.text);
    if (known === undefined) this.names.set(token.text, [{ token, source }]);
    else known.push({ token, source });
  }

  /** What binds a name that is used here; undefined where nothing in the text does. */
  find(name: string): readonly Binding[] | undefined {
    const own = this.names.get(name);
    if (own !== undefined) return own;
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (scope.kind !== 'class' && scope.names.has(name)) return scope.names.get(name);
    }
    return undefined;
  }
}

/** The scopes of a Python text, by the node that makes each. */
type PythonScopes = ReadonlyMap<SyntaxNode, PythonScope>;

/**
 * Reads what binds each name of a Python text.
 *
 * @param around of an expression that was parsed by itself: where it stands
 */
export function readScopes(root: SyntaxNode, around?: PythonScope): PythonScopes {
  const scopes = new Map<SyntaxNode, PythonScope>();
  const top = around ?? new PythonScope('module', null, root);
  if (around === undefined) scopes.set(root, top);
  for (const node of root.parts) read(node, top, scopes);
  return scopes;
}

type Scopes = Map<SyntaxNode, PythonScope>;

function read(node: SyntaxNode, scope: PythonScope, scopes: Scopes): void {
  switch (node.type) {
    case 'class_definition':
    case 'function_definition':
    case 'lambda':
      return readDefinition(node, scope, scopes);
    case 'import_statement':
    case 'import_from_statement':
      return bindImport(node, scope);
    case 'global_statement':
    case 'nonlocal_statement':
      for (const token of node.nodes) scope.bind(token, { kind: 'other' });
      return;
    case 'assignment':
    case 'named_expression': {
      const [left, right] = [
        node.part('left') ?? node.part('name'),
        node.part('right') ?? node.part('value'),
      ];
      bindTarget(left, scope, right && { kind: 'value', value: right, scope, index: null });
      break;
    }
    case 'augmented_assignment':
      bindTarget(node.part('left'), scope, undefined);
      break;
    case 'for_statement':
      bindElements(node, scope);
      break;
    case 'as_pattern':
      bindTarget(node.nodes[1], scope, undefined);
      break;
    case 'case_pattern':
    case 'splat_pattern':
      for (const part of node.nodes) {
        const token = part.type === 'dotted_name' && part.nodes.length === 1 ? part.nodes[0]! : part;
        if (token.type === 'identifier') scope.bind(token, { kind: 'other' });
      }
      break;
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression': {
      const inside = new PythonScope('function', scope, node);
      scopes.set(node, inside);
      for (const part of node.nodes) if (part.type === 'for_in_clause') bindElements(part, inside);
      for (const part of node.parts) read(part, inside, scopes);
      return;
    }
    default:
  }
  for (const part of node.parts) read(part, scope, scopes);
}

function readDefinition(node: SyntaxNode, scope: PythonScope, scopes: Scopes): void {
  const name = node.part('name');
  const isClass = node.type === 'class_definition';
  if (name) scope.bind(name, { kind: isClass ? 'class' : 'function', node });
  const inside = new PythonScope(isClass ? 'class' : 'function', scope, node);
  scopes.set(node, inside);
  for (const part of node.parts) {
    if (part.field === 'body') read(part, inside, scopes);
    else if (part.field === 'parameters') readParameters(part, inside, scope, scopes);
    else if (part.field !== 'name') read(part, scope, scopes);
  }
}

function readParameters(list: SyntaxNode, inside: PythonScope, around: PythonScope, scopes: Scopes): void {
  for (const [at, item] of list.nodes.entries()) {
    const token = item.type === 'identifier' ? item : (item.part('name') ?? firstIdentifier(item));
    if (token) inside.bind(token, { kind: at === 0 ? 'first parameter' : 'parameter' });
    for (const part of item.nodes) if (part !== token) read(part, around, scopes);
  }
}

function firstIdentifier(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'identifier') return node;
  for (const part of node.nodes) {
    const found = firstIdentifier(part);
    if (found) return found;
  }
  return undefined;
}

function bindElements(node: SyntaxNode, scope: PythonScope): void {
  const value = node.part('right');
  bindTarget(node.part('left'), scope, value && { kind: 'element', value, scope, index: null });
}

function bindTarget(
  target: SyntaxNode | undefined,
  scope: PythonScope,
  source: BindingSource | undefined,
): void {
  if (!target || target.type === 'attribute' || target.type === 'subscript') return;
  if (target.type === 'identifier') return scope.bind(target, source ?? { kind: 'other' });
  for (const [index, part] of target.nodes.entries()) {
    const isPlain = source?.kind === 'value' || source?.kind === 'element';
    const inside = isPlain && source.index === null ? ({ ...source, index } as const) : undefined;
    bindTarget(part, scope, inside);
  }
}

function bindImport(node: SyntaxNode, scope: PythonScope): void {
  const module = node.part('module_name')?.text ?? null;
  for (const part of importedNames(node)) {
    const alias = part.part('alias');
    const name = part.part('name') ?? part;
    const token = alias ?? firstIdentifier(name);
    if (!token) continue;
    const source = module === null ? { module: name.text, name: null } : { module, name: name.text };
    scope.bind(token, { kind: 'import', ...source, isAlias: alias !== undefined });
  }
}

/** What an import takes, each with its alias. */
export function importedNames(node: SyntaxNode): SyntaxNode[] {
  const names = node.parts.find(({ type }) => type === 'import_names') ?? node;
  return names.parts.filter(({ field }) => field === 'name');
}
