import type { AnyNode, Expression, Function as FunctionNode, Pattern, Program } from 'acorn';

/** What a name is bound to, and the offset of its token. */
export interface ScriptBinding {
  readonly at: number;
  readonly source: ScriptSource;
}

/** What binds a name of a script. */
export type ScriptSource =
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name: string | null;
      readonly isAlias: boolean;
    }
  | {
      readonly kind: 'value' | 'element';
      readonly value: Expression;
      readonly scope: ScriptScope;
      /** Which part of the value it is: a property, a place in a list, or all of it. */
      readonly part: string | number | null;
      /** The names of the functions around. */
      readonly around: string;
    }
  | {
      readonly kind: 'parameter';
      readonly function: FunctionNode;
      readonly index: number;
      readonly part: string | null;
      readonly around: string;
    }
  | { readonly kind: 'other' };

/** A stretch of a script with names of its own. */
export class ScriptScope {
  readonly names = new Map<string, ScriptBinding[]>();

  constructor(
    readonly parent: ScriptScope | null,
    readonly isFunction: boolean,
    /** The names of the functions around it. */
    readonly around: string,
  ) {}

  bind(name: string, binding: ScriptBinding): void {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, [binding]);
    else known.push(binding);
  }

  find(name: string): readonly ScriptBinding[] | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }
}

/** The scopes of a script by the node that makes each, and the call that each function is an argument of. */
export interface ScriptScopes {
  readonly scopes: ReadonlyMap<AnyNode, ScriptScope>;
  readonly calls: ReadonlyMap<FunctionNode, { readonly call: AnyNode; readonly scope: ScriptScope }>;
}

/** Reads what binds each name of a script. */
export function readScriptScopes(program: Program): ScriptScopes {
  const scopes = new Map<AnyNode, ScriptScope>();
  const calls = new Map<FunctionNode, { call: AnyNode; scope: ScriptScope }>();
  const top = new ScriptScope(null, true, '');
  scopes.set(program, top);
  const read = (node: AnyNode, scope: ScriptScope): void => {
    switch (node.type) {
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) {
          const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : null;
          const { local } = specifier;
          const source = { kind: 'import', module: String(node.source.value), name } as const;
          scope.bind(local.name, { at: local.start, source: { ...source, isAlias: name !== local.name } });
        }
        return;
      case 'VariableDeclaration': {
        const owner = node.kind === 'var' ? functionAround(scope) : scope;
        for (const { id, init } of node.declarations) {
          bindValue(
            id,
            owner,
            init ? { kind: 'value', value: init, scope, part: null, around: scope.around } : null,
          );
        }
        break;
      }
      case 'ForOfStatement': {
        const inside = open(node, scope);
        if (node.left.type === 'VariableDeclaration') {
          const { id } = node.left.declarations[0]!;
          bindValue(id, inside, {
            kind: 'element',
            value: node.right,
            scope,
            part: null,
            around: scope.around,
          });
        }
        read(node.right, scope);
        return read(node.body, inside);
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return readFunction(node, scope);
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node.id && node.type === 'ClassDeclaration')
          scope.bind(node.id.name, { at: node.id.start, source: { kind: 'other' } });
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'Identifier') {
          rebinds.push([node.left.name, node.left.start, scope]);
        }
        break;
      case 'CallExpression':
        for (const argument of node.arguments) {
          if (argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression') {
            calls.set(argument, { call: node, scope });
          }
        }
        break;
      default:
    }
    const inside = blocks.has(node.type) ? open(node, scope) : scope;
    if (node.type === 'CatchClause' && node.param) bindValue(node.param, inside, null);
    for (const part of partsOf(node)) read(part, inside);
  };
  const open = (node: AnyNode | FunctionNode, scope: ScriptScope, name?: string): ScriptScope => {
    const isFunction = name !== undefined;
    const inside = new ScriptScope(scope, isFunction, isFunction ? `${scope.around} ${name}` : scope.around);
    scopes.set(node as AnyNode, inside);
    return inside;
  };
  const readFunction = (node: FunctionNode, scope: ScriptScope): void => {
    if (node.id && node.type === 'FunctionDeclaration')
      scope.bind(node.id.name, { at: node.id.start, source: { kind: 'other' } });
    const inside = open(node, scope, node.id?.name ?? '');
    for (const [index, parameter] of node.params.entries()) {
      bindParameter(parameter, inside, { function: node, index, part: null, around: inside.around });
      for (const value of defaultsOf(parameter)) read(value, inside);
    }
    read(node.body, inside);
  };
  const rebinds: [name: string, at: number, scope: ScriptScope][] = [];
  for (const statement of program.body) read(statement, top);
  for (const [name, at, scope] of rebinds) {
    const found = scope.find(name) as ScriptBinding[] | undefined;
    found?.push({ at, source: { kind: 'other' } });
  }
  return { scopes, calls };
}

const blocks = new Set([
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'SwitchStatement',
  'CatchClause',
  'StaticBlock',
]);

function functionAround(scope: ScriptScope): ScriptScope {
  let found = scope;
  while (!found.isFunction && found.parent) found = found.parent;
  return found;
}

function bindValue(
  pattern: Pattern,
  scope: ScriptScope,
  source: Extract<ScriptSource, { value: Expression }> | null,
): void {
  if (pattern.type === 'Identifier') {
    scope.bind(pattern.name, { at: pattern.start, source: source ?? { kind: 'other' } });
  }
  for (const { part, inside } of insideOf(pattern)) {
    const known = source?.part === null && part !== null ? { ...source, part } : null;
    bindValue(inside, scope, pattern.type === 'AssignmentPattern' ? source : known);
  }
}

function bindParameter(
  pattern: Pattern,
  scope: ScriptScope,
  source: Omit<Extract<ScriptSource, { kind: 'parameter' }>, 'kind'>,
): void {
  if (pattern.type === 'Identifier') {
    scope.bind(pattern.name, { at: pattern.start, source: { kind: 'parameter', ...source } });
  }
  for (const { part, inside } of insideOf(pattern)) {
    const isPlain = pattern.type === 'AssignmentPattern';
    bindParameter(inside, scope, isPlain ? source : { ...source, part: String(part) });
  }
}

/** The patterns directly in a pattern, and which part of the value each takes. */
export function insideOf(
  pattern: Pattern,
): { readonly part: string | number | null; readonly inside: Pattern }[] {
  switch (pattern.type) {
    case 'AssignmentPattern':
      return [{ part: null, inside: pattern.left }];
    case 'RestElement':
      return [{ part: '...', inside: pattern.argument }];
    case 'ArrayPattern':
      return pattern.elements.flatMap((inside, part) => (inside ? [{ part, inside }] : []));
    case 'ObjectPattern':
      return pattern.properties.map((property) =>
        property.type === 'RestElement'
          ? { part: '...', inside: property.argument }
          : { part: property.computed ? '' : nameOf(property.key), inside: property.value },
      );
    default:
      return [];
  }
}

/** The defaults and computed keys in a pattern. */
export function defaultsOf(pattern: Pattern): Expression[] {
  const own =
    pattern.type === 'AssignmentPattern'
      ? [pattern.right]
      : pattern.type === 'ObjectPattern'
        ? pattern.properties.flatMap((each) => (each.type === 'Property' && each.computed ? [each.key] : []))
        : [];
  return [...own, ...insideOf(pattern).flatMap(({ inside }) => defaultsOf(inside))];
}

/** The name that a key or a specifier has; empty where it is computed. */
export function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** The nodes directly below a node. */
export function partsOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';
}
