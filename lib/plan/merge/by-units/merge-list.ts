import { expressionText, tokenSeparator } from '../../code/expression.ts';
import type { Expression, ListItem } from '../../code/expression.ts';
import { matchLines } from '../../lines/match-lines.ts';
import { signsOf } from '../../lines/match-reflowed.ts';
import { printText, shareOfTokens } from '../outlines/unit.ts';
import { alignUnits } from './align-units.ts';
import { dressQuotes } from './dress-texts.ts';

type MergeExpressions = (base: Expression, mine: Expression, next: Expression) => string | undefined;

/** Lists whose elements mean something by their place. */
const positional = new Set(['argument_list', 'arguments', 'parameters', 'formal_parameters']);

/** An element with the text around it: comments above it, a comment after it on its line. */
interface Entry {
  readonly key: string;
  readonly named: boolean;
  /** Its words and signs. */
  readonly print: string;
  readonly expression: Expression;
  readonly lead: string;
  readonly trail: string;
}

/** A list read into its parts. */
interface ListText {
  /** The opening bracket and what follows it on its line. */
  readonly open: string;
  readonly entries: readonly Entry[];
  readonly trailingComma: boolean;
  /** Comments after the last element, indentation and the closing bracket. */
  readonly close: string;
  readonly manyLines: boolean;
}

/** Merges three versions of a list by element; undefined where both sides changed the same element. */
export function mergeList(
  base: Expression,
  mine: Expression,
  next: Expression,
  mergeExpressions: MergeExpressions,
): string | undefined {
  const [b, m, n] = [readList(base), readList(mine), readList(next)];
  if (!b || !m || !n) return undefined;
  const own = keepKeys(b.entries, m.entries);
  const alignment = alignUnits(b.entries, own, n.entries, positional.has(base.type));
  if (!alignment) return undefined;
  const layout = n.manyLines && !m.manyLines && (!b.manyLines || m.entries.length === 0) ? n : m;
  const open = pickText(b.open, m.open, n.open, layout.open);
  const close = pickText(b.close, m.close, n.close, layout.close);
  if (open === undefined || close === undefined) return undefined;

  const pieces: { lead: string; body: string; trail: string }[] = [];
  for (const key of alignment.order) {
    const [inBase, inMine, inNext] = [
      alignment.base.get(key),
      alignment.mine.get(key),
      alignment.next.get(key),
    ];
    const side = inMine ?? inNext;
    if (!side) continue;
    if (inMine && inNext && (inBase || isSameEntry(inMine, inNext))) {
      const body = inBase
        ? mergeExpressions(inBase.expression, inMine.expression, inNext.expression)
        : expressionText(inMine.expression);
      const original = inBase ?? inMine;
      const own = layout === m ? inMine : inNext;
      const lead = pickText(original.lead, inMine.lead, inNext.lead, own.lead);
      const trail = pickText(original.trail, inMine.trail, inNext.trail, own.trail);
      if (body === undefined || lead === undefined || trail === undefined) return undefined;
      pieces.push({ lead, body, trail });
    } else if (inMine && inNext) {
      return undefined;
    } else if (inBase) {
      if (!isSameEntry(inBase, side)) return undefined;
    } else {
      const from = inMine ? m : n;
      const around = from.manyLines === layout.manyLines ? side : plainAround(layout, pieces.length === 0);
      const text = expressionText(side.expression);
      const body = inMine ? text : dressQuotes(text, expressionText(base), expressionText(mine));
      pieces.push({ lead: around.lead, body, trail: around.trail });
    }
  }
  return writeList(open, pieces, close, layout);
}

/** The user's entries; a call of which the user changed the part that names it keeps the key that it had. */
function keepKeys(base: readonly Entry[], side: readonly Entry[]): readonly Entry[] {
  const [inBase, inSide] = [base, side].map((entries) => entries.map(({ key }) => key)) as [
    string[],
    string[],
  ];
  const renamed = new Map<Entry, string>();
  let [fromBase, fromSide] = [0, 0];
  for (const [atBase, atSide, length] of [
    ...matchLines(inBase, inSide),
    [base.length, side.length, 0] as const,
  ]) {
    const [left, ...more] = base.slice(fromBase, atBase).filter(({ key }) => !inSide.includes(key));
    const [added, ...others] = side.slice(fromSide, atSide).filter(({ key }) => !inBase.includes(key));
    const isOne = left !== undefined && added !== undefined && more.length + others.length === 0;
    if (isOne && /^call/.test(left.key) && isLike(left, added)) renamed.set(added, left.key);
    [fromBase, fromSide] = [atBase + length, atSide + length];
  }
  return side.map((entry) => {
    const key = renamed.get(entry);
    return key === undefined ? entry : { ...entry, key, named: true };
  });
}

