import type { NameSyntax, Span } from './ast.ts';
import { type Reader, quote } from './reader.ts';
import * as t from './tokens.ts';

/** The lines of a block as read. */
export interface BlockParts<Item> {
  readonly items: Item[];
  readonly head: Span;
  readonly span: Span;
  readonly broken: boolean;
}

/** Reads the line at the cursor, or the block that it opens; null where nothing of it was understood. */
export type ReadItem<Item> = (reader: Reader) => Item | null;

/** Reads the `:` that ends a head, and then the lines of its block by `readItem`, as parts of `kind name`; `readBehindColon` reads what may follow the `:`. */
export function readBlock<Item>(
  reader: Reader,
  kind: string,
  name: NameSyntax | string,
  readItem: ReadItem<Item>,
  readBehindColon?: (reader: Reader) => boolean,
): BlockParts<Item> {
  const first = reader.scanned.firsts[reader.line]!;
  const before = reader.losses;
  const outer = reader.subject;
  reader.subject = { kind, name: typeof name === 'string' ? name : name.text, outer };
  const hasContent = readHeadEnd(reader, readBehindColon);
  const head = { start: reader.starts[first]!, end: reader.ends[reader.end - 1]! };
  const items = readBody(reader, head, hasContent || reader.losses > before, readItem);
  reader.subject = outer;
  return {
    items,
    head,
    span: { start: head.start, end: Math.max(head.end, reader.ends[reader.end - 1]!) },
    broken: reader.losses > before,
  };
}

/** Reads the lines under the head on the current line, however many there are. */
function readBody<Item>(reader: Reader, head: Span, mayBeEmpty: boolean, readItem: ReadItem<Item>): Item[] {
  const headIndent = reader.scanned.indents[reader.line]!;
  const items: Item[] = [];
  const indent = reader.scanned.indents[reader.next] ?? 0;
  if (indent <= headIndent) {
    if (!mayBeEmpty) {
      reader.report(
        'DZL103',
        head,
        `${reader.nameSubject()} is empty`,
        'write its lines beneath, indented deeper, or remove it',
      );
    }
    return items;
  }
  readLines(reader, headIndent, indent, items, readItem);
  return items;
}

/** Reads lines that are indented deeper than `headIndent` and ought to be indented by `indent`. */
export function readLines<Item>(
  reader: Reader,
  headIndent: number,
  indent: number,
  items: Item[],
  readItem: ReadItem<Item>,
): void {
  const { indents, tabbed } = reader.scanned;
  let uneven = -1;
  while (reader.next < indents.length && indents[reader.next]! > headIndent) {
    const line = reader.next;
    reader.openLine(line);
    const width = indents[line]!;
    if (width === indent || tabbed.has(line)) uneven = -1;
    else if (width !== uneven) {
      uneven = width;
      reportUneven(reader, width, indent);
    }
    const item = readItem(reader);
    if (item !== null) items.push(item);
    if (reader.next === line + 1) closeLine(reader);
  }
}

/** Leaves out the lines beneath the current one that are indented deeper. */
export function skipBody(reader: Reader): void {
  const { indents, ends } = reader.scanned;
  const indent = indents[reader.line]!;
  const from = reader.next;
  let next = from;
  while (next < indents.length && indents[next]! > indent) next++;
  if (next > from) {
    const end = reader.ends[ends[next - 1]! - 1]!;
    reader.skipped.push({ start: reader.ends[reader.end - 1]!, end });
  }
  reader.next = next;
  reader.leaveLine();
}

function closeLine(reader: Reader): void {
  const { indents } = reader.scanned;
  const hasBody = (indents[reader.next] ?? 0) > indents[reader.line]!;
  const endsInColon = reader.kinds[reader.end - 1] === t.COLON;
  if (reader.at < reader.end) {
    if (hasBody && endsInColon && reader.at === reader.end - 1) {
      reader.report(
        'DZL122',
        reader.spanOf(reader.at),
        `${quote(reader.textOf(reader.at - 1))} opens no block${reader.describeSubject()}`,
        'remove the ":" and the lines beneath',
      );
    } else reader.reportLeftover();
  }
  if (hasBody && endsInColon) skipBody(reader);
}

/** Reads the `:` at the end of a head, and reports what is missing there or too much; true where the head has content. */
function readHeadEnd(reader: Reader, readBehindColon?: (reader: Reader) => boolean): boolean {
  const last = reader.end - 1;
  if (reader.at > last) {
    if (reader.kinds[last] === t.COLON) return false;
    const end = reader.ends[last]!;
    reader.report(
      'DZL121',
      { start: end, end: end + 1 },
      `":" is missing after ${quote(reader.textOf(last))}${reader.describeSubject()}`,
      'end the line with ":"',
    );
    return false;
  }
  let hasContent = false;
  if (reader.kinds[reader.at] === t.COLON) {
    reader.at++;
    hasContent = readBehindColon?.(reader) ?? false;
    if (reader.at < reader.end) {
      const span = { start: reader.starts[reader.at]!, end: reader.ends[last]! };
      reader.report(
        'DZL123',
        span,
        `${quote(reader.text.slice(span.start, span.end))} stands behind the ":"${reader.describeSubject()}`,
        'put it on a line of its own beneath, indented deeper',
      );
    }
  } else reader.reportLeftover();
  reader.leaveLine();
  return hasContent;
}

function reportUneven(reader: Reader, width: number, indent: number): void {
  const start = reader.starts[reader.at]!;
  const first = reader.textOf(reader.at);
  reader.report(
    'DZL102',
    { start, end: reader.ends[reader.at]! },
    `${quote(first)} is indented by ${countSpaces(width)}, and the lines of its block by ${countSpaces(indent)}` +
      reader.describeSubject(),
    indent === 0 ? 'start it at the left margin' : `indent it by ${countSpaces(indent)}`,
  );
}

function countSpaces(width: number): string {
  return width === 1 ? '1 space' : `${width} spaces`;
}
