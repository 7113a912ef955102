import { py, targetOf } from '../../../lib/index.ts';
import { modelName } from './view-imports.ts';
import type { ViewImports } from './view-imports.ts';
import type { WebScope } from './web-scope.ts';

/**
 * The line that sets a view's `queryset`: it loads the refs `joins` in the same query as the rows, and each
 * `many` of `prefetches` in one more query. Empty where there is neither.
 */
export function querysetLines(
  web: WebScope,
  entity: string,
  joins: readonly string[],
  prefetches: readonly string[],
  imports: ViewImports,
): readonly string[] {
  if (joins.length === 0 && prefetches.length === 0) return [];
  if (prefetches.length > 0) imports.needsPrefetch = true;
  const linked = prefetches.map((name) => {
    const target = modelName(web, targetOf(web.field(entity, name))!, imports);
    return `Prefetch(${py(web.attribute(entity, name))}, queryset=${target}.objects.by_label())`;
  });
  const select =
    joins.length === 0
      ? ''
      : `.select_related(${joins.map((name) => py(web.attribute(entity, name))).join(', ')})`;
  const prefetch = linked.length === 0 ? '' : `.prefetch_related(${linked.join(', ')})`;
  return [`queryset = ${modelName(web, entity, imports)}.objects${select}${prefetch}`];
}
