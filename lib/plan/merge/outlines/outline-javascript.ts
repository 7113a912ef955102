import { tokenSeparator } from '../../code/expression.ts';
import type { ListItem } from '../../code/expression.ts';
import { readJavaScriptNames } from '../../code/javascript-names.ts';
import { loadParser } from '../../code/load-grammar.ts';
import type { GrammarName } from '../../code/load-grammar.ts';
import { loadJavaScript } from '../../code/parse-javascript.ts';
import { parseSyntax } from '../../code/syntax.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { cutCallback, cutStatements } from './cut-program.ts';
import type { KnownStatements } from './cut-program.ts';
import type { Piece } from './piece.ts';
import { readerOfPieces } from './read-pieces.ts';
import { anonymous, mapLines, named, tileUnits } from './tile-units.ts';
import type { Nest, UnitFacts, UnitReader } from './tile-units.ts';
import { rootUnit } from './unit.ts';
import type { ReadOutline } from './unit.ts';

/** Reads JavaScript or TypeScript into imports, classes, functions, methods, constants and calls. */
export async function outlineJavaScript(grammar: GrammarName): Promise<ReadOutline> {
  const parser = await loadParser(grammar);
  const readWith =
    (reader: UnitReader) =>
    ({ text }: { readonly text: string }): Piece => {
      const { root, valid } = parseSyntax(parser, text, listItems);
      const lines = mapLines(text);
      const units = tileUnits(lines, root.nodes, 0, lines.starts.length, reader);
      return { units, valid, parts: root.parts, isLawful: () => true };
    };
  if (grammar !== 'javascript') {
    return (text) => {
      const { units, valid } = readWith(moduleReader)({ text });
      return { root: rootUnit(text, units ?? []), valid: valid && units !== undefined };
    };
  }
  const parse = await loadJavaScript();
  const read = readerOfPieces<KnownStatements>({
    read: readWith(moduleReader),
    takeApart: cutCallback,
    readInner: readWith(functionReader),
    findBody,
    names: (_, { statements }) => readJavaScriptNames(statements),
  });
  return (text) => {
    const program = parse(text);
    const whole = { text, known: { statements: program?.body ?? [], offset: 0 } };
    const stretches = program && cutStatements(text, program.body, 0);
    return { ...read(whole, stretches), isLawful: () => program !== undefined };
  };
}

const functionReader: UnitReader = { facts: readInner, nest: readNest, inside: () => functionReader };

const classReader: UnitReader = { facts: readMember, nest: readNest, inside: () => functionReader };

const moduleReader: UnitReader = {
  facts: readFacts,
  nest: readNest,
  inside: (node) => (findBody(node)?.type === 'class_body' ? classReader : functionReader),
};

