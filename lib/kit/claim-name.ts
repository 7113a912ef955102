/** Returns `wanted`, or the first of `other(2)`, `other(3)`, … not in `taken`, and adds it to that set. */
export function claimName(
  taken: Set<string>,
  wanted: string,
  other = (count: number): string => `${wanted}_${count}`,
): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = other(count);
  taken.add(name);
  return name;
}
