import type { Rename } from './rename.ts';

/** Renames as the baseline keeps them: old names by what has the new one (`field Offer.fee`, `entity Offer`), one line each. */
export type RenameRecord = Readonly<Record<string, string>>;

/** Writes renames down; of two onto one name, the last. */
export function recordRenames(renames: readonly Rename[]): RenameRecord {
  return Object.fromEntries(renames.map((rename) => [subjectOf(rename), rename.from]));
}

/** Claims that a rename stands in a record, under the name that its entity had then. */
export function isRecorded(record: RenameRecord, rename: Rename, entity = rename.entity): boolean {
  const subject = subjectOf({ ...rename, ...(entity === undefined ? {} : { entity }) });
  return Object.hasOwn(record, subject) && record[subject] === rename.from;
}

/** The renames of a record. */
export function readRenames(record: RenameRecord): Rename[] {
  return Object.entries(record).map(([subject, from]) => {
    const [kind, name] = subject.split(' ') as [Rename['kind'], string];
    if (kind !== 'field') return { kind, from, to: name };
    const [entity, field] = name.split('.') as [string, string];
    return { kind, from, to: field, entity };
  });
}

function subjectOf({ kind, to, entity }: Rename): string {
  return kind === 'field' ? `field ${entity}.${to}` : `${kind} ${to}`;
}
