/** Claims that databases can keep a JSON value: no null characters, halves of characters or infinite numbers, not too deep. */
export function isStorable(value) {
  const waiting = [[value, 1]];
  while (waiting.length > 0) {
    const [each, depth] = waiting.pop();
    if (depth > 100 || each === Infinity || each === -Infinity) return false;
    if (typeof each === 'string' && (each.includes('\0') || !each.isWellFormed())) return false;
    if (typeof each !== 'object' || each === null) continue;
    for (const part of [
      ...(Array.isArray(each) ? [] : Object.keys(each)),
      ...Object.values(each),
    ]) {
      waiting.push([part, depth + 1]);
    }
  }
  return true;
}
