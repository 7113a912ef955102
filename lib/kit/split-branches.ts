/** The two texts between git's conflict markers, each with all that is outside of them; null where there are none. */
export function splitBranches(text: string): readonly [ours: string, theirs: string] | null {
  const unix = text.replaceAll('\r\n', '\n');
  const hunk = /^<{7}[^\n]*\n([^]*?)(?:^\|{7}[^\n]*\n[^]*?)?^={7}\n([^]*?)^>{7}[^\n]*\n/gm;
  const sides = [unix.replace(hunk, '$1'), unix.replace(hunk, '$2')] as const;
  return sides[0] === unix ? null : sides;
}
