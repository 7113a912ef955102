import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listUses } from './code/list-uses.ts';
import { EditedFile } from './edited-file.ts';
import type { OwnUse } from './edited-file.ts';
import { subjectOf } from './follow-renames.ts';
import type { GoneName, GoneNames } from './gone-names.ts';
import { matchGone, mentionOf } from './match-gone.ts';
import type { Mentions } from './match-gone.ts';
import { readText } from './merge-file.ts';
import { sayPlaces } from './say-places.ts';
import type { Baseline, Change } from './types.ts';

/**
 * Warns of lines that only the user wrote, in files that dazzle made, and that say what the spec has no more (DZL417): one
 * warning for each word.
 *
 * @param changes every path that is decided, with the conflicts settled
 */
export async function reportLeftGone(
  gone: GoneNames,
  changes: readonly Change[],
  baseline: Baseline,
): Promise<Diagnostic[]> {
  const files = await readFiles(gone, changes, baseline);
  const mention = rememberMentions(gone);
  const found = new Map<string, { names: Set<string>; places: Set<string> }>();
  for (const name of gone.names) {
    if (files.some((file) => file.defines(name))) continue;
    const match = matchGone(name, gone);
    for (const file of files) {
      for (const own of file.uses) {
        const word = match(own.use, own.line);
        if (word === null || file.isOwn(own, name.word) || !isMeant(own, word, name, file, mention)) continue;
        let known = found.get(word);
        if (known === undefined) found.set(word, (known = { names: new Set(), places: new Set() }));
        known.names.add(name.what);
        known.places.add(`${file.path}:${own.row}`);
      }
    }
  }
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, { names, places }]) => warn(word, [...names], [...places]));
}

/** Claims that a use is about the entity whose name, field or value is gone. */
function isMeant(
  own: OwnUse,
  word: string,
  name: GoneName,
  file: EditedFile,
  mention: (entity: string) => Mentions,
): boolean {
  if (name.kind === 'field' || name.kind === 'value') return file.isAbout(own, name, mention);
  if (name.kind === 'surface' || word === name.word || word.startsWith('/')) return true;
  return name.targets.some((entity) => file.isAbout(own, { ...name, entity }, mention));
}

async function readFiles(
  gone: GoneNames,
  changes: readonly Change[],
  { entries }: Baseline,
): Promise<EditedFile[]> {
  const files: EditedFile[] = [];
  for (const { path, from = path, kind, why, ...sides } of changes) {
    const entry = entries.get(from);
    const isEdited = kind === 'merge' || kind === 'conflict' || why === 'edited';
    if (!isEdited || entry === undefined || sides.base === null || !sides.after) continue;
    const [base, mine, next, after] = [sides.base, sides.disk, sides.next, sides.after].map(readText) as [
      string,
      string,
      string,
      string,
    ];
    const uses = await listUses(path, after);
    files.push(new EditedFile({ path, base, mine, next, after }, uses, subjectOf(entry, gone)));
  }
  return files;
}

function rememberMentions({ entities }: GoneNames): (entity: string) => Mentions {
  const known = new Map<string, Mentions>();
  return (entity) => {
    let mentions = known.get(entity);
    if (mentions === undefined)
      known.set(entity, (mentions = mentionOf(entity, entities.get(entity) ?? entity)));
    return mentions;
  };
}

function warn(word: string, names: readonly string[], places: readonly string[]): Diagnostic {
  const last = names.at(-1)!;
  const said = names.length === 1 ? `${last} is` : `${names.slice(0, -1).join(', ')} and ${last} are`;
  return diagnose('DZL417', {
    ...sayPlaces(
      places,
      (list) => `lines that only you wrote still say "${word}" (${said} gone from the spec): ${list}`,
    ),
    fix: 'look whether they mean what is gone, and take it out there; what is yours stays as it is',
  });
}
