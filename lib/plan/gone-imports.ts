import { posix } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listDefinitions } from './code/list-definitions.ts';
import { hasImports, listImports, listUnbound } from './code/list-imports.ts';
import type { ProjectImport } from './code/list-imports.ts';
import { readText } from './merge-file.ts';
import { readDisk } from './read-disk.ts';
import { sayPlaces } from './say-places.ts';
import type { Change, ChangeKind, Plan } from './types.ts';

/**
 * Warns of edited files that still import what is gone (DZL416): a file that is deleted, or a definition that a file no
 * longer has. In a file with a conflict, what an earlier build took away is looked for too.
 *
 * @param changes every path that is decided, with the conflicts settled
 */
export function reportGoneImports(
  plan: Pick<Plan, 'projectDir' | 'baseline' | 'conflicts'>,
  changes: readonly Change[],
): Diagnostic[] {
  const isIdle = plan.conflicts.length === 0 && changes.every(({ kind }) => idleKinds.has(kind));
  if (isIdle) return [];
  const sides = new Sides(plan, changes);
  const places = new Map<string, Set<string>>();
  for (const reader of sides.readers()) {
    for (const { from, name, line } of listGone(reader, sides)) {
      const what = sides.after(from) === null || name === null ? from : `"${name}" of ${from}`;
      const known = places.get(what);
      if (known === undefined) places.set(what, new Set([`${reader.path}:${line}`]));
      else known.add(`${reader.path}:${line}`);
    }
  }
  return [...places]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, lines]) => warn(what, [...lines]));
}

/** Kinds of changes that take nothing away. */
const idleKinds: ReadonlySet<ChangeKind> = new Set(['create', 'identical', 'kept']);

/** A file that the user edited. */
interface Reader {
  readonly path: string;
  readonly base: string;
  readonly text: string;
  /** This plan has a conflict in it, settled since or not. */
  readonly isContested: boolean;
}

/** What the imports of one file need and do not find. */
function listGone(reader: Reader, sides: Sides): Pick<ProjectImport, 'from' | 'name' | 'line'>[] {
  const { path, base, text, isContested } = reader;
  const files = { has: (file: string) => sides.isKnown(file) || (isContested && sides.isMissing(file)) };
  const known = listImports(path, base, files);
  const isGone = ({ from, name }: Pick<ProjectImport, 'from' | 'name'>): boolean => {
    if (from === path) return false;
    const after = sides.after(from);
    if (after === null) return isContested || sides.before(from) !== null;
    if (name === null || after === undefined || sides.defines(after, name)) return false;
    const wasTheirs = isContested && known.some((each) => each.from === from && each.name === name);
    return sides.defines(sides.before(from) ?? '', name) || (wasTheirs && !says(after, name));
  };
  const imports = listImports(path, text, files);
  const bound = new Set(imports.map(({ alias }) => alias));
  const unbound = known.filter((each) => each.alias !== null && !bound.has(each.alias) && isGone(each));
  return [
    ...imports.filter(isGone),
    ...unbound.flatMap(({ from, name, alias }) =>
      listUnbound(path, text, alias!).map((line) => ({ from, name, line })),
    ),
  ];
}

/** The texts of a project before its changes and after them. */
class Sides {
  private readonly changed: ReadonlyMap<string, Change>;
  /** Former paths of files that move. */
  private readonly moved: ReadonlyMap<string, Change>;
  private readonly found = new Map<string, string | null>();
  private readonly definitions = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly plan: Pick<Plan, 'projectDir' | 'baseline' | 'conflicts'>,
    private readonly changes: readonly Change[],
  ) {
    this.changed = new Map(changes.map((change) => [change.path, change]));
    this.moved = new Map(
      changes.flatMap((change) => (change.from === undefined ? [] : [[change.from, change]])),
    );
  }

  /** The files that the user edited, in the folders that the changes are in. */
  *readers(): Generator<Reader> {
    const { conflicts, baseline } = this.plan;
    const contested = new Set(
      conflicts.flatMap(({ change }) => (change.why === 'foreign' ? [] : [change.path])),
    );
    for (const { path, kind, why, base, after } of this.changes) {
      const isContested = contested.has(path);
      if (!hasImports(path) || !(isContested || kind === 'merge' || why === 'edited')) continue;
      yield { path, base: readText(base), text: readText(after), isContested };
    }
    const folders = new Set(this.changes.map(({ path }) => baseline.entries.get(path)?.outputDir));
    for (const { path, outputDir, base } of baseline.entries.values()) {
      const isDecided = this.changed.has(path) || this.moved.has(path);
      if (isDecided || !folders.has(outputDir) || !hasImports(path)) continue;
      const [was, text] = [readText(base.contents), this.read(path)];
      if (text !== null && text !== was) yield { path, base: was, text, isContested: false };
    }
  }

  /** Claims that dazzle wrote a file, or that one is there. */
  isKnown(path: string): boolean {
    return this.plan.baseline.entries.has(path) || this.changed.has(path) || this.read(path) !== null;
  }

  /** Claims that an import can only mean a file that is not there. */
  isMissing(path: string): boolean {
    if (!path.endsWith('.py')) return /\.(?:[cm]?js|json)$/.test(path);
    const name = posix.basename(path, '.py');
    const folder = this.after(`${posix.dirname(path)}/__init__.py`);
    if (name === '__init__' || typeof folder !== 'string' || this.isKnown(`${path.slice(0, -3)}/__init__.py`))
      return false;
    return !says(folder, name) && !/\bimport\s*\*/.test(folder);
  }

  /** The text that a file had, null for none; of a file that moves, by either path. */
  before(path: string): string | null {
    const change = this.changed.get(path) ?? this.moved.get(path);
    if (change === undefined) return this.read(path);
    return change.disk && readText(change.disk);
  }

  /** The text that a file comes to, null for none; undefined where that is not known. */
  after(path: string): string | null | undefined {
    const change = this.changed.get(path);
    if (change === undefined) return this.moved.has(path) ? null : this.read(path);
    return change.after && readText(change.after);
  }

  /** Claims that a text defines a name for others. */
  defines(text: string, name: string): boolean {
    let names = this.definitions.get(text);
    if (names === undefined) this.definitions.set(text, (names = listDefinitions([text])));
    return names.has(name);
  }

  private read(path: string): string | null {
    let text = this.found.get(path);
    if (text !== undefined) return text;
    const file = readDisk(this.plan.projectDir, [path], () => true).get(path);
    text = file?.kind === 'file' ? readText(file.contents) : null;
    this.found.set(path, text);
    return text;
  }
}

/** Claims that a text has a name anywhere: it may define it in a way that `listDefinitions` does not know. */
function says(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

function warn(what: string, places: readonly string[]): Diagnostic {
  return diagnose('DZL416', {
    ...sayPlaces(places, (list) => `${what} is gone, and files that you edited still import it: ${list}`),
    fix: 'take out the lines that need it, or write what they need yourself; until then that code does not start',
  });
}
