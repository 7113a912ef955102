import { type Declaration, kinds, type Module } from './module.ts';
import { pascal, snake } from '../../words/spellings.ts';

/** Prefixes a name that an earlier module has taken within its kind with its own module: `BillingClient`. */
export function giveUniqueNames(reached: readonly Module[]): void {
  for (const kind of kinds) {
    const taken = new Set<string>();
    for (const module of reached) for (const name of module.byKind[kind].keys()) taken.add(name);
    const given = new Set<string>();
    for (const module of reached) {
      for (const declaration of module.byKind[kind].values() as Iterable<Declaration>) {
        if (given.has(declaration.name)) declaration.name = prefix(declaration, taken);
        given.add(declaration.name);
        taken.add(declaration.name);
      }
    }
  }
}

/** With the module's last part, then with more of it, then with a number. */
function prefix({ module, name }: Declaration, taken: ReadonlySet<string>): string {
  const parts = module.name.split('.');
  const join = (words: string): string =>
    /^[A-Z]/.test(name) ? `${pascal(words)}${name}` : `${snake(words)}_${name}`;
  for (let count = 1; count <= parts.length; count++) {
    const candidate = join(parts.slice(-count).join('.'));
    if (!taken.has(candidate)) return candidate;
  }
  for (let number = 2; ; number++) {
    const candidate = `${join(module.name)}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
