/** Why parts cannot be those of a text of so many lines, or undefined. */
export function partsProblem(parts: unknown, lines: number, from = 0): string | undefined {
  if (!Array.isArray(parts)) return 'it gave no list of parts';
  let row = from;
  for (const part of parts as unknown[]) {
    const { kind, name, start, end, parts: inner = [] } = (part ?? {}) as Record<string, unknown>;
    const called = `the part ${JSON.stringify(name) ?? 'without a name'}`;
    if (typeof kind !== 'string' || typeof name !== 'string') return `${called} has no kind or no name`;
    if (!Number.isInteger(start) || !Number.isInteger(end)) return `${called} does not say its lines`;
    const [first, behind] = [start as number, end as number];
    if (first < row) return `${called} begins at line ${first}, which is not behind what comes before it`;
    if (behind <= first || behind > lines) return `${called} ends at line ${behind}, and there are ${lines}`;
    const problem = partsProblem(inner, behind, first + 1);
    if (problem !== undefined) return problem;
    row = behind;
  }
  return undefined;
}
