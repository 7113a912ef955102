import type { DottedSyntax } from '../syntax/ast.ts';
import { type Declaration, type Kind, type Module, type Scope } from './module.ts';

/** What a name of one kind stands for where it is written, or why it stands for nothing. */
export type Resolution<K extends Kind> =
  | { readonly kind: 'found'; readonly declaration: Declaration<K> }
  | { readonly kind: 'unknown' }
  /** Another mistake, already reported, is the likely reason. */
  | { readonly kind: 'excused' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Declaration<K>[] }
  | { readonly kind: 'unused_module'; readonly candidates: readonly Declaration<K>[] }
  | { readonly kind: 'unknown_module'; readonly prefix: string };

/** Looks a plain or qualified name up: the own module first, then the used ones. */
export function resolveName<K extends Kind>(
  modules: ReadonlyMap<string, Module>,
  scope: Scope,
  kind: K,
  dotted: DottedSyntax,
): Resolution<K> {
  const name = dotted.parts.at(-1)?.text ?? '';
  if (dotted.parts.length > 1) {
    const prefix = dotted.text.slice(0, dotted.text.length - name.length - 1);
    return resolveQualified(modules, scope.module, kind, prefix, name);
  }
  const own = scope.module.byKind[kind].get(name);
  if (own !== undefined) return { kind: 'found', declaration: own };
  const candidates = new Set<Declaration<K>>();
  for (const { target } of scope.module.uses) {
    const declaration = target?.byKind[kind].get(name);
    if (declaration !== undefined) candidates.add(declaration);
  }
  const [only] = candidates;
  if (candidates.size > 1) return { kind: 'ambiguous', candidates: [...candidates] };
  if (only !== undefined) return { kind: 'found', declaration: only };
  if (isLost(scope.module, name)) return { kind: 'excused' };
  const resolution = elsewhere(modules, kind, name);
  const isUseBroken = scope.module.uses.some(({ target }) => target === null);
  return resolution.kind === 'unknown' && isUseBroken ? { kind: 'excused' } : resolution;
}

function resolveQualified<K extends Kind>(
  modules: ReadonlyMap<string, Module>,
  from: Module,
  kind: K,
  prefix: string,
  name: string,
): Resolution<K> {
  const use =
    from.uses.find((candidate) => candidate.syntax.alias?.text === prefix) ??
    from.uses.find((candidate) => candidate.syntax.module.text === prefix);
  const target = use === undefined && prefix === from.name ? from : use?.target;
  if (target === null) return { kind: 'excused' };
  if (target === undefined) {
    const unused = modules.get(prefix)?.byKind[kind].get(name);
    if (unused !== undefined) return { kind: 'unused_module', candidates: [unused] };
    return { kind: 'unknown_module', prefix };
  }
  const declaration = target.byKind[kind].get(name);
  if (declaration !== undefined) return { kind: 'found', declaration };
  return target.lostNames.has(name) ? { kind: 'excused' } : { kind: 'unknown' };
}

/** A block that the parser could not make out may be what would have defined the name. */
function isLost(module: Module, name: string): boolean {
  return module.lostNames.has(name) || module.uses.some(({ target }) => target?.lostNames.has(name));
}

function elsewhere<K extends Kind>(
  modules: ReadonlyMap<string, Module>,
  kind: K,
  name: string,
): Resolution<K> {
  const candidates: Declaration<K>[] = [];
  for (const module of modules.values()) {
    const declaration = module.byKind[kind].get(name);
    if (declaration !== undefined) candidates.push(declaration);
  }
  return candidates.length > 0 ? { kind: 'unused_module', candidates } : { kind: 'unknown' };
}
