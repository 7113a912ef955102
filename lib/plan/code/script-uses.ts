import type { AnyNode, Program } from 'acorn';
import { partsOf } from './javascript-scopes.ts';
import type { ListUses, NameUse } from './name-use.ts';
import { loadJavaScript } from './parse-javascript.ts';

/** Loads what lists the uses of names in JavaScript. */
export async function scriptUses(): Promise<ListUses> {
  const parse = await loadJavaScript();
  return (text) => {
    const program = parse(text);
    return program && usesOf(program);
  };
}

/** Lists the uses of names in a script. */
export function usesOf(program: Program): NameUse[] {
  const uses: NameUse[] = [];
  for (const node of program.body) read(node, [program], uses);
  return uses;
}

/** Functions and methods that take fields with their values, or choose among fields. */
const takers = new Set('values set create insert update make pick omit partial required where'.split(' '));

/** Functions and methods that make an object with the fields that they are given. */
const makers = new Set(
  'extend safeExtend object strictObject looseObject merge select defineTable'.split(' '),
);

function read(node: AnyNode, around: readonly AnyNode[], uses: NameUse[]): void {
  const parent = around.at(-1)!;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return;
    case 'Literal':
      if (typeof node.value === 'string')
        uses.push({ kind: 'quoted', text: node.value, at: node.start, owner: calledWith(node, parent) });
      return;
    case 'TemplateElement':
      uses.push({ kind: 'path', text: node.value.raw, at: node.start, owner: null });
      return;
    case 'MemberExpression':
      if (!node.computed && node.property.type === 'Identifier') {
        const isSet =
          parent.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
        uses.push({
          kind: isSet ? 'assigned' : 'member',
          text: node.property.name,
          at: node.property.start,
          owner: lastName(node.object),
          isCalled: parent.type === 'CallExpression' && parent.callee === node,
        });
        return read(node.object, [...around, node], uses);
      }
      break;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      if (!node.computed && node.key.type === 'Identifier')
        uses.push({ kind: 'definition', text: node.key.name, at: node.key.start, owner: null });
      break;
    case 'Property':
      readProperty(node, around, uses);
      if (!node.computed) return node.shorthand ? undefined : read(node.value, [...around, node], uses);
      break;
    default:
  }
  for (const part of partsOf(node)) read(part, [...around, node], uses);
}

function readProperty(
  node: Extract<AnyNode, { type: 'Property' }>,
  around: readonly AnyNode[],
  uses: NameUse[],
): void {
  const { key } = node;
  const text = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null;
  const list = around.at(-1)!;
  if (node.computed || text === null) return;
  if (list.type === 'ObjectPattern') {
    uses.push({ kind: 'member', text, at: key.start, owner: null });
    return;
  }
  const owner = calledWith(list, around.at(-2)!);
  const isChoice = node.value.type === 'Literal' && typeof node.value.value === 'boolean';
  const isTaken = owner !== null && takers.has(owner);
  // `price: visits.price` takes what is there, and makes nothing.
  const isMade = owner !== null && makers.has(owner) && lastName(node.value) !== text;
  if (isChoice || isTaken) uses.push({ kind: 'key', text, at: key.start, owner });
  else if (isMade) uses.push({ kind: 'definition', text, at: key.start, owner });
}

/** What is called with a node as an argument. */
function calledWith(node: AnyNode, parent: AnyNode): string | null {
  if (parent.type !== 'CallExpression' || parent.callee === node) return null;
  return lastName(parent.callee);
}

function lastName(node: AnyNode): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return lastName(node.callee);
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : null;
}
