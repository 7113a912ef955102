import { certainRenames, splitBranches } from '../../../../lib/index.ts';
import type { AppSpec, ExistingFiles, Rename } from '../../../../lib/index.ts';

/** The part of `written.json`, as the last build wrote it, that is read here. */
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
 * The renames that the last build did not list in its `written.json`. A `was` may stay in the spec for years, and must be
 * carried out once only.
 *
 * @param folder holds the migrations and `written.json`
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

/** The renames that are sure to be new, where no list of earlier ones exists. */
function certainIn(spec: AppSpec, renames: readonly Rename[]): Rename[] {
  return certainRenames(renames, ({ kind, from, entity }) =>
    kind === 'entity'
      ? spec.entities.some(({ name }) => name === from)
      : (spec.entities.find(({ name }) => name === entity)?.fields.some(({ name }) => name === from) ??
        false),
  );
}

/** Text that is not JSON counts as empty here: `planMigration` reads the file again and reports it. */
function readNote(text = '{}'): Noted {
  try {
    return JSON.parse(splitBranches(text)?.[0] ?? text) as Noted;
  } catch {
    return {};
  }
}
