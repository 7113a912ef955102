import type { Address } from './page-link.ts';
import { pageProtocol } from './page-protocol.ts';
import type { PageTarget, Target } from './target-model.ts';

/** The address of a target, and which values of the current record fill it. */
export interface TargetAddress {
  readonly path: string;
  readonly routeName: string;
  /** Whose key fills `:id`: the current record's, or that of the record its ref names; null: no `:id`. */
  readonly record: PageTarget['record'];
  /**
   * The query parameter with the current record's key, which follows `before`: `?record=Ticket:3`. Where
   * `entity` is not null, `name` is a field of that entity, and a backend uses its own name for it. Null: no
   * parameter.
   */
  readonly query: { readonly name: string; readonly entity: string | null; readonly before: string } | null;
}

const home: TargetAddress = { path: '/', routeName: 'home', record: null, query: null };

/** The address of another page of the same entity; `link` null: that of the home page. */
export function linkAddress(link: Address | null): TargetAddress {
  if (link === null) return home;
  const { path, routeName, takesId } = link;
  return { path, routeName, record: takesId ? { kind: 'self' } : null, query: null };
}

/**
 * The address of a target; `entity` is the entity of the current record. For an integration, which has no
 * page, that of the home page.
 */
export function targetAddress(target: Target, entity: string | null): TargetAddress {
  if (target.kind === 'home' || target.kind === 'integration') return home;
  const { path, routeName } = target;
  if (target.kind === 'experience') {
    const query = target.carriesRecord
      ? { name: pageProtocol.query.record, entity: null, before: `${entity}:` }
      : null;
    return { path, routeName, record: null, query };
  }
  const { record, prefill } = target;
  const query = prefill === null ? null : { name: prefill, entity: target.entity, before: '' };
  return { path, routeName, record, query };
}
