import type { PythonScope } from '../../code/python-scopes.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { membersOf } from '../names-to-follow.ts';
import type { NamesToFollow } from '../names-to-follow.ts';
import { fieldKeywords, lookupExpressions, plainExpressions } from './django-queries.ts';
import type { PythonKinds } from './python-kinds.ts';

/** Gives the stretch of an old name its new spelling. */
type Rename = (at: number, length: number, text: string) => void;

/** Reads the arguments of a query, and follows the fields that they name. */
export class FieldReader {
  constructor(
    private readonly kinds: PythonKinds,
    private readonly names: NamesToFollow,
    private readonly rename: Rename,
  ) {}

  /**
   * Follows the fields in an argument: in strings, keys and tuples of strings, and in Django's expressions.
   *
   * @param strings its own strings name fields; those inside `F()` and the like do in any case
   */
  read(entity: string, node: SyntaxNode, scope: PythonScope, strings: boolean): void {
    switch (node.type) {
      case 'string': {
        const found = strings ? stringContent(node) : undefined;
        if (found) this.renameLookup(entity, found.text, found.at);
        return;
      }
      case 'pair':
        return this.read(entity, node.part('key')!, scope, strings);
      case 'call':
        return this.readCall(entity, node, scope);
      case 'list':
      case 'tuple':
      case 'set':
      case 'dictionary':
      case 'dictionary_splat':
      case 'list_splat':
      case 'parenthesized_expression':
      case 'unary_operator':
      case 'binary_operator':
      case 'boolean_operator':
      case 'not_operator':
        for (const part of node.nodes) this.read(entity, part, scope, strings);
        return;
      default:
    }
  }

  private readCall(entity: string, node: SyntaxNode, scope: PythonScope): void {
    const [called, list] = [node.part('function')!, node.part('arguments')];
    const kind = this.kinds.kindOf(called, scope);
    if (kind?.is !== 'django') {
      const object = called.type === 'attribute' ? called.part('object') : undefined;
      if (object?.type === 'call') this.readCall(entity, object, scope);
      return;
    }
    const object = called.type === 'attribute' ? called.part('object') : undefined;
    if (object?.type === 'call') return this.readCall(entity, object, scope);
    if (list?.type !== 'argument_list' || plainExpressions.has(kind.name)) return;
    const isLookup = lookupExpressions.has(kind.name);
    for (const argument of list.nodes) {
      if (argument.type !== 'keyword_argument') {
        this.read(entity, argument, scope, !isLookup || argument.type === 'dictionary_splat');
        continue;
      }
      const [key, value] = [argument.part('name')!, argument.part('value')!];
      if (isLookup) this.renameLookup(entity, key.text, key.start);
      this.read(entity, value, scope, fieldKeywords.has(key.text));
    }
  }

  /** Follows the fields of a lookup, from entity to entity: `-offer__price__gt`. */
  renameLookup(entity: string, lookup: string, at: number): void {
    const [, sign = '', path = ''] = /^([-+]?)(\w+)$/.exec(lookup) ?? [];
    let start = at + sign.length;
    let owner: string | undefined = entity;
    for (const part of path.split('__')) {
      if (owner === undefined) return;
      const member = membersOf(this.names, owner).get(part);
      if (member === undefined) return;
      this.rename(start, part.length, member.to);
      owner = member.target;
      start += part.length + 2;
    }
  }
}

/** What a plain string holds, and where that starts. */
function stringContent({ text, start }: SyntaxNode): { text: string; at: number } | undefined {
  const found = /^([rRuU]?)(["'])([-+]?\w+)\2$/.exec(text);
  return found ? { text: found[3]!, at: start + found[1]!.length + 1 } : undefined;
}
