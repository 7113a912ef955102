import type { Place } from '../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec, SurfaceSpec } from './app-spec.ts';
import type { KeptRenames } from './kept-renames.ts';
import { isKept } from './kept-renames.ts';
import type { Rename } from './rename.ts';
import { typeText } from './type-text.ts';

/** As much of a spec as is needed to find renames: a small JSON value that merges well line by line. */
export interface SpecShape {
  /** By entity, then by field: the type as written, with what a reference names (`ref User`). */
  readonly entities: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By surface: its mode, entity and fields (`list Task: title, status`). */
  readonly surfaces: Readonly<Record<string, string>>;
  /** The renames that the spec declared, which the build over it carried out; absent where an early version wrote it. */
  readonly renames?: KeptRenames;
}

/** The shape of a spec, as the baseline keeps it. */
export function shapeOf(spec: AppSpec): SpecShape {
  return {
    entities: Object.fromEntries(
      spec.entities.map((entity) => [
        entity.name,
        Object.fromEntries(entity.fields.map((field) => [field.name, typeText(field.type)])),
      ]),
    ),
    surfaces: Object.fromEntries(spec.surfaces.map((surface) => [surface.name, surfaceText(surface)])),
  };
}

function surfaceText(surface: SurfaceSpec): string {
  const fields = surface.sections.flatMap((section) => section.fields.map((field) => field.name));
  const head = surface.entity === null ? surface.mode : `${surface.mode} ${surface.entity}`;
  return fields.length === 0 ? head : `${head}: ${fields.join(', ')}`;
}

/** The entity of a surface as the shape has it; null where it has none. */
export function entityOfSurface(text: string): string | null {
  return text.split(':')[0]!.split(' ')[1] ?? null;
}

/** The renames that a spec declares with `was`. */
export function declaredRenames(spec: AppSpec): Rename[] {
  const renames: Rename[] = [];
  for (const entity of spec.entities) {
    if (entity.was !== null) renames.push({ kind: 'entity', from: entity.was, to: entity.name });
    for (const field of entity.fields) {
      if (field.was === null) continue;
      renames.push({ kind: 'field', from: field.was, to: field.name, entity: entity.name });
    }
  }
  for (const surface of spec.surfaces) {
    if (surface.was !== null) renames.push({ kind: 'surface', from: surface.was, to: surface.name });
  }
  return renames;
}

/** What was removed since `previous` and looks like something that was added without a `was`: each name at most once. */
export function likelyRenames(previous: SpecShape, spec: AppSpec): Rename[] {
  const now = shapeOf(spec);
  const entities = pairEntities(previous, spec, now);
  const formerEntity = new Map(entities.map((rename) => [rename.to, rename.from]));
  for (const entity of spec.entities) {
    if (entity.was === null || !(entity.was in previous.entities)) continue;
    const isDone = isKept(previous.renames ?? {}, { kind: 'entity', from: entity.was, to: entity.name });
    if (!isDone) formerEntity.set(entity.name, entity.was);
  }
  const currentEntity = new Map([...formerEntity].map(([to, from]) => [from, to]));
  const fields = spec.entities.flatMap((entity) => {
    const before = previous.entities[formerEntity.get(entity.name) ?? entity.name];
    return before === undefined ? [] : pairFields(before, entity, now.entities[entity.name]!, currentEntity);
  });
  return [...entities, ...fields, ...pairSurfaces(previous, spec, now, currentEntity)];
}

function pairEntities(previous: SpecShape, spec: AppSpec, now: SpecShape): Rename[] {
  const declared = new Set(spec.entities.map((entity) => entity.was));
  const removed = Object.keys(previous.entities).filter(
    (name) => !(name in now.entities) && !declared.has(name),
  );
  const added = spec.entities.filter(({ name, was }) => was === null && !(name in previous.entities));
  return pairBest(
    removed,
    added.map(({ name }) => name),
    (from, to) =>
      likeness(Object.entries(previous.entities[from]!), Object.entries(now.entities[to]!), from, to),
  ).map(({ from, to }) => ({ kind: 'entity', from, to }));
}

/** The share of fields with one name and type; a reference to itself counts as the same after the rename. */
function likeness(
  before: readonly (readonly [string, string])[],
  after: readonly (readonly [string, string])[],
  from: string,
  to: string,
): number {
  const known = new Set(before.map(([name, type]) => `${name} ${retarget(type, from, to)}`));
  const same = after.filter(([name, type]) => known.has(`${name} ${type}`)).length;
  return same / Math.max(before.length, after.length, 1);
}

function retarget(type: string, from: string, to: string): string {
  return type === `ref ${from}` || type === `many ${from}` ? type.replace(from, to) : type;
}

