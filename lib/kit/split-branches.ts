/**
 * Both versions of a text with git's conflict markers: the whole text with our side of each conflict, and the
 * whole text with their side. Line ends become `\n`. Null where the text has no markers.
 */
export function splitBranches(text: string): readonly [ours: string, theirs: string] | null {
  const unix = text.replaceAll('\r\n', '\n');
  const hunk = /^<{7}[^\n]*\n([^]*?)(?:^\|{7}[^\n]*\n[^]*?)?^={7}\n([^]*?)^>{7}[^\n]*\n/gm;
  const sides = [unix.replace(hunk, '$1'), unix.replace(hunk, '$2')] as const;
  return sides[0] === unix ? null : sides;
}