function isLike(one: Entry, other: Entry): boolean {
  return shareOfTokens(one.expression.print, other.expression.print) > 0.5;
}

function writeList(
  open: string,
  pieces: readonly { lead: string; body: string; trail: string }[],
  close: string,
  layout: ListText,
): string {
  let text = open;
  // The closing bracket stands behind the last element, on its line.
  const isHanging = layout.manyLines && layout.entries.at(-1)?.trail === '';
  pieces.forEach(({ lead, body, trail }, index) => {
    const last = index === pieces.length - 1;
    const comma = !last || (layout.trailingComma && layout.entries.length > 0);
    let before = lead;
    if (!layout.manyLines) before = index === 0 ? (lead.trim() === '' ? '' : lead) : lead === '' ? ' ' : lead;
    if (index === 0 && !layout.manyLines && layout.entries.length > 0) before = layout.entries[0]!.lead;
    let after = trail;
    if (last && isHanging && trail.trim() === '') after = '';
    else if (layout.manyLines && trail === '' && (!last || /^\s*[\])}]/.test(close))) after = '\n';
    text += before + body + (comma ? ',' : '') + after;
  });
  return text + close;
}

/** What surrounds an element that comes from a list laid out the other way. */
function plainAround(layout: ListText, first: boolean): { lead: string; trail: string } {
  if (!layout.manyLines) return { lead: first ? '' : ' ', trail: '' };
  const indent = /[ \t]*$/.exec(layout.entries[0]?.lead ?? '')?.[0] ?? '';
  return { lead: indent, trail: '\n' };
}

function isSameEntry(one: Entry, other: Entry): boolean {
  return (
    one.expression.print === other.expression.print &&
    printText(one.lead) === printText(other.lead) &&
    printText(one.trail) === printText(other.trail)
  );
}

/** The text of the side that changed more than its layout; undefined where both did. */
function pickText(base: string, mine: string, next: string, layout: string): string | undefined {
  const [b, m, n] = [printText(base), printText(mine), printText(next)];
  if (m === n) return printText(layout) === m ? layout : mine;
  if (b === n) return mine;
  return b === m ? next : undefined;
}

/** Reads a list into entries with what surrounds them; undefined where the text does not look like one. */
function readList(list: Expression): ListText | undefined {
  const items = list.items!;
  const { source } = list;
  const bracketed = /^[[({]/.test(source.slice(list.start, list.start + 1));
  const inner = bracketed ? list.start + 1 : list.start;
  const end = bracketed ? list.end - 1 : list.end;
  if (items.length === 0) {
    return {
      open: source.slice(list.start, inner),
      entries: [],
      trailingComma: false,
      close: source.slice(inner, list.end).replace(/^\s+(?=[\])}]$)/, ''),
      manyLines: false,
    };
  }
  const beforeFirst = splitAfterLine(source.slice(inner, items[0]!.expression.start));
  const gaps = items.map((item, index) =>
    readGap(source.slice(item.expression.end, items[index + 1]?.expression.start ?? end)),
  );
  if (gaps.some((gap, index) => !gap || (index < items.length - 1 && !gap.comma))) return undefined;
  const entries = items.map((item: ListItem, index): Entry => ({
    ...item,
    print: signsOf(expressionText(item.expression)).join(tokenSeparator),
    lead: index === 0 ? beforeFirst.rest : gaps[index - 1]!.rest,
    trail: gaps[index]!.line,
  }));
  const last = gaps.at(-1)!;
  return {
    open: source.slice(list.start, inner) + beforeFirst.line,
    entries,
    trailingComma: last.comma,
    close: last.rest + source.slice(end, list.end),
    manyLines: beforeFirst.line.includes('\n') || gaps.slice(0, -1).some((gap) => gap!.line.includes('\n')),
  };
}

/** Splits what lies between two elements: the comma, the rest of its line, and the lines below. */
function readGap(gap: string): { comma: boolean; line: string; rest: string } | undefined {
  const found = /^([ \t]*)(,?)/.exec(gap)!;
  const comma = found[2] === ',';
  const after = comma ? gap.slice(found[0].length) : gap;
  const { line, rest } = splitAfterLine(after);
  if (!comma && /^\s*,/m.test(after)) return undefined;
  return { comma, line, rest };
}

function splitAfterLine(text: string): { line: string; rest: string } {
  const end = text.indexOf('\n');
  const line = text.slice(0, end + 1);
  return { line, rest: text.slice(end + 1) };
}
