import type { ListItem } from '../../code/expression.ts';
import { isFutureFirst, isLawfulPython } from '../../code/lawful-python.ts';
import { loadParser } from '../../code/load-grammar.ts';
import { readPythonNames } from '../../code/python-names.ts';
import { importedNames } from '../../code/python-scopes.ts';
import { parseSyntax } from '../../code/syntax.ts';
import type { ParsedText, SyntaxNode } from '../../code/syntax.ts';
import { cutClass, cutPython } from './cut-python.ts';
import type { Margin } from './cut-python.ts';
import type { Piece } from './piece.ts';
import { readerOfPieces } from './read-pieces.ts';
import { anonymous, mapLines, named, tileUnits } from './tile-units.ts';
import type { Nest, UnitFacts, UnitReader } from './tile-units.ts';
import type { ReadOutline } from './unit.ts';

/** Reads Python into imports, classes, functions, methods, attributes and statements. */
export async function outlinePython(): Promise<ReadOutline> {
  const parser = await loadParser('python');
  const read = readerOfPieces<Margin>({
    read: ({ text }) => {
      const { root, valid } = parseSyntax(parser, text, listItems);
      return readStatements(text, { root, valid }, root.parts, 0);
    },
    takeApart: ({ text }) => cutClass(text),
    readInner: ({ text, known: margin }) => {
      const inClass = `class _:\n${margin}pass\n${text}`;
      const { root, valid } = parseSyntax(parser, inClass, listItems);
      const body = root.nodes[0]?.part('body');
      const isOne = root.nodes.length === 1 && body !== undefined;
      return readStatements(inClass, { root, valid: valid && isOne }, body?.parts.slice(1) ?? [], 2);
    },
    findBody: (statement) => unwrap(statement).part('body'),
    names: readPythonNames,
  });
  return (text) => {
    const { nodes, isLawful, ...outline } = read({ text, known: '' }, cutPython(text));
    return { ...outline, isLawful: () => isLawful() && isFutureFirst(nodes()) };
  };
}

/** Reads the statements of a module, or of a class, from a line on. */
function readStatements(
  text: string,
  { root, valid }: ParsedText,
  parts: readonly SyntaxNode[],
  from: number,
): Piece {
  const lines = mapLines(text);
  const nodes = parts.filter(({ counts }) => counts);
  const reader = readerOf(from === 0 ? 'module' : 'class');
  return {
    units: tileUnits(lines, nodes, from, lines.starts.length, reader),
    valid,
    parts,
    isLawful: () => isLawfulPython(text, root),
  };
}

type Scope = 'module' | 'class' | 'function';

const readers: Partial<Record<Scope, UnitReader>> = {};

function readerOf(scope: Scope): UnitReader {
  return (readers[scope] ??= {
    facts: (node) => readFacts(node, scope),
    nest: readNest,
    inside: (node) => readerOf(unwrap(node).type === 'class_definition' ? 'class' : 'function'),
  });
}

function unwrap(node: SyntaxNode): SyntaxNode {
  return node.part('definition') ?? node;
}

function readFacts(node: SyntaxNode, scope: Scope): UnitFacts {
  const inner = unwrap(node);
  const name = inner.part('name')?.text ?? '';
  switch (inner.type) {
    case 'class_definition':
      return named(`class ${name}`, 'class', name, [name]);
    case 'function_definition': {
      const role = node.parts.map(({ text, type }) => (type === 'decorator' ? accessor(text) : '')).join('');
      const kind = scope === 'class' ? 'method' : 'function';
      return named(`def ${name}${role}`, kind, name, [`${name}${role}`]);
    }
    case 'decorator':
      return named(
        `decorator ${text(inner.nodes[0]?.part('function') ?? inner.nodes[0])}`,
        'decorator',
        inner.text,
        [],
      );
    case 'import_statement':
    case 'future_import_statement':
      return named(inner.print, 'import', inner.text, boundByImport(inner));
    case 'import_from_statement': {
      const module = text(inner.part('module_name'));
      return named(`from ${module}`, 'import', `from ${module}`, boundByImport(inner));
    }
    case 'expression_statement':
      return readStatement(inner, scope);
    default:
      return { ...anonymous(inner), defines: scope === 'function' ? [] : definesInside(inner, scope) };
  }
}

/** The names that the branches of a statement define, each once: a condition or a `try` makes no scope. */
function definesInside(statement: SyntaxNode, scope: Scope): string[] {
  const names = statement.parts.flatMap((part) => {
    if (part.type !== 'block') return definesInside(part, scope);
    return part.nodes.flatMap((node) => readFacts(node, scope).defines);
  });
  return [...new Set(names)];
}

function readStatement(statement: SyntaxNode, scope: Scope): UnitFacts {
  const inner = statement.nodes[0];
  if (scope === 'function' || !inner) return anonymous(statement);
  if (inner.type === 'assignment') {
    const left = inner.part('left')?.print ?? '';
    const plain = /^\w+$/.test(left);
    return named(
      `${left} =`,
      scope === 'class' ? 'attribute' : 'assignment',
      inner.part('left')?.text ?? '',
      plain ? [left] : [],
    );
  }
  const called = callName(inner);
  return called ? named(called, 'call', called, []) : anonymous(statement);
}

function text(node: SyntaxNode | undefined): string {
  return node?.text ?? '';
}

/** A decorator that gives one more role to a name: a setter, a registered variant. */
function accessor(decorator: string): string {
  const found = /\.(setter|getter|deleter|register)\b|\b(overload)\b/.exec(decorator);
  return found ? ` ${found[1] ?? found[2]}` : '';
}

function boundByImport(statement: SyntaxNode): string[] {
  return importedNames(statement).map((part) => part.part('alias')?.text ?? part.text.split('.')[0]!);
}

/** A call by what it calls and its first plain argument: `path("tasks/")`. */
function callName(node: SyntaxNode): string | undefined {
  if (node.type !== 'call') return undefined;
  const first = node.part('arguments')?.nodes[0];
  if (!first || !['string', 'identifier', 'attribute'].includes(first.type)) return undefined;
  return `${text(node.part('function'))}(${first.print})`;
}

function readNest(node: SyntaxNode): Nest | undefined {
  const inner = unwrap(node);
  const body = inner.part('body');
  if (!body || !['class_definition', 'function_definition'].includes(inner.type)) return undefined;
  return {
    decorators: node === inner ? [] : node.parts.filter(({ type }) => type === 'decorator'),
    owner: inner,
    body,
    openRow: inner.parts.findLast(({ type }) => type === ':')?.endRow ?? body.startRow,
    ordered: inner.type === 'function_definition',
  };
}

const lists = new Set(['list', 'set', 'tuple', 'dictionary', 'argument_list', 'parameters', 'import_names']);

function listItems(node: SyntaxNode): ListItem[] | undefined {
  if (!lists.has(node.type)) return undefined;
  return node.nodes.map((item) => listItem(item, node.type !== 'argument_list'));
}

/** @param isFree calls in the list are known by what they call, not by their place */
function listItem(item: SyntaxNode, isFree: boolean): ListItem {
  const name =
    item.type === 'pair'
      ? item.part('key')?.print
      : item.type === 'keyword_argument' || item.type.endsWith('parameter')
        ? (item.part('name') ?? item.nodes[0])?.print
        : isFree
          ? callName(item)
          : undefined;
  if (name !== undefined) return { key: `${item.type} ${name}`, named: true, expression: item };
  return { key: `=${item.print}`, named: false, expression: item };
}
