import type { Project } from './load-project.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import type { Diagnostic, Place } from './diagnostics/diagnostic.ts';
import type { FileOperation } from './plan/types.ts';
import type { Prompter } from './request.ts';
import type { AppSpec } from './spec/app-spec.ts';
import type { Rename } from './spec/rename.ts';
import { declaredRenames, likelyRenames, writeWas, type SpecShape } from './spec/renames.ts';

/** The renames of a build, with the edits that write confirmed ones into the spec. */
export interface ChosenRenames {
  readonly chosen: readonly Rename[];
  readonly operations: readonly FileOperation[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the renames that the spec declares with `was`, and asks about likely ones. A confirmed rename is written into the spec as
 * `was`; where nobody can be asked, a likely one counts as a removal and an addition (warning DZL426).
 *
 * @param previous the shape that the last build kept, or null
 */
export async function chooseRenames(
  previous: unknown,
  project: Project & { spec: AppSpec },
  prompter: Prompter | null,
): Promise<ChosenRenames> {
  const declared = declaredRenames(project.spec);
  const likely = previous === null ? [] : likelyRenames(previous as SpecShape, project.spec);
  if (likely.length === 0) return { chosen: declared, operations: [], diagnostics: [] };
  if (prompter === null || !prompter.interactive) {
    return {
      chosen: declared,
      operations: [],
      diagnostics: likely.map((rename) => warnOfLikely(rename, placeOf(project.spec, rename))),
    };
  }
  const confirmed = await prompter.confirmRenames(likely);
  const texts = new Map(project.sources.map(({ file, text }) => [file, text]));
  for (const rename of confirmed) {
    const place = placeOf(project.spec, rename);
    const text = place === null ? undefined : texts.get(place.file);
    if (place !== null && text !== undefined) texts.set(place.file, writeWas(text, place, rename));
  }
  const operations = project.sources
    .filter(({ file, text }) => texts.get(file) !== text)
    .map(({ file }): FileOperation => ({
      kind: 'write',
      path: file,
      contents: Buffer.from(texts.get(file)!),
      mode: 0o644,
      expect: 'any',
    }));
  return { chosen: [...declared, ...confirmed], operations, diagnostics: [] };
}

/** The place of the renamed entity, field or surface in the spec; null where the spec has no such name. */
function placeOf(spec: AppSpec, rename: Rename): Place | null {
  if (rename.kind === 'surface') return spec.surfaces.find(({ name }) => name === rename.to)?.place ?? null;
  const entity = spec.entities.find(
    ({ name }) => name === (rename.kind === 'entity' ? rename.to : rename.entity),
  );
  if (rename.kind === 'entity') return entity?.place ?? null;
  return entity?.fields.find(({ name }) => name === rename.to)?.place ?? null;
}

function warnOfLikely({ kind, from, to, entity }: Rename, place: Place | null): Diagnostic {
  const owner = entity === undefined ? '' : ` of entity ${entity}`;
  return diagnose('DZL426', {
    message: `${kind} "${from}"${owner} is gone and "${to}" is new and alike: taken as a removal and an addition`,
    fix: `if it was renamed, write ${kind === 'field' ? `was=${from}` : `was ${from}`} on "${to}" before you migrate`,
    ...(place === null ? {} : { place }),
  });
}