function pairFields(
  before: Readonly<Record<string, string>>,
  entity: EntitySpec,
  after: Readonly<Record<string, string>>,
  currentEntity: ReadonlyMap<string, string>,
): Rename[] {
  const declared = new Set(entity.fields.map((field) => field.was));
  const removed = Object.keys(before).filter((name) => !(name in after) && !declared.has(name));
  const added = entity.fields.filter(({ name, was }) => was === null && !(name in before));
  const order = Object.keys(before);
  return pairBest(
    removed,
    added.map(({ name }) => name),
    (from, to) => {
      const [kind, target] = before[from]!.split(' ');
      const type = target === undefined ? before[from]! : `${kind} ${currentEntity.get(target) ?? target}`;
      if (type !== after[to] && !isSameFamily(type, after[to]!)) return 0;
      const position = entity.fields.findIndex((field) => field.name === to);
      const isInPlace = order.indexOf(from) === position ? 0.1 : 0;
      return (type === after[to] ? 0.6 : 0.5) + isInPlace + shared(from, to) * 0.3;
    },
  ).map(({ from, to }) => ({ kind: 'field', from, to, entity: entity.name }));
}

/** `str(100)` and `str(200)`, two decimals, two enums that share values. */
function isSameFamily(before: string, after: string): boolean {
  const [a, b] = [before.split(/[([]/)[0]!, after.split(/[([]/)[0]!];
  return (
    a === b &&
    (a === 'str' || a === 'decimal' || a === 'enum') &&
    (a !== 'enum' || shared(before, after) >= 0.5)
  );
}

/** The share of words that two names have in common. */
function shared(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().split(/[^a-z0-9]+/));
  const [left, right] = [words(a), words(b)];
  const same = [...left].filter((word) => right.has(word)).length;
  return same / Math.max(left.size, right.size);
}

function pairSurfaces(
  previous: SpecShape,
  spec: AppSpec,
  now: SpecShape,
  currentEntity: ReadonlyMap<string, string>,
): Rename[] {
  const declared = new Set(spec.surfaces.map((surface) => surface.was));
  const removed = Object.keys(previous.surfaces).filter(
    (name) => !(name in now.surfaces) && !declared.has(name),
  );
  const added = spec.surfaces.filter(({ name, was }) => was === null && !(name in previous.surfaces));
  return pairBest(
    removed,
    added.map(({ name }) => name),
    (from, to) => {
      const [head = '', fields = ''] = previous.surfaces[from]!.split(': ');
      const [mode = '', entity = ''] = head.split(' ');
      const [newHead = '', newFields = ''] = now.surfaces[to]!.split(': ');
      if (`${mode} ${currentEntity.get(entity) ?? entity}`.trim() !== newHead) return 0;
      return 0.5 + shared(fields, newFields) * 0.4 + shared(from, to) * 0.1;
    },
  ).map(({ from, to }) => ({ kind: 'surface', from, to }));
}

/** Pairs removed and added names, the most alike first; half alike is the least. */
function pairBest(
  removed: readonly string[],
  added: readonly string[],
  likenessOf: (from: string, to: string) => number,
): { from: string; to: string }[] {
  const pairs = removed.flatMap((from) => added.map((to) => ({ from, to, likeness: likenessOf(from, to) })));
  pairs.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  const chosen: { from: string; to: string }[] = [];
  for (const { from, to, likeness: value } of pairs) {
    if (value < 0.5 || taken.has(`- ${from}`) || taken.has(`+ ${to}`)) continue;
    taken.add(`- ${from}`).add(`+ ${to}`);
    chosen.push({ from, to });
  }
  return chosen.sort((a, b) => added.indexOf(a.to) - added.indexOf(b.to));
}

/**
 * Writes a rename into the text of the file that declares it: ` was Old` before the colon of an entity or surface,
 * ` was=old` behind a field. `place` is that of the declaration or field in the AppSpec. All else stays as it is.
 */
export function writeWas(text: string, place: Place, rename: Pick<Rename, 'kind' | 'from'>): string {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = mark + offsetOf(text.slice(mark), place);
  const end = endOfHead(text, start, rename.kind === 'field');
  const head = text.slice(start, end);
  const written = rename.kind === 'field' ? `was=${rename.from}` : `was ${rename.from}`;
  const old = /\bwas(\s*=\s*|\s+)[A-Za-z_][A-Za-z0-9_]*$/.exec(head.trimEnd());
  const kept = (old === null ? head : head.slice(0, old.index)).trimEnd();
  return `${text.slice(0, start)}${kept} ${written}${text.slice(end)}`;
}

function offsetOf(text: string, place: Place): number {
  const lines = /\r\n|\n|\r/g;
  let start = 0;
  for (let line = 1; line < place.line; line++) {
    if (lines.exec(text) === null) return text.length;
    start = lines.lastIndex;
  }
  return start + place.column - 1;
}

/** The end of the words from `start` on: before the colon of a head, or before a comment or the end of a field's line. */
function endOfHead(text: string, start: number, isField: boolean): number {
  const words = /"""[^]*?"""|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[^]/g;
  words.lastIndex = start;
  let depth = 0;
  let last = start;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [word] = match;
    if (word === '(' || word === '[') depth++;
    else if (word === ')' || word === ']') depth--;
    if (depth <= 0 && (word === '\n' || word === '\r' || word === '#' || (word === ':' && !isField))) break;
    if (word.trim() !== '') last = match.index + word.length;
  }
  return last;
}
