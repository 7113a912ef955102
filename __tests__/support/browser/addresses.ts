import type { Application } from './applications.ts';

/** A page to open: what kind it is, and where it is for the records that there are. */
export interface Opening {
  readonly kind: string;
  /** As the page model writes it, with `:id`. */
  readonly pattern: string;
  readonly path: string;
}

/** Every page of an application that a person with an account can open; `keys` names a record of each entity. */
export function openingsOf({ pages }: Application, keys: Readonly<Record<string, string>>): Opening[] {
  const openings: Opening[] = [{ kind: 'home', pattern: '/', path: '/' }];
  for (const each of pages.entities) {
    const key = keys[each.entity];
    for (const page of [...each.lists, ...each.creates, ...each.views, ...each.edits, ...each.customs]) {
      if (page.takesId && key === undefined) continue;
      openings.push({
        kind: page.kind,
        pattern: page.path,
        path: page.path.replace(':id', encodeURIComponent(key ?? '')),
      });
    }
    if (each.delete === null || key === undefined) continue;
    openings.push({
      kind: 'delete',
      pattern: each.delete.path,
      path: each.delete.path.replace(':id', encodeURIComponent(key)),
    });
  }
  for (const { path } of pages.freePages) openings.push({ kind: 'free', pattern: path, path });
  for (const { steps } of pages.experiences) {
    for (const { path, page } of steps)
      openings.push({ kind: `step ${page ?? 'outcome'}`, pattern: path, path });
  }
  return openings;
}
