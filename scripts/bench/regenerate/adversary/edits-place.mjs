import { findItem, findList, keyOf } from './locate.mjs';
import { indentLines, regionOf, splice, unindent } from './lines.mjs';
import { snippetFor } from './snippets.mjs';

/**
 * Edits at a place: each is planned in one text and applied to any version of it. Applying gives the texts that are right
 * (more than one where new neighbours make room for it), or says that a conflict is right, or that nobody can tell.
 */
export const unknown = { unknown: true };
const conflict = { conflict: true };

/** Adds something of one's own between two neighbours. */
export const insert = {
  name: 'insert',
  lists: () => true,
  plan({ random, file, place, n }) {
    const { list, owner, path } = place;
    const at = random.below(list.items.length + 1);
    const snippet = snippetFor(random, file.language, list, owner, file, n);
    if (snippet === undefined || !fits(snippet, list, at, file)) return undefined;
    return {
      path,
      snippet,
      before: list.items[at - 1] && keyOf(list.items[at - 1], list),
      after: list.items[at] && keyOf(list.items[at], list),
      later: laterKeys(list, at + 1),
    };
  },
  apply: (file, edit, same) => putBetween(file, edit, same, () => edit.snippet),
};

function fits(snippet, list, at, { language }) {
  const isImport = /^(import|from) /.test(snippet);
  const previous = list.items[at - 1];
  const next = list.items[at];
  if (isImport && (at === 0 || !/^Import/.test(previous.type))) return false;
  if (!isImport && language !== 'css' && list.context === 'module' && next && /^Import/.test(next.type))
    return false;
  if (
    list.context === 'call' &&
    (next || list.items.some(({ type }) => /Generator|Function|Starred/.test(type)))
  )
    return false;
  if (next?.type === 'Expr' && at === 0 && list.context !== 'list') return false;
  if (/^(Return|Raise)/.test(previous?.type ?? '')) return false;
  return previous?.type !== 'alias' || previous.canon !== "alias(name='*')";
}

/** The texts that have `make`'s text after the one neighbour, and before the other. */
export function putBetween(file, edit, same, make) {
  const found = findList(file.read.tree, edit.path, same);
  if (!found) return unknown;
  const { list } = found;
  const [before, after] = [edit.before, edit.after].map((key) => key && findItem(list, key, same)?.item);
  if ((edit.before || edit.after) && !before && !after) return unknown;
  const [at, other] = [before && list.items.indexOf(before), after && list.items.indexOf(after)];
  if (before && after && at > other) return unknown;
  const spots = new Set(
    [
      before ? at + 1 : undefined,
      after ? other : undefined,
      edit.after && !after ? nextOf(list, edit, same) : undefined,
      !edit.before && !before ? 0 : undefined,
      !edit.after && !after ? list.items.length : undefined,
    ].filter((spot) => spot !== undefined),
  );
  const texts = [...spots].map((spot) => putAt(file, list, spot, make)).filter((text) => text !== undefined);
  return texts.length === 0 ? unknown : { texts, mayAsk: (edit.before && !before) || (edit.after && !after) };
}

/** What follows a place of a list. */
const laterKeys = (list, at) => list.items.slice(at).map((item) => keyOf(item, list));

/** Where the first thing stands that is left of what followed a place; the end of the list where nothing is. */
function nextOf(list, { later = [] }, same) {
  for (const key of later) {
    const found = findItem(list, key, same);
    if (found) return list.items.indexOf(found.item);
  }
  return list.items.length;
}

/** Puts a text into a list, before the item at `spot`. */
export function putAt({ text, language }, list, spot, make) {
  const neighbour = list.items[spot] ?? list.items[spot - 1];
  if (list.kind === 'comma') return putInCommas(text, list, spot, make(''));
  const region = regionOf(text, neighbour, language);
  if (!region) return undefined;
  const body = indentLines(make(region.indent), region.indent);
  const isBig = body.includes('\n') && /^(module|class|css)$/.test(list.context);
  const gap = isBig ? (language === 'py' && list.context === 'module' ? '\n\n' : '\n') : '';
  if (spot < list.items.length) return splice(text, region.start, region.start, `${body}\n${gap}`);
  const end = text[region.end - 1] === '\n' ? '' : '\n';
  return splice(text, region.end, region.end, `${end}${gap}${body}\n`);
}

