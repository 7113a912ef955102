import type { Exchanger } from './artifact-store.ts';
import { orderByAfter, type Ordered, type OrderOutcome, type OrderSubject } from './order.ts';
import type { Backend, Generator, Hook } from './types.ts';

/** The place of a generator or hook in the straight line of a build. */
export type Stage = 0 | 1 | 2 | 3 | 4;

/** When each stage runs, for messages. */
export const stageNames: Readonly<Record<Stage, string>> = {
  0: 'before the generators',
  1: 'among the generators',
  2: 'on the tree, after the generators',
  3: 'first on the disk, after the commit',
  4: 'on the disk, after the commit',
};

/** The stage in which a hook runs. */
export function stageOf(hook: Pick<Hook, 'phase' | 'runsOn'>): Stage {
  const isEarly = hook.phase === 'pre_build';
  return hook.runsOn === 'tree' ? (isEarly ? 0 : 2) : isEarly ? 3 : 4;
}

/** Claims that a generator or hook makes the artifact of that name. */
export function makesArtifact({ makes = [] }: Exchanger, name: string): boolean {
  return makes.some((key) => key.name === name);
}

/** The names of those among `others` that make an artifact in the `needs` of `reader`; with `wants: true`, in its `wants` too. */
export function makersFor(
  reader: Exchanger,
  others: readonly Exchanger[],
  { wants = false } = {},
): readonly string[] {
  const read = [...(reader.needs ?? []), ...(wants ? (reader.wants ?? []) : [])].map(({ name }) => name);
  return others
    .filter((other) => other !== reader && read.some((name) => makesArtifact(other, name)))
    .map(({ name }) => name);
}

/** A backend's generators in the order that their artifacts ask for, else as listed. */
export function orderGenerators({
  name,
  generators,
}: Pick<Backend, 'name' | 'generators'>): OrderOutcome<Generator> {
  return orderBy(generators, { kind: 'generator', owner: name });
}

/** A backend's hooks in the order that their artifacts, `after` and `before` ask for, else as listed. */
export function orderHooks({ name, hooks }: Pick<Backend, 'name' | 'hooks'>): OrderOutcome<Hook> {
  return orderBy(hooks, { kind: 'hook', owner: name });
}

function orderBy<T extends Exchanger & Ordered>(parts: readonly T[], subject: OrderSubject): OrderOutcome<T> {
  const linked = parts.map((part) => ({
    name: part.name,
    part,
    before: part.before ?? [],
    after: [...(part.after ?? []), ...makersFor(part, parts, { wants: true })],
  }));
  const { ordered, diagnostics } = orderByAfter(linked, subject);
  return { ordered: ordered.map(({ part }) => part), diagnostics };
}
