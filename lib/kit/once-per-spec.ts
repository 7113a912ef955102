import type { AppSpec } from '../spec/app-spec.ts';

/** Wraps `make` so that it runs once for each spec object; later calls return the first result. */
export function oncePerSpec<T>(make: (spec: AppSpec) => T): (spec: AppSpec) => T {
  const known = new WeakMap<AppSpec, { readonly made: T }>();
  return (spec) => {
    let entry = known.get(spec);
    if (entry === undefined) known.set(spec, (entry = { made: make(spec) }));
    return entry.made;
  };
}
