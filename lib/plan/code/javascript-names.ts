import type { AnyNode, Function as FunctionNode, Pattern, Program } from 'acorn';
import { NameScope } from './bound-names.ts';
import type { PartNames } from './bound-names.ts';
import { partsOf } from './javascript-scopes.ts';

/** Finds what binds each name of a JavaScript program, or of some of its statements. */
export function readJavaScriptNames(statements: Program['body']): PartNames {
  const module = new NameScope('', undefined, false);
  hoist(statements, module, true);
  for (const statement of statements) visit(statement, module, '');
  return module.bindings();
}

/** Visits a node in a scope; `label` is what a function is called by, where the node is one without a name. */
function visit(node: AnyNode, scope: NameScope, label: string): void {
  switch (node.type) {
    case 'Identifier':
      return scope.use(node.name);
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'BreakStatement':
    case 'ContinueStatement':
      return;
    case 'ExportSpecifier':
      return visit(node.local, scope, '');
    case 'ExportNamedDeclaration':
      if (node.source) return;
      return visitParts(node, scope, '');
    case 'LabeledStatement':
      return visit(node.body, scope, '');
    case 'MemberExpression':
      visit(node.object, scope, '');
      if (node.computed) visit(node.property, scope, '');
      return;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      if (node.computed) visit(node.key, scope, '');
      if (node.value) visit(node.value, scope, nameOf(node.key));
      return;
    case 'VariableDeclarator':
      visitPattern(node.id, scope);
      if (node.init) visit(node.init, scope, nameOf(node.id));
      return;
    case 'AssignmentExpression':
      visit(node.left, scope, '');
      return visit(node.right, scope, nameOf(node.left));
    case 'CallExpression':
      visit(node.callee, scope, '');
      for (const argument of node.arguments) visit(argument, scope, nameOf(node.callee));
      return;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return visitFunction(node, scope, label);
    case 'ClassDeclaration':
    case 'ClassExpression': {
      if (node.superClass) visit(node.superClass, scope, '');
      const inside = new NameScope(`${scope.place}/${node.id?.name ?? label}`, scope, false);
      if (node.id) inside.bind(node.id.name);
      return visit(node.body, inside, '');
    }
    case 'BlockStatement':
    case 'SwitchStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'CatchClause': {
      const inside = new NameScope(scope.place, scope, false);
      hoist(partsOf(node), inside, false);
      if (node.type === 'CatchClause' && node.param) bindPattern(node.param, inside);
      return visitParts(node, inside, '');
    }
    default:
      return visitParts(node, scope, label);
  }
}

function visitFunction(node: FunctionNode, scope: NameScope, label: string): void {
  const inside = new NameScope(`${scope.place}/${node.id?.name ?? label}`, scope, false);
  inside.bind('arguments');
  if (node.id && node.type === 'FunctionExpression') inside.bind(node.id.name);
  for (const parameter of node.params) bindPattern(parameter, inside);
  for (const parameter of node.params) visitPattern(parameter, inside);
  if (node.body.type === 'BlockStatement') {
    hoist(node.body.body, inside, true);
    visitParts(node.body, inside, '');
  } else visit(node.body, inside, '');
}

function visitParts(node: AnyNode, scope: NameScope, label: string): void {
  for (const part of partsOf(node)) visit(part, scope, label);
}

/** The defaults and computed keys of a pattern; its names are bound, not used. */
function visitPattern(node: Pattern, scope: NameScope): void {
  switch (node.type) {
    case 'AssignmentPattern':
      visitPattern(node.left, scope);
      return visit(node.right, scope, '');
    case 'ObjectPattern':
      for (const property of node.properties) {
        if (property.type === 'RestElement') visitPattern(property.argument, scope);
        else {
          if (property.computed) visit(property.key, scope, '');
          visitPattern(property.value, scope);
        }
      }
      return;
    case 'ArrayPattern':
      for (const element of node.elements) if (element) visitPattern(element, scope);
      return;
    case 'MemberExpression':
      return visit(node, scope, '');
    default:
  }
}

/** Binds what statements declare: their names, and from deeper blocks those of `var` where `isFunction`. */
function hoist(nodes: readonly AnyNode[], scope: NameScope, isFunction: boolean): void {
  for (const node of nodes) {
    const inner = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration';
    const declared = inner ? node.declaration : node;
    if (declared?.type === 'VariableDeclaration') {
      for (const { id } of declared.declarations) bindPattern(id, scope);
    } else if (declared?.type === 'FunctionDeclaration' || declared?.type === 'ClassDeclaration') {
      if (declared.id) scope.bind(declared.id.name);
    } else if (node.type === 'ImportDeclaration') {
      for (const { local } of node.specifiers) scope.bind(local.name);
    } else if (node.type === 'SwitchCase') hoist(node.consequent, scope, false);
    if (isFunction) hoistVariables(node, scope);
  }
}

function hoistVariables(node: AnyNode, scope: NameScope): void {
  if (/Function|Class/.test(node.type)) return;
  if (node.type === 'VariableDeclaration' && node.kind === 'var') {
    for (const { id } of node.declarations) bindPattern(id, scope);
  }
  if (!/Expression$/.test(node.type)) for (const part of partsOf(node)) hoistVariables(part, scope);
}

function bindPattern(node: Pattern, scope: NameScope): void {
  switch (node.type) {
    case 'Identifier':
      return scope.bind(node.name);
    case 'AssignmentPattern':
      return bindPattern(node.left, scope);
    case 'RestElement':
      return bindPattern(node.argument, scope);
    case 'ArrayPattern':
      for (const element of node.elements) if (element) bindPattern(element, scope);
      return;
    case 'ObjectPattern':
      for (const property of node.properties) {
        bindPattern(property.type === 'RestElement' ? property.argument : property.value, scope);
      }
      return;
    default:
  }
}

/** The words for what a function is given to or bound by: `router.get`. */
function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return '';
}
