/** A name that changed. */
interface NameChange {
  readonly from: string;
  readonly to: string;
}

/**
 * The renames that lead from a set of names to the next one. A rename onto a name that was there counts where that name is
 * free: its holder went, or is renamed itself. What is still called by its old name was not renamed, unless something else
 * takes that name over.
 *
 * @param renames none that an earlier build has carried out: a `was` that stays in the spec for years says nothing new
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
 * The renames that are new even where no note of the last build tells which are: names that only change places may have done
 * so long ago.
 *
 * @param isThere claims that something has the old name of a rename now
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

/** What each name of now was called before, by the renames that count; new names are not there. */
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
