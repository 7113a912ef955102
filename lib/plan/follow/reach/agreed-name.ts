/** Where a name is looked up. */
interface Names<B> {
  find(name: string): readonly B[] | undefined;
}

/** What is known of the bindings of a text. */
interface KnownBindings<B> {
  /** All places of the text where names are looked up. */
  readonly scopes: readonly Names<B>[];
  /** The new spelling that a binding of dazzle's gives. */
  freshOf(binding: B): string | undefined;
  isOwn(binding: B): boolean;
}

/**
 * The new spelling of a name, on which all of its bindings agree; undefined where they do not, or where the user keeps
 * something else under the new name: where the name is used, or, for an import of the user's own, anywhere in the text.
 */
export function agreedName<B>(name: string, scope: Names<B>, known: KnownBindings<B>): string | undefined {
  const agreed = (word: string, place: Names<B>, leaving: readonly string[]): string | undefined => {
    const bindings = place.find(word);
    if (bindings === undefined) return undefined;
    const [fresh, ...others] = new Set(bindings.map((binding) => known.freshOf(binding)));
    if (others.length > 0 || fresh === undefined) return undefined;
    if (fresh === word || leaving.includes(fresh)) return fresh;
    const places = bindings.some((binding) => known.isOwn(binding)) ? known.scopes : [place];
    const isTaken = places.some(
      (each) =>
        each.find(fresh)?.some((binding) => known.isOwn(binding)) &&
        (agreed(fresh, each, [...leaving, word]) ?? fresh) === fresh,
    );
    return isTaken ? undefined : fresh;
  };
  return agreed(name, scope, []);
}