/** What registers something under a name may stand in any order with others of its kind. */
const registering =
  /\.(?:get|post|put|patch|delete|all|use|route|param|command|option)\(|^(?:test|it|describe)\(/;

function readInner(statement: SyntaxNode): UnitFacts {
  const called =
    statement.type === 'expression_statement' && statement.nodes[0] && callName(statement.nodes[0]);
  return called && registering.test(called) ? registration(called) : anonymous(statement);
}

function registration(called: string): UnitFacts {
  return { ...named(called, 'call', called, []), likeness: called.replace(/\(.*$/s, ''), registers: true };
}

function unwrap(node: SyntaxNode): SyntaxNode {
  return (node.type === 'export_statement' ? node.part('declaration') : undefined) ?? node;
}

function readFacts(node: SyntaxNode): UnitFacts {
  const inner = unwrap(node);
  const name = inner.part('name')?.text ?? '';
  switch (inner.type) {
    case 'class_declaration':
    case 'abstract_class_declaration':
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'enum_declaration':
      return named(name, 'class', name, [name]);
    case 'function_declaration':
    case 'generator_function_declaration':
      return named(name, 'function', name, [name]);
    case 'lexical_declaration':
    case 'variable_declaration':
      return readDeclaration(inner);
    case 'import_statement':
      return named(
        `import ${inner.part('source')?.print}`,
        'import',
        inner.part('source')?.text ?? '',
        importedNames(inner),
      );
    case 'export_statement':
      return inner.part('source') || !inner.parts.some(({ type }) => type === 'default')
        ? anonymous(inner)
        : named('export default', 'export', 'default', ['export default']);
    case 'expression_statement':
      return readStatement(inner);
    default:
      return anonymous(inner);
  }
}

function readDeclaration(declaration: SyntaxNode): UnitFacts {
  const declared = declaration.nodes.filter(({ type }) => type === 'variable_declarator');
  const names = declared.flatMap((one) => boundNames(one.part('name')));
  if (names.length === 0) return anonymous(declaration);
  return named(names.join(', '), 'constant', names.join(', '), names);
}

function boundNames(pattern: SyntaxNode | undefined): string[] {
  if (!pattern) return [];
  if (pattern.type.includes('identifier'))
    return pattern.type === 'property_identifier' ? [] : [pattern.text];
  return pattern.nodes.flatMap((part) => (part.field === 'key' ? [] : boundNames(part)));
}

function readStatement(statement: SyntaxNode): UnitFacts {
  const inner = statement.nodes[0];
  if (inner?.type === 'assignment_expression') {
    const left = inner.part('left')?.print ?? '';
    return named(`${left} =`, 'assignment', inner.part('left')?.text ?? '', []);
  }
  const called = inner && callName(inner);
  if (!called) return anonymous(statement);
  return registering.test(called) ? registration(called) : named(called, 'call', called, []);
}

function readMember(member: SyntaxNode): UnitFacts {
  const name = (member.part('name') ?? member.part('property'))?.text ?? '';
  if (name === '') return anonymous(member);
  const role = member.parts
    .filter(({ type }) => type === 'get' || type === 'set' || type === 'static')
    .map(({ type }) => `${type} `)
    .join('');
  const kind = member.type === 'method_definition' ? 'method' : 'attribute';
  return named(role + name, kind, name, [role + name]);
}

function importedNames(statement: SyntaxNode): string[] {
  const clause = statement.nodes.find(({ type }) => type === 'import_clause');
  const names = (node: SyntaxNode): string[] => {
    if (node.type === 'identifier') return [node.text];
    if (node.type === 'import_specifier') return [(node.part('alias') ?? node.part('name'))?.text ?? ''];
    return node.nodes.flatMap(names);
  };
  return clause ? names(clause) : [];
}

/** A call by what it calls and its first plain argument: `router.get("/tasks")`. */
function callName(node: SyntaxNode): string | undefined {
  if (node.type === 'await_expression') return node.nodes[0] && callName(node.nodes[0]);
  if (node.type !== 'call_expression') return undefined;
  const first = node.part('arguments')?.nodes[0];
  if (first?.type !== 'string') return undefined;
  return `${node.part('function')?.print.replaceAll(tokenSeparator, '')}(${first.print})`;
}

function readNest(node: SyntaxNode): Nest | undefined {
  const body = findBody(node);
  if (!body || body.startRow === body.endRow) return undefined;
  const last = body.nodes.at(-1);
  if (last && last.endRow >= body.endRow) return undefined;
  return {
    decorators: [],
    owner: node,
    body,
    openRow: body.startRow,
    footRow: body.endRow,
    ordered: body.type === 'statement_block',
  };
}

/** The body of a function, class or handler that ends a statement. */
function findBody(node: SyntaxNode): SyntaxNode | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'class_declaration':
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'method_definition':
    case 'arrow_function':
    case 'function_expression': {
      const body = inner.part('body');
      return body && (body.type === 'class_body' || body.type === 'statement_block') ? body : undefined;
    }
    case 'lexical_declaration': {
      const declared = inner.nodes;
      const value = declared.length === 1 ? declared[0]!.part('value') : undefined;
      return value && findBody(value);
    }
    case 'field_definition':
      return inner.part('value') && findBody(inner.part('value')!);
    case 'expression_statement':
    case 'await_expression':
    case 'parenthesized_expression':
      return inner.nodes[0] && findBody(inner.nodes[0]);
    case 'assignment_expression':
      return inner.part('right') && findBody(inner.part('right')!);
    case 'export_statement':
      return inner.part('value') && findBody(inner.part('value')!);
    case 'call_expression': {
      const last = inner.part('arguments')?.nodes.at(-1);
      return last && findBody(last);
    }
    default:
      return undefined;
  }
}

const lists = new Set([
  'array',
  'object',
  'arguments',
  'formal_parameters',
  'named_imports',
  'export_clause',
  'object_pattern',
]);

function listItems(node: SyntaxNode): ListItem[] | undefined {
  if (!lists.has(node.type)) return undefined;
  return node.nodes.map((item) => {
    const called = node.type === 'arguments' ? undefined : callName(item);
    const name = (item.part('key') ?? item.part('name'))?.print ?? called;
    return name === undefined
      ? { key: `=${item.print}`, named: false, expression: item }
      : { key: `${item.type} ${name}`, named: true, expression: item };
  });
}
