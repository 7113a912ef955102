import type { AnyNode, CallExpression } from 'acorn';
import { nameOf } from '../../code/javascript-scopes.ts';

/** Which parameters of a function given to a list's method are elements of the list. */
export const listMethods: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    'map filter find findLast some every forEach flatMap findIndex'.split(' ').map((name) => [name, [0]]),
  ),
  sort: [0, 1],
  toSorted: [0, 1],
  reduce: [1],
};

/** The calls of a chain, the last first. */
export function chainOf(node: CallExpression): CallExpression[] {
  const calls: CallExpression[] = [];
  let at: AnyNode = node;
  while (at.type === 'CallExpression' || at.type === 'MemberExpression') {
    if (at.type === 'CallExpression') calls.push(at);
    at = at.type === 'CallExpression' ? at.callee : at.object;
  }
  return calls;
}

/** The last name of what is called; empty where there is none. */
export function calledName({ callee }: CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && !callee.computed ? nameOf(callee.property) : '';
}
