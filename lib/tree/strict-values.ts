import { suggest } from '../diagnostics/suggest.ts';

/** The proxy of each object wrapped so far. A store has one such map, so that a build wraps an object only once. */
export type WrappedValues = WeakMap<object, unknown>;

/**
 * `value` for use in a template: reading a name that a plain object does not have throws a ReferenceError with a
 * suggestion, at any depth; lists and objects inside are wrapped when they are reached. Other objects stay as they are.
 */
export function strictValues(value: unknown, name: string, seen: WrappedValues): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const item of value) list.push(strictValues(item, `${name}[…]`, seen));
    return list;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  // A copy is the proxy's target: for a frozen target a `get` trap must return the very value it holds.
  const copy: Record<string, unknown> = { ...value };
  const proxy: unknown = new Proxy(copy, {
    get(target, key) {
      if (typeof key === 'symbol') return Reflect.get(target, key);
      if (Object.hasOwn(target, key)) {
        const item = target[key];
        if (typeof item !== 'object' || item === null) return item;
        return (target[key] = strictValues(item, `${name}.${key}`, seen));
      }
      if (key === 'toJSON' || key === 'then' || key in Object.prototype) return Reflect.get(target, key);
      const near = suggest(key, Object.keys(target));
      throw new ReferenceError(
        `${name} has no "${key}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      );
    },
  });
  seen.set(value, proxy);
  seen.set(proxy as object, proxy);
  return proxy;
}
