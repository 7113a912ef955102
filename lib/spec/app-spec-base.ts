import type { Place } from '../diagnostics/diagnostic.ts';

/** `meta NAME = value` lines of a block, by name. Blocks within a declaration have the member only where one was written. */
export type Meta = Readonly<Record<string, Literal>>;

/** A literal as written. `name` is a bare word (an enum value, or text on a `str`). Numbers keep their text for decimals. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'current_user' }
  | { readonly kind: 'name'; readonly value: string };

/** What every declared thing has: `title` falls back to the name in words, `declaredTitle` is null where none was written. */
export interface Declared {
  readonly name: string;
  readonly title: string;
  readonly declaredTitle: string | null;
  /** The module that declares it. */
  readonly module: string;
  readonly place: Place;
  readonly meta: Meta;
}
