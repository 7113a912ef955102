import type { AppSpec } from '../spec/app-spec.ts';

/** `make`, which works once for each spec and gives the same thing again afterwards. */
export function oncePerSpec<T>(make: (spec: AppSpec) => T): (spec: AppSpec) => T {
  const known = new WeakMap<AppSpec, { readonly made: T }>();
  return (spec) => {
    let entry = known.get(spec);
    if (entry === undefined) known.set(spec, (entry = { made: make(spec) }));
    return entry.made;
  };
}
