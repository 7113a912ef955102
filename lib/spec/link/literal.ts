import type { Literal, Meta } from '../app-spec.ts';
import type { LiteralSyntax, MetaSyntax, OptionSyntax, PairSyntax } from '../syntax/ast.ts';

/** A literal without its place. */
export function toLiteral(syntax: LiteralSyntax): Literal {
  switch (syntax.kind) {
    case 'number':
      return { kind: 'number', value: syntax.value, text: syntax.text };
    case 'null':
    case 'current_user':
      return { kind: syntax.kind };
    case 'bool':
      return { kind: 'bool', value: syntax.value };
    default:
      return { kind: syntax.kind, value: syntax.value };
  }
}

/** Options (`width=half`), `meta` lines or pairs by name; those without a value were reported. */
export function toMeta(items: readonly (OptionSyntax | MetaSyntax | PairSyntax)[]): Meta {
  const entries = items.flatMap(({ name, value }) =>
    value === null ? [] : [[name.text, toLiteral(value)] as const],
  );
  return Object.fromEntries(entries);
}

/** The `meta` lines among the items of a block. */
export function metaOf(items: readonly { readonly kind: string }[]): Meta {
  return toMeta(items.filter((item): item is MetaSyntax => item.kind === 'meta'));
}

/** `{ meta }` where a block within a declaration has any, so that most stay small. */
export function optionalMeta(items: readonly { readonly kind: string }[]): { readonly meta?: Meta } {
  const meta = metaOf(items);
  return Object.keys(meta).length === 0 ? {} : { meta };
}
