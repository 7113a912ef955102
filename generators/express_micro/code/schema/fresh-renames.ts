import { certainRenames, splitBranches } from '../../../../lib/index.ts';
import type { AppSpec, ExistingFiles, Rename } from '../../../../lib/index.ts';

/** What the build before this one noted beside the schema. */
interface Noted {
  readonly renames?: readonly Rename[];
}

/** The renames that change the database: those of entities and fields. */
export function schemaKinds(renames: readonly Rename[]): Rename[] {
  return renames
    .filter(({ kind }) => kind !== 'surface')
    .map(({ kind, from, to, entity }) => ({
      kind,
      from,
      to,
      ...(entity === undefined ? {} : { entity }),
    }));
}

/**
 * The renames that the last build did not have yet: a `was` that stays in the spec for years says nothing new.
 *
 * @param folder where the migrations lie, and the note of the last build
 */
export function freshRenames(
  spec: AppSpec,
  renames: readonly Rename[],
  existing: Pick<ExistingFiles, 'read'>,
  folder: string,
): Rename[] {
  const wanted = schemaKinds(renames);
  const noted = readNote(existing.read(`${folder}/written.json`)).renames;
  if (noted === undefined) return certainIn(spec, wanted);
  const isNoted = ({ kind, from, to }: Rename, entity: string | undefined): boolean =>
    noted.some(
      (other) => other.kind === kind && other.from === from && other.to === to && other.entity === entity,
    );
  const entities = wanted.filter((rename) => rename.kind === 'entity' && !isNoted(rename, undefined));
  const formerly = (entity: string | undefined): string | undefined =>
    entities.find(({ to }) => to === entity)?.from ?? entity;
  return [
    ...entities,
    ...wanted.filter((rename) => rename.kind === 'field' && !isNoted(rename, formerly(rename.entity))),
  ];
}

/** Where no note tells what is new. */
function certainIn(spec: AppSpec, renames: readonly Rename[]): Rename[] {
  return certainRenames(renames, ({ kind, from, entity }) =>
    kind === 'entity'
      ? spec.entities.some(({ name }) => name === from)
      : (spec.entities.find(({ name }) => name === entity)?.fields.some(({ name }) => name === from) ??
        false),
  );
}

/** A note that cannot be read is told of where the next migration is made. */
function readNote(text = '{}'): Noted {
  try {
    return JSON.parse(splitBranches(text)?.[0] ?? text) as Noted;
  } catch {
    return {};
  }
}
