const definition =
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:class|def|function\*?|const|let|var)\s+([A-Za-z_$][\w$]*)/;

/**
 * The lines of the definitions at the margin that the user added, where all of the base's are still there. A line in them
 * that is equal to one of the base is a copy, as long as the base's own is in its place.
 */
export function findOwnDefinitions(base: readonly string[], mine: readonly string[]): ReadonlySet<number> {
  const [old, now] = [base, mine].map(
    (lines) => new Set(lines.flatMap((line) => definition.exec(line)?.[1] ?? [])),
  );
  const own = new Set<number>();
  if ([...old!].some((name) => !now!.has(name))) return own;
  let isOwn = false;
  for (const [row, line] of mine.entries()) {
    if (/^[^\s\])}]/.test(line)) {
      const name = definition.exec(line)?.[1];
      isOwn = name !== undefined && !old!.has(name);
    }
    if (isOwn) own.add(row);
  }
  return own;
}
