import type { Place } from '../diagnostics/diagnostic.ts';

const file = 'dazzle.toml';

/** Where the parts of a `dazzle.toml` stand in its text. */
export interface KeyPlaces {
  /** The place of a key or table; of its nearest table that is written out where it is not found. */
  keyPlace(path: readonly string[]): Place;
  /** The place of a key's value; with `item`, of that text in a list. */
  valuePlace(path: readonly string[], item?: string): Place;
}

interface Mark {
  readonly path: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** Where the value begins; null for a table's head. */
  readonly value: number | null;
}

const bareOrQuoted = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+))\s*(\.)?/y;

/** Finds the keys of a well-formed TOML text by its lines; enough for messages, not a parser. */
export function locateKeys(text: string): KeyPlaces {
  const lines = text.split(/\r\n|\n/);
  const marks: Mark[] = [];
  let table: readonly string[] = [];
  lines.forEach((source, index) => {
    const head = /^\s*\[{1,2}/.exec(source);
    const start = head === null ? source.length - source.trimStart().length : head[0].length;
    const key = readKey(source, start);
    if (key === undefined) return;
    const here = { line: index + 1, column: start + 1, endColumn: key.end + 1 };
    if (head !== null && source[key.next] === ']') {
      table = key.path;
      marks.push({ path: table, ...here, value: null });
    } else if (head === null && source[key.next] === '=') {
      const after = source.slice(key.next + 1);
      const value = key.next + 1 + after.length - after.trimStart().length;
      marks.push({ path: [...table, ...key.path], ...here, value });
    }
  });

  function find(path: readonly string[]): Mark | undefined {
    return (
      marks.find((mark) => isSame(mark.path, path)) ??
      marks.find(
        (mark) =>
          mark.value === null &&
          mark.path.length > path.length &&
          isSame(mark.path.slice(0, path.length), path),
      )
    );
  }

  function keyPlace(path: readonly string[]): Place {
    for (let length = path.length; length > 0; length--) {
      const mark = find(path.slice(0, length));
      if (mark === undefined) continue;
      return (
        inside(mark, path.slice(length)) ?? {
          file,
          line: mark.line,
          column: mark.column,
          endLine: mark.line,
          endColumn: mark.endColumn,
        }
      );
    }
    return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  }

  /** The last key of `rest` in the inline table that follows. */
  function inside(mark: Mark, rest: readonly string[]): Place | undefined {
    if (mark.value === null || rest.length === 0) return undefined;
    const at = lines[mark.line - 1]!.indexOf(rest.at(-1)!, mark.value);
    if (at < 0) return undefined;
    return {
      file,
      line: mark.line,
      column: at + 1,
      endLine: mark.line,
      endColumn: at + 1 + rest.at(-1)!.length,
    };
  }

  function valuePlace(path: readonly string[], item?: string): Place {
    const mark = find(path);
    if (mark === undefined || mark.value === null) return keyPlace(path);
    if (item !== undefined) {
      for (let line = mark.line; line <= lines.length; line++) {
        const from = line === mark.line ? mark.value : 0;
        const at = [`"${item}"`, `'${item}'`]
          .map((quoted) => lines[line - 1]!.indexOf(quoted, from))
          .find((found) => found >= 0);
        if (at !== undefined)
          return { file, line, column: at + 1, endLine: line, endColumn: at + 3 + item.length };
        if (line > mark.line && marks.some((other) => other.line === line)) break;
      }
    }
    const source = lines[mark.line - 1]!;
    const end = source.replace(/\s*(?:#[^"']*)?$/, '').length;
    return {
      file,
      line: mark.line,
      column: mark.value + 1,
      endLine: mark.line,
      endColumn: Math.max(end, mark.value + 1) + 1,
    };
  }

  return { keyPlace, valuePlace };
}

function readKey(source: string, start: number): { path: string[]; end: number; next: number } | undefined {
  const path: string[] = [];
  let next = start;
  for (;;) {
    bareOrQuoted.lastIndex = next;
    const match = bareOrQuoted.exec(source);
    if (match === null) return undefined;
    path.push(match[1] ?? match[2] ?? match[3]!);
    next = bareOrQuoted.lastIndex;
    if (match[4] === undefined)
      return { path, end: next - (match[0].length - match[0].trimEnd().length), next };
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
