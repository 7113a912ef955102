/** Where the names of a text are bound: by place and name, the place of the binding; empty where nothing binds it. */
export interface BoundNames {
  /** By `place name`, the place that binds it. */
  readonly uses: ReadonlyMap<string, string>;
  /** All names that the text binds anywhere. */
  readonly bound: ReadonlySet<string>;
}

/** A stretch of a text with names of its own: a file, a class, a function, a block. */
export class NameScope {
  private readonly names = new Set<string>();
  private readonly used: string[] = [];
  private readonly inner: NameScope[] = [];

  constructor(
    /** The words that lead to it, without anything that a title would change. */
    readonly place: string,
    readonly parent: NameScope | undefined,
    /** Its names are not seen by the scopes inside: a class body. */
    readonly isHidden: boolean,
  ) {
    parent?.inner.push(this);
  }

  bind(name: string): void {
    this.names.add(name);
  }

  use(name: string): void {
    this.used.push(name);
  }

  /** Finds the binding of each name used here and inside. */
  resolve(): BoundNames {
    const uses = new Map<string, string>();
    const bound = new Set<string>();
    this.collect(uses, bound);
    return { uses, bound };
  }

  private collect(uses: Map<string, string>, bound: Set<string>): void {
    for (const name of this.names) bound.add(name);
    for (const name of this.used) {
      const key = `${this.place} ${name}`;
      const place = this.find(name);
      if (uses.get(key) !== '') uses.set(key, place);
    }
    for (const scope of this.inner) scope.collect(uses, bound);
  }

  private find(name: string): string {
    if (this.names.has(name)) return `${this.place}/`;
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (!scope.isHidden && scope.names.has(name)) return `${scope.place}/`;
    }
    return '';
  }
}

/**
 * Lists the names that a merged text uses where nothing binds them any more, or where something else does than in the
 * same place of both versions that it came from. What the user's file itself uses without a binding stays so.
 */
export function findUnbound(mine: BoundNames, next: BoundNames, result: BoundNames): string[] {
  const lost = new Set<string>();
  const left = new Set([...mine.uses].filter(([, place]) => place === '').map(([use]) => nameOf(use)));
  for (const [use, place] of result.uses) {
    const name = nameOf(use);
    if (place === '' && left.has(name)) continue;
    const known = [mine.uses.get(use), next.uses.get(use)].filter((found) => found !== undefined);
    const isFree = !mine.bound.has(name) && !next.bound.has(name);
    if (known.length === 0 ? place !== '' || isFree : known.includes(place)) continue;
    if (place !== '' && known.every((found) => found === '')) continue;
    lost.add(name);
  }
  return [...lost];
}

function nameOf(use: string): string {
  return use.slice(use.lastIndexOf(' ') + 1);
}
