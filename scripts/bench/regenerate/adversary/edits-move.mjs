import { findExact, putAt, removeFrom, unknown } from './edits-place.mjs';
import { findItem, keyOf } from './locate.mjs';
import { indentLines, regionOf, unindent } from './lines.mjs';

/** Moves an item to another place of its list. */
export const move = {
  name: 'move',
  lists: ({ list }) =>
    list.items.length > 2 && !/^(call|names|declarations|lines|requirements|yaml|toml)$/.test(list.context),
  plan({ random, file, place }) {
    const { list, path } = place;
    const item = random.pick(list.items);
    const at = list.items.indexOf(item);
    const spot = random.below(list.items.length + 1);
    if (/^Import/.test(item.type) || spot === at || spot === at + 1) return undefined;
    const [before, after] = [list.items[spot - 1], list.items[spot]];
    const isFree = [item, before, after].every((one) => !one || regionOf(file.text, one, file.language));
    if (list.kind === 'lines' && !isFree) return undefined;
    if (after && (/^Import/.test(after.type) || after.type === 'Expr')) return undefined;
    const key = (one) => one && keyOf(one, list);
    const edit = {
      path,
      isDestructive: false,
      key: key(item),
      before: key(before),
      after: key(after),
      order: list.items.map(({ canon }) => canon),
    };
    // Two neighbours that change places: nobody sees which of them moved.
    if (spot === at + 2)
      edit.other = {
        key: key(after === undefined ? before : list.items[at + 1]),
        before: key(list.items[at - 1]),
        after: edit.key,
      };
    if (spot === at - 1)
      edit.other = { key: key(list.items[at - 1]), before: edit.key, after: key(list.items[at + 1]) };
    return edit;
  },
  apply(file, edit, same) {
    const one = moveOne(file, edit, edit, same);
    if (!one.texts || !edit.other) return one;
    const other = moveOne(file, { ...edit, key: edit.other.key }, edit.other, same);
    return { ...one, texts: [...one.texts, ...(other.texts ?? [])] };
  },
};

function moveOne(file, edit, to, same) {
  const { answer, list, item } = findExact(file, edit, same);
  if (answer) return answer;
  const region = list.kind === 'lines' && regionOf(file.text, item, file.language);
  if (list.kind === 'lines' && !region) return unknown;
  const code = region
    ? unindent(file.text.slice(region.start, region.end).trimEnd(), region.indent)
    : file.text.slice(item.start, item.end);
  const [before, after] = [to.before, to.after].map((key) => key && findItem(list, key, same)?.item);
  if (before === item || after === item || (!before && !after)) return unknown;
  const ends = [to.before ? undefined : 0, to.after ? undefined : list.items.length];
  const texts = [before && list.items.indexOf(before) + 1, after && list.items.indexOf(after), ...ends]
    .filter((spot) => spot !== undefined)
    .map((spot) => moveText(file, list, item, spot, code))
    .filter((text) => text !== undefined);
  if (texts.length === 0) return unknown;
  if (holdsMove(list, edit, to, same)) texts.push(file.text);
  const mayAsk = (to.before && !before) || (to.after && !after) || isReordered(list, edit, same);
  return { texts, mayAsk };
}

/** Whether the item stands in the new version where the move puts it among those that it passed. */
function holdsMove(list, { order }, to, same) {
  const at = (canon) => list.items.findIndex((item) => same(item.canon, canon));
  const [from, spot] = [
    order.indexOf(to.key?.canon),
    to.after ? order.indexOf(to.after.canon) : order.length,
  ];
  if (from < 0 || spot < 0) return false;
  const own = at(order[from]);
  const passed = (spot > from ? order.slice(from + 1, spot) : order.slice(spot, from)).map(at);
  return passed.every((place) => place >= 0 && (spot > from ? place < own : place > own));
}

/** Whether the new version gives a list another order too. */
function isReordered(list, { order }, same) {
  const places = order
    .map((canon) => list.items.findIndex((item) => same(item.canon, canon)))
    .filter((place) => place >= 0);
  return places.some((place, at) => place < places[at - 1]);
}

const mark = '\u0001';

function moveText(file, list, item, spot, code) {
  const marked = putAt(file, list, spot, () => mark);
  if (marked === undefined) return undefined;
  const at = marked.indexOf(mark);
  const shift = (place) => (place >= at ? place + marked.length - file.text.length : place);
  const items = list.items.map((one) => ({ ...one, start: shift(one.start), end: shift(one.end - 1) + 1 }));
  const without = removeFrom(
    { text: marked, language: file.language },
    { ...list, items: list.kind === 'comma' ? withMark(items, spot, at) : items },
    items[list.items.indexOf(item)],
  );
  if (without === undefined) return undefined;
  const line = without.lastIndexOf('\n', without.indexOf(mark)) + 1;
  const indent = without.slice(line, without.indexOf(mark));
  return without.replace(mark, () =>
    indent.trim() === '' ? indentLines(code, indent).slice(indent.length) : code,
  );
}

const withMark = (items, spot, at) => [
  ...items.slice(0, spot),
  { start: at, end: at + 1 },
  ...items.slice(spot),
];
