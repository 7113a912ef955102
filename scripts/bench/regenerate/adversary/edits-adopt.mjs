import { putBetween, unknown } from './edits-place.mjs';
import { findItem, findList, keyOf, listsIn } from './locate.mjs';
import { indentLines, regionOf, unindent } from './lines.mjs';

/**
 * Edits that meet the new version half way: a user writes by hand what the spec says later, as it will be or otherwise.
 */
export const adopt = {
  name: 'adopt',
  isWhole: true,
  async plan({ random, file, next, same }) {
    const offers = listsIn(next.read.tree).flatMap(({ list, path }) =>
      list.kind === 'lines' && !/^(markup|prose|lines)$/.test(list.context)
        ? list.items.map((item, at) => ({ list, path, item, at }))
        : [],
    );
    const found = random
      .shuffle(offers)
      .slice(0, 60)
      .flatMap(({ list, path, item, at }) => {
        const here = findList(file.read.tree, path, (now, then) => same(then, now));
        const region = here && regionOf(next.text, item, next.language);
        if (!region || here.list.items.some((one) => same(item.canon, one.canon))) return [];
        // A new thing, not another shape of one that is there.
        if (here.list.items.some((one) => !list.items.some((there) => same(there.canon, one.canon))))
          return [];
        if (item.name !== null && here.list.items.some(({ name }) => name === item.name)) return [];
        const key = (one) => one && keyOf(one, list);
        const code = next.text.slice(region.start, region.end).trimEnd();
        return [
          {
            path,
            before: key(list.items[at - 1]),
            after: key(list.items[at + 1]),
            own: key(item),
            snippet: unindent(code, region.indent),
          },
        ];
      });
    return found[0];
  },
  apply(file, edit, same) {
    const found = findList(file.read.tree, edit.path, same);
    if (!found) return unknown;
    const there = findItem(found.list, edit.own, same);
    if (there?.exact) return { texts: [file.text] };
    return there ? { conflict: true } : putBetween(file, edit, same, () => edit.snippet);
  },
};

/** Sorts the imports at the head of a file, as a tool does. */
export const sortImports = {
  name: 'sort imports',
  isWhole: true,
  plan: ({ file }) => (/^(py|js)$/.test(file.language) ? {} : undefined),
  apply({ text, language, read }) {
    const imports = read.tree.lists[0].items.filter(({ type }) => /^Import/.test(type));
    const regions = imports.map((item) => regionOf(text, item, language));
    if (imports.length < 2 || regions.some((region) => !region || region.lead !== '')) return unknown;
    const code = regions.map(({ start, end }) => text.slice(start, end)).sort();
    const isJoined = regions.every(
      ({ start }, at) => at === 0 || text.slice(regions[at - 1].end, start).trim() === '',
    );
    if (!isJoined) return unknown;
    return { texts: [text.slice(0, regions[0].start) + code.join('') + text.slice(regions.at(-1).end)] };
  },
};

/** Moves a method or a statement into another class or function of the same file. */
export const transfer = {
  name: 'move across',
  lists: ({ list }) =>
    list.context === 'class' && list.items.some(({ type }) => /FunctionDef|MethodDefinition/.test(type)),
  plan({ random, file, place }) {
    const { list, path } = place;
    const item = random.pick(list.items.filter(({ type }) => /FunctionDef|MethodDefinition/.test(type)));
    const others = listsIn(file.read.tree).filter(
      (one) =>
        one.list.context === 'class' &&
        one.list !== list &&
        one.list.kind === 'lines' &&
        !one.list.items.some(({ name }) => name === item.name),
    );
    if (others.length === 0 || list.items.length < 2) return undefined;
    const other = random.pick(others);
    return { path, key: keyOf(item, list), to: other.path, last: keyOf(other.list.items.at(-1), other.list) };
  },
  apply(file, edit, same) {
    const found = findList(file.read.tree, edit.path, same);
    const item = found && findItem(found.list, edit.key, same);
    if (!item) return unknown;
    if (!item.exact) return { conflict: true };
    const to = findList(file.read.tree, edit.to, same);
    const last = to && findItem(to.list, edit.last, same)?.item;
    const [from, at] = [
      regionOf(file.text, item.item, file.language),
      last && regionOf(file.text, last, file.language),
    ];
    if (!from || !at || to.list.items.at(-1) !== last || found.list.items.length < 2) return unknown;
    const code = unindent(file.text.slice(from.start, from.end).trimEnd(), from.indent);
    const put = `\n${indentLines(code, at.indent)}\n`;
    const [first, second] =
      at.end > from.start
        ? [
            [from.start, from.end, ''],
            [at.end, at.end, put],
          ]
        : [
            [at.end, at.end, put],
            [from.start, from.end, ''],
          ];
    return {
      texts: [
        file.text.slice(0, first[0]) +
          first[2] +
          file.text.slice(first[1], second[0]) +
          second[2] +
          file.text.slice(second[1]),
      ],
    };
  },
};
