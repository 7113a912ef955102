import type { Rename } from './rename.ts';

/** Renames as the baseline keeps them: old names by what has the new one (`field Offer.fee`, `entity Offer`), one line each. */
export type KeptRenames = Readonly<Record<string, string>>;

/** Writes renames down; of two onto one name, the last. */
export function keepRenames(renames: readonly Rename[]): KeptRenames {
  return Object.fromEntries(renames.map((rename) => [subjectOf(rename), rename.from]));
}

/** Claims that a rename is among those kept, under the name that its entity had then. */
export function isKept(kept: KeptRenames, rename: Rename, entity = rename.entity): boolean {
  const subject = subjectOf({ ...rename, ...(entity === undefined ? {} : { entity }) });
  return Object.hasOwn(kept, subject) && kept[subject] === rename.from;
}

/** The kept renames, one by one. */
export function readRenames(kept: KeptRenames): Rename[] {
  return Object.entries(kept).map(([subject, from]) => {
    const [kind, name] = subject.split(' ') as [Rename['kind'], string];
    if (kind !== 'field') return { kind, from, to: name };
    const [entity, field] = name.split('.') as [string, string];
    return { kind, from, to: field, entity };
  });
}

function subjectOf({ kind, to, entity }: Rename): string {
  return kind === 'field' ? `field ${entity}.${to}` : `${kind} ${to}`;
}
