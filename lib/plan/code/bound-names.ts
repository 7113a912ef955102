/** Where the names of a text are bound: by place and name, the place of the binding; empty where nothing binds it. */
export interface BoundNames {
  /** By `place name`, the place that binds it. */
  readonly uses: ReadonlyMap<string, string>;
  /** All names that the text binds anywhere. */
  readonly bound: ReadonlySet<string>;
}

/** Where the names of a part of a file are bound; what nothing in the part binds is left to the file. */
export interface PartNames {
  /** The names that the part binds for the whole file. */
  readonly names: ReadonlySet<string>;
  /** All names that the part binds anywhere. */
  readonly bound: ReadonlySet<string>;
  /** In order: `place name`, the name, and the place that binds it; undefined where the file may. */
  readonly uses: readonly (readonly [use: string, name: string, place: string | undefined])[];
}

/** A stretch of a text with names of its own: a file, a class, a function, a block. */
export class NameScope {
  private readonly names = new Set<string>();
  private readonly used: string[] = [];
  private readonly inner: NameScope[] = [];

  constructor(
    /** The names of the scopes that lead to it, without texts that may change, such as the title of a test. */
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

  /** Finds the binding of each name used here and inside, in a part of a file. */
  bindings(): PartNames {
    const bound = new Set<string>();
    const uses: [string, string, string | undefined][] = [];
    this.collect(bound, uses);
    return { names: this.names, bound, uses };
  }

  private collect(bound: Set<string>, uses: [string, string, string | undefined][]): void {
    for (const name of this.names) bound.add(name);
    for (const name of this.used) uses.push([`${this.place} ${name}`, name, this.find(name)]);
    for (const scope of this.inner) scope.collect(bound, uses);
  }

  private find(name: string): string | undefined {
    if (this.names.has(name)) return `${this.place}/`;
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (!scope.isHidden && scope.names.has(name)) return `${scope.place}/`;
    }
    return undefined;
  }
}

/** Finds the binding of each name of a file from those of its parts in order. */
export function joinNames(parts: readonly PartNames[]): BoundNames {
  const names = new Set(parts.flatMap((part) => [...part.names]));
  const uses = new Map<string, string>();
  for (const part of parts) {
    for (const [use, name, place = names.has(name) ? '/' : ''] of part.uses) {
      if (uses.get(use) !== '') uses.set(use, place);
    }
  }
  return { uses, bound: new Set(parts.flatMap(({ bound }) => [...bound])) };
}

/**
 * Lists the names that a merged text uses where nothing binds them any more, or where something else does than in the
 * same place of both versions that it came from. What the user's file itself uses without a binding stays so.
 *
 * @param gone names that a rename took from the user's file, which had bound them
 */
export function findUnbound(
  mine: BoundNames,
  next: BoundNames,
  result: BoundNames,
  gone: ReadonlySet<string> = new Set(),
): string[] {
  const lost = new Set<string>();
  const left = new Set([...mine.uses].filter(([, place]) => place === '').map(([use]) => nameOf(use)));
  for (const [use, place] of result.uses) {
    const name = nameOf(use);
    if (place === '' && left.has(name)) {
      if (gone.has(name)) lost.add(name);
      continue;
    }
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
