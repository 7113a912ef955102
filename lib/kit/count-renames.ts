/** A name that changed. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns the declared renames that happened between two sets of names: the old name is there before, and the
 * new name now. Where the new name was there before, and the old name is still there, a rename counts only if
 * another counted rename moves the new name's holder away or moves onto the old name, as in the swap `a → b`,
 * `b → a`.
 *
 * @param before claims that a name is in the earlier set
 * @param now claims that a name is in the present set
 * @param renames only those that no earlier build has carried out, since a `was` may stay in the spec for
 * years
 */
export function countRenames<R extends NameChange>(
  before: (name: string) => boolean,
  now: (name: string) => boolean,
  renames: readonly R[],
): R[] {
  let counted = renames.filter(({ from, to }) => from !== to && before(from) && now(to));
  for (;;) {
    const leaving = new Set(counted.map(({ from }) => from));
    const taken = new Set(counted.map(({ to }) => to));
    const held = counted.filter(
      ({ from, to }) => !before(to) || leaving.has(to) || !now(from) || taken.has(from),
    );
    if (held.length === counted.length) return counted;
    counted = held;
  }
}

/**
 * Returns the renames that are surely new where no earlier build recorded which ones it carried out: those
 * whose old name is gone, and those whose old name was taken over by such a rename (`b → c` after `a → b`).
 * Renames that only swap names are left out, since an earlier build may have carried them out.
 *
 * @param isThere claims that the present spec still uses the old name of a rename
 */
export function certainRenames<R extends NameChange & { readonly kind: string; readonly entity?: string }>(
  renames: readonly R[],
  isThere: (rename: R) => boolean,
): R[] {
  const certain = renames.filter((rename) => !isThere(rename));
  for (;;) {
    const next = renames.find(
      (rename) =>
        !certain.includes(rename) &&
        certain.some(
          (other) => other.kind === rename.kind && other.entity === rename.entity && other.to === rename.from,
        ),
    );
    if (next === undefined) return certain;
    certain.push(next);
  }
}

/** Maps each present name to its name before the counted renames; a new name has no entry. */
export function formerNames(
  before: readonly string[],
  now: readonly string[],
  counted: readonly NameChange[],
): Map<string, string> {
  const was = new Set(before);
  const gone = new Set(counted.map(({ from }) => from));
  const former = new Map<string, string>();
  for (const name of now) if (was.has(name) && !gone.has(name)) former.set(name, name);
  for (const { from, to } of counted) former.set(to, from);
  return former;
}
