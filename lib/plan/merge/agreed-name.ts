/** Where a name is looked up. */
interface Names<B> {
  find(name: string): readonly B[] | undefined;
}

/**
 * The new spelling of a name, on which all of its bindings agree; undefined where they do not, or where the user binds the
 * new name already and that stays.
 *
 * @param freshOf the new spelling that a binding of dazzle's gives
 */
export function agreedName<B>(
  name: string,
  scope: Names<B>,
  freshOf: (binding: B) => string | undefined,
  isOwn: (binding: B) => boolean,
): string | undefined {
  const agreed = (word: string, leaving: readonly string[]): string | undefined => {
    const bindings = scope.find(word);
    if (bindings === undefined) return undefined;
    const [fresh, ...others] = new Set(bindings.map(freshOf));
    if (others.length > 0 || fresh === undefined) return undefined;
    if (fresh === word || leaving.includes(fresh)) return fresh;
    const isFree = !scope.find(fresh)?.some(isOwn) || leaves(fresh, [...leaving, word]);
    return isFree ? fresh : undefined;
  };
  const leaves = (word: string, leaving: readonly string[]): boolean =>
    (agreed(word, leaving) ?? word) !== word;
  return agreed(name, []);
}