function putInCommas(text, list, spot, put) {
  const neighbour = list.items[spot] ?? list.items[spot - 1];
  const line = text.lastIndexOf('\n', neighbour.start - 1) + 1;
  const isAlone =
    text.slice(line, neighbour.start).trim() === '' &&
    list.items.length > 1 &&
    !/^[^\n]*\S/.test(
      text
        .slice(neighbour.end, list.items[list.items.indexOf(neighbour) + 1]?.start ?? neighbour.end)
        .replace(/,/g, ''),
    );
  const between = isAlone ? `,\n${text.slice(line, neighbour.start)}` : ', ';
  return spot < list.items.length
    ? splice(text, neighbour.start, neighbour.start, put + between)
    : splice(text, neighbour.end, neighbour.end, between + put);
}

/**
 * Finds an item that an edit takes as it is: where it changed in the new version (`changed`), only a person can tell.
 */
function findExact(file, edit, same) {
  const found = findList(file.read.tree, edit.path, same);
  const item = found && findItem(found.list, edit.key, same);
  if (!item) return { answer: unknown };
  if (!item.exact) return { answer: edit.isDestructive ? conflict : unknown, changed: item.item };
  return { ...found, item: item.item };
}

const planItem = (isDestructive, test = () => true) =>
  function plan({ random, file, place }) {
    const { list, path } = place;
    const items = list.items.filter(
      (item) => list.kind === 'comma' || (regionOf(file.text, item, file.language) && test(item, file)),
    );
    if (items.length === 0) return undefined;
    const item = random.pick(items);
    return { path, key: keyOf(item, list), isDestructive };
  };

/** Takes an item away. */
export const remove = {
  name: 'delete',
  lists: ({ list }) =>
    (list.items.length > 1 || list.context === 'class') &&
    !(list.context === 'call' && list.items.some(({ type }) => /Function/.test(type))),
  plan: planItem(true),
  apply(file, edit, same) {
    const { answer, list, item } = findExact(file, edit, same);
    if (answer) return answer;
    const text = removeFrom(file, list, item);
    return text === undefined ? unknown : { texts: [text] };
  },
};

export function removeFrom({ text, language }, list, item) {
  const at = list.items.indexOf(item);
  if (list.kind === 'comma') {
    const next = list.items[at + 1];
    if (next) return splice(text, item.start, next.start, '');
    const previous = list.items[at - 1];
    return previous
      ? splice(text, previous.end, item.end, '')
      : splice(text, item.start, item.end + (/^\s*,/.exec(text.slice(item.end))?.[0].length ?? 0), '');
  }
  const region = regionOf(text, item, language);
  if (!region) return undefined;
  const rest = language === 'py' && list.items.length === 1 ? `${region.indent}pass\n` : '';
  return splice(text, region.start, region.end, rest);
}

/** Writes an item a second time, a definition under another name. */
export const duplicate = {
  name: 'duplicate',
  lists: ({ list }) => list.kind === 'lines' && list.context !== 'yaml',
  plan: (context) => {
    const edit = planItem(
      false,
      (item) =>
        !/^Import/.test(item.type) &&
        !(item.name && item.type === 'entry') &&
        !/Return|Raise/.test(item.type),
    ).call(null, context);
    if (!edit) return undefined;
    const { list } = context.place;
    const at = list.items.findIndex(
      (item) => keyOf(item, list).nth === edit.key.nth && item.canon === edit.key.canon,
    );
    const key = (one) => one && keyOf(one, list);
    return {
      ...edit,
      n: context.n,
      before: key(list.items[at - 1]),
      after: key(list.items[at + 1]),
      later: laterKeys(list, at + 2),
    };
  },
  apply(file, edit, same) {
    const { answer, list, item } = findExact(file, edit, same);
    if (answer) return answer;
    const region = regionOf(file.text, item, file.language);
    if (!region) return unknown;
    const code = file.text.slice(region.own, region.end).trimEnd();
    const name = /^\w+$/.test(item.name ?? '') ? item.name : item.name?.split(' ').slice(1).join(' ');
    const copy =
      name && /Def|Decl|Assign|Method|Expression|Export/.test(item.type)
        ? code.replace(name, `${name}${/ /.test(name) ? ` ${edit.n}` : `_${edit.n}`}`)
        : code.replace(/\sid="[^"]*"/g, '');
    const after = edit.after && findItem(list, edit.after, same)?.item;
    const spots = [
      list.items.indexOf(item) + 1,
      after ? list.items.indexOf(after) : nextOf(list, edit, same),
    ];
    // Nobody can tell a copy that is the same from what it was copied from: it may as well stand before that.
    if (copy === code) {
      const before = edit.before && findItem(list, edit.before, same)?.item;
      spots.push(before ? list.items.indexOf(before) + 1 : edit.before ? undefined : 0);
    }
    const texts = [...new Set(spots)]
      .filter((spot) => spot !== undefined)
      .map((spot) => putAt(file, list, spot, () => unindent(copy, region.indent)));
    return texts.includes(undefined) ? unknown : { texts };
  },
};

export { findExact, planItem };
