import type { Span } from '../syntax/ast.ts';
import { complain, type LinkContext } from './context.ts';
import type { Scope } from './module.ts';

interface Item {
  readonly kind: string;
  readonly span: Span;
}

/** The members of a union of nodes that can be of one kind. */
export type OfKind<I, K> = I extends { readonly kind: string } ? (K extends I['kind'] ? I : never) : never;

/** The only item of a kind in a block; of several the first, the others are reported. `owner` is `surface task_list`. */
export function findOnly<I extends Item, K extends I['kind']>(
  context: LinkContext,
  scope: Scope,
  items: readonly I[],
  kind: K,
  owner: string,
): OfKind<I, K> | undefined {
  const found = items.filter((item): item is I & OfKind<I, K> => item.kind === kind);
  for (const further of found.slice(1)) {
    complain(
      context,
      scope,
      'DZL181',
      firstWord(scope, further.span),
      `${owner} has a second "${kind.replaceAll('_', ' ')}"`,
      'keep one of the two',
    );
  }
  return found[0];
}

/** The first word of a span, where a whole block would be too much to point at. */
export function firstWord(scope: Scope, span: Span): Span {
  const word = /^[\w]+/.exec(scope.file.text.slice(span.start, Math.min(span.end, span.start + 80)))?.[0];
  return word === undefined ? span : { start: span.start, end: span.start + word.length };
}

/** Reports items whose name another one before has; all of them come back, so that what is in them is checked as well. */
export function checkDistinct<I>(
  context: LinkContext,
  scope: Scope,
  items: readonly I[],
  nameOf: (item: I) => { readonly text: string; readonly span: Span },
  noun: string,
  owner: string,
): readonly I[] {
  const seen = new Set<string>();
  for (const item of items) {
    const name = nameOf(item);
    if (seen.has(name.text)) {
      complain(
        context,
        scope,
        'DZL159',
        name.span,
        `${owner} has two ${noun.endsWith('s') ? noun : `${noun.replace(/y$/, 'ie')}s`} called ${name.text}`,
        'rename or remove one of the two',
      );
    }
    seen.add(name.text);
  }
  return items;
}
