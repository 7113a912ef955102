import type { PythonScope } from '../../code/python-scopes.ts';

/**
 * What an expression is known to be: a model, an instance of it, and so on; a module of models, something of Django's, or a class of
 * another kind, called by its own methods.
 */
export type Kind =
  | {
      readonly is: 'model' | 'query' | 'instance' | 'rows' | 'row' | 'pair' | 'counted';
      readonly entity: string;
    }
  | { readonly is: 'models' | 'module' }
  | { readonly is: 'django'; readonly name: string }
  | { readonly is: 'page'; readonly scope: PythonScope };

/** A call that reads its arguments as fields of an entity. */
export interface FieldCall {
  readonly entity: string;
  /** Of a query; undefined where a model itself is called. */
  readonly method: 'query' | undefined;
  readonly name: string;
  /** Its keywords are lookups. */
  readonly keywords: boolean;
}

/** What the elements of a query or of rows are. */
export function elementOf(kind: Kind | undefined): Kind | undefined {
  if (kind?.is === 'query') return { is: 'instance', entity: kind.entity };
  return kind?.is === 'rows' ? { is: 'row', entity: kind.entity } : undefined;
}

/** The kind that all are; undefined where they differ. */
export function same(kinds: readonly (Kind | undefined)[]): Kind | undefined {
  const [first, ...others] = kinds;
  return others.every((kind) => isSame(kind, first)) ? first : undefined;
}

function isSame(one: Kind | undefined, other: Kind | undefined): boolean {
  const [left, right] = [one, other].map((kind) => Object.values(kind ?? {}) as unknown[]);
  return left!.length === right!.length && left!.every((value, at) => value === right![at]);
}
