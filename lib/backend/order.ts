import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';

/** An item with its name and the names of those that it must follow or come before. */
export interface Ordered {
  readonly name: string;
  readonly after?: readonly string[];
  readonly before?: readonly string[];
}

/** What is being ordered, for messages: the kind `generator` and its owner `django_micro`. */
export interface OrderSubject {
  readonly kind: 'generator' | 'hook' | 'backend';
  readonly owner?: string;
  /** Unknown names in `after` and `before` are no mistake: a backend may name one that the stack does not have. */
  readonly allowUnknown?: boolean;
}

/** The items in order, with diagnostics for whatever kept an `after` or `before` from being respected. */
export interface OrderOutcome<T extends Ordered> {
  readonly ordered: readonly T[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Orders by `after` and `before`, keeping the given order wherever they leave a choice. Doubles (DZL302), unknown names (DZL303)
 * and circles (DZL304) are reported with the names in them; items in a circle come last, as given.
 */
export function orderByAfter<T extends Ordered>(items: readonly T[], subject: OrderSubject): OrderOutcome<T> {
  const diagnostics: Diagnostic[] = [];
  const byName = new Map<string, T>();
  const whose = subject.owner === undefined ? '' : ` of ${subject.owner}`;
  for (const item of items) {
    if (!byName.has(item.name)) byName.set(item.name, item);
    else diagnostics.push(doubleName(subject.kind, item.name, whose));
  }
  const waitsFor = new Map<string, Set<string>>();
  for (const name of byName.keys()) waitsFor.set(name, new Set());
  for (const item of byName.values()) {
    for (const side of ['after', 'before'] as const) {
      for (const name of item[side] ?? []) {
        if (byName.has(name)) {
          const [first, second] = side === 'after' ? [name, item.name] : [item.name, name];
          waitsFor.get(second)!.add(first);
        } else if (subject.allowUnknown !== true) {
          diagnostics.push(unknownName(subject.kind, item.name, whose, side, name, byName.keys()));
        }
      }
    }
  }
  const ordered: T[] = [];
  const open = [...byName.values()];
  for (;;) {
    const index = open.findIndex((item) => waitsFor.get(item.name)!.size === 0);
    if (index < 0) break;
    const [item] = open.splice(index, 1);
    ordered.push(item!);
    for (const names of waitsFor.values()) names.delete(item!.name);
  }
  if (open.length > 0) {
    const circle = findCircle(open[0]!.name, waitsFor);
    diagnostics.push(
      diagnose('DZL304', {
        message: `${subject.kind}s${whose} wait for each other: ${[...circle, circle[0]!].join(' → ')}`,
        fix: `take one of these names out of an "after" list${subject.kind === 'backend' ? '' : ', or one of their artifacts out of `needs`'}`,
      }),
    );
  }
  return { ordered: [...ordered, ...open], diagnostics };
}

function findCircle(start: string, waitsFor: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const path: string[] = [];
  let name = start;
  while (!path.includes(name)) {
    path.push(name);
    name = [...waitsFor.get(name)!][0]!;
  }
  return path.slice(path.indexOf(name));
}

function doubleName(kind: string, name: string, whose: string): Diagnostic {
  return diagnose('DZL302', {
    message: `there are two ${kind}s${whose} named "${name}"`,
    fix: `rename one of them`,
  });
}

function unknownName(
  kind: string,
  name: string,
  whose: string,
  side: 'after' | 'before',
  unknown: string,
  names: Iterable<string>,
): Diagnostic {
  const others = [...names].filter((other) => other !== name);
  const near = suggest(unknown, others);
  return diagnose('DZL303', {
    message: `${kind} ${name}${whose} comes ${side} "${unknown}", which does not exist`,
    fix:
      near === undefined ? `name one of ${others.join(', ') || 'the others'}, or drop it` : `write "${near}"`,
  });
}
