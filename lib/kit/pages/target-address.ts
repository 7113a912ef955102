import type { Address } from './page-link.ts';
import type { PageTarget, Target } from './target-model.ts';

/** Where a target lies, and what its address takes from the record at hand. */
export interface TargetAddress {
  readonly path: string;
  readonly routeName: string;
  /** Whose key fills `:id`: that of the record at hand, or the one that its ref names; null where the path takes none. */
  readonly record: PageTarget['record'];
  /** The parameter in which the record's key goes along, behind `before`; it is called as that field of `entity`, if any. */
  readonly query: { readonly name: string; readonly entity: string | null; readonly before: string } | null;
}

const home: TargetAddress = { path: '/', routeName: 'home', record: null, query: null };

/** The address of another page of the entity; home where there is none. */
export function linkAddress(link: Address | null): TargetAddress {
  if (link === null) return home;
  const { path, routeName, takesId } = link;
  return { path, routeName, record: takesId ? { kind: 'self' } : null, query: null };
}

/** The address of a target; `entity` is that of the record at hand. What calls a service leads home. */
export function targetAddress(target: Target, entity: string | null): TargetAddress {
  if (target.kind === 'home' || target.kind === 'integration') return home;
  const { path, routeName } = target;
  if (target.kind === 'experience') {
    const query = target.carriesRecord ? { name: 'record', entity: null, before: `${entity}:` } : null;
    return { path, routeName, record: null, query };
  }
  const { record, prefill } = target;
  const query = prefill === null ? null : { name: prefill, entity: target.entity, before: '' };
  return { path, routeName, record, query };
}
