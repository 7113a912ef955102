import { listDefinitions } from './code/list-definitions.ts';
import type { NameUse } from './code/name-use.ts';
import { findOwnDefinitions } from './code/own-definitions.ts';
import type { GoneName } from './gone-names.ts';
import { lineStarts, rowOf } from './lines/line-starts.ts';
import { matchLines } from './lines/match-lines.ts';
import { linesOf } from './lines/text-style.ts';
import type { Mentions } from './match-gone.ts';

/** The versions of a file that the user edited. */
interface EditedSides {
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  /** The text after the build. */
  readonly after: string;
}

/** A place of a name in a line that only the user wrote. */
export interface OwnUse {
  readonly use: NameUse;
  /** From 1. */
  readonly row: number;
  readonly line: string;
  /** The statement at the margin that it is in; in a page, the line. */
  readonly block: string;
}

/** What lines that only the user wrote say and define in one file. */
export class EditedFile {
  readonly path: string;
  readonly uses: readonly OwnUse[];
  private readonly bindings: ReadonlySet<string>;
  private readonly before: ReadonlySet<string>;

  constructor(
    sides: EditedSides,
    uses: readonly NameUse[],
    /** The entity that the file is made for, by its old name. */
    readonly subject: string | null,
  ) {
    const { path, base, after } = sides;
    this.path = path;
    const lines = linesOf(after);
    const own = findOwnRows(sides);
    const isPage = /\.(?:html?|ejs)$/.test(path);
    const blocks = isPage ? lines : cutBlocks(lines);
    const starts = lineStarts(after);
    this.uses = uses.flatMap((use) => {
      const row = rowOf(starts, use.at);
      return own.has(row) ? [{ use, row: row + 1, line: lines[row]!, block: blocks[row]! }] : [];
    });
    this.bindings = listBindings(after);
    this.before = listDefinitions([base]);
  }

  /** Claims that the user gives an entity's class a field or a method of its own that is called so. */
  defines({ kind, word, entity }: GoneName): boolean {
    const head = new RegExp(`^(?:export )?class ${entity}\\b`, 'm');
    return (
      kind === 'field' &&
      this.uses.some(({ use, block }) => use.kind === 'definition' && use.text === word && head.test(block))
    );
  }

  /** Claims that a use means what the user defines in the same statement; in JavaScript, in the same file. */
  isOwn({ use: { kind, text }, block }: OwnUse, word: string): boolean {
    const isScript = /\.[cm]?js$/.test(this.path);
    if (kind === 'bare') return this.bindings.has(text) || !this.before.has(text);
    return this.uses.some(({ use, block: around }) => {
      if (use.text !== word || (!isScript && around !== block)) return false;
      return use.kind === 'definition' || (use.kind === 'assigned' && kind === 'member');
    });
  }

  /**
   * Claims that a use is about an entity: the file is made for it, the line names it, or the statement does and names none
   * of the entities that still have such a name.
   */
  isAbout(
    { line, block }: OwnUse,
    { entity, others }: GoneName,
    mention: (entity: string) => Mentions,
  ): boolean {
    if (this.subject === entity || mention(entity!)(line)) return true;
    return mention(entity!)(block) && !others.some((other) => mention(other)(block));
  }
}

/** The rows of the text after the build, from 0, that are neither in the base nor in the next version. */
function findOwnRows({ base, mine, next, after }: EditedSides): Set<number> {
  const [inBase, inMine, inNext, inAfter] = [base, mine, next, after].map(linesOf) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const copies = findOwnDefinitions(inBase, inMine);
  const theirs = new Set<number>();
  for (const [, at, length] of matchLines(inBase, inMine))
    for (let row = at; row < at + length; row++) if (!copies.has(row)) theirs.add(row);
  const own = new Set(inAfter.keys());
  const isCopy = new Set<number>();
  for (const [from, at, length] of matchLines(inMine, inAfter)) {
    for (let row = 0; row < length; row++) {
      if (theirs.has(from + row)) own.delete(at + row);
      else if (copies.has(from + row)) isCopy.add(at + row);
    }
  }
  for (const [, at, length] of matchLines(inNext, inAfter))
    for (let row = at; row < at + length; row++) if (!isCopy.has(row)) own.delete(row);
  return own;
}

/** The statement at the margin that each line is in, with its decorators. */
function cutBlocks(lines: readonly string[]): string[] {
  const firsts: number[] = [];
  for (const [row, line] of lines.entries()) {
    const before = firsts.at(-1);
    const goesOn = before === undefined ? false : lines[before]!.startsWith('@');
    const isDecorated = goesOn && lines.slice(before, row).every((each) => /^(?:@|\s|[\])}])/.test(each));
    if (row === 0 || (/^[^\s\])}]/.test(line) && !isDecorated)) firsts.push(row);
  }
  return firsts.flatMap((first, index) => {
    const rows = lines.slice(first, firsts[index + 1]);
    const block = rows.join('\n');
    return rows.map(() => block);
  });
}

/** The names that a text of Python defines at its margin or imports. */
function listBindings(text: string): Set<string> {
  const imports = [...text.matchAll(/^[ \t]*(?:from[ \t]+\S+[ \t]+)?import[ \t]+(\([^()]*\)|[^\n(]*)/gm)];
  return new Set([...listDefinitions([text]), ...imports.flatMap(([, list]) => list!.match(/\w+/g) ?? [])]);
}
