/** The first of `nth(1)`, `nth(2)` and so on that is not taken yet; from now on it is. */
export function claimName(taken: Set<string>, nth: (count: number) => string): string {
  for (let count = 1; ; count++) {
    const name = nth(count);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
