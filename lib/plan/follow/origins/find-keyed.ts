import { groupBy } from '../../group-by.ts';
import type { TakenOut } from './taken-out.ts';

/** A line of a list, an object or a body that is known by its first name: `price: 1`, `price = 1`, `"-price",`. */
const keyed = /^(\s*(?:- )?(["'`]?)[-+]?)([A-Za-z_$][\w$]*)\2\s*(?:[:=](?!=)|,?\s*(?:$|#|\/[/*]))/;

interface KeyedLine {
  readonly row: number;
  readonly at: number;
}

/**
 * Finds lines of the base that the user moved within the same list or body and changed but for their key: both lines have
 * the key, and no other line there does.
 *
 * @param lines the line of the base that each of the user's is, or null
 * @param gone the lines of the base that are not there any more
 * @param own the user's lines that may be one of them
 */
export function findKeyed(
  [base, mine]: readonly [readonly string[], readonly string[]],
  lines: readonly (number | null)[],
  gone: readonly number[],
  own: readonly number[],
): TakenOut[] {
  const old = groupKeyed(base, gone, (row) => row);
  const now = groupKeyed(mine, own, (row) => lines[row]);
  return [...now].flatMap(([key, [one, ...others]]) => {
    const [from, ...more] = old.get(key) ?? [];
    if (from === undefined || others.length + more.length > 0) return [];
    return [{ row: from.row, inMine: one!.row, columns: [[one!.at, from.at]] as const }];
  });
}

/** Lines by their key and what they stand in; those that stand in something of the user's are left out. */
function groupKeyed(
  lines: readonly string[],
  rows: readonly number[],
  originOf: (row: number) => number | null | undefined,
): Map<string, KeyedLine[]> {
  const heads = rows.length === 0 ? [] : findHeads(lines);
  const found = rows.flatMap((row): (KeyedLine & { readonly key: string })[] => {
    const [, before, , name] = keyed.exec(lines[row]!) ?? [];
    const head = heads[row]!;
    const origin = head < 0 ? head : originOf(head);
    if (before === undefined || origin === null || origin === undefined) return [];
    return [{ row, at: before.length, key: `${origin} ${name!}` }];
  });
  return groupBy(found, ({ key }) => key);
}

/** The line that each line stands in: the next one above that is indented less, or the title of a table; -1 where none is. */
function findHeads(lines: readonly string[]): number[] {
  let open: { readonly indent: number; readonly row: number }[] = [];
  return lines.map((line, row) => {
    if (line.trim() === '') return -1;
    const indent = /^\s*/.exec(line)![0].length;
    open = open.filter((head) => head.indent < indent);
    const head = open.at(-1)?.row ?? -1;
    if (/^\[[^\]]+\]\s*$/.test(line)) open = [{ indent: -1, row }];
    else open.push({ indent, row });
    return head;
  });
}
