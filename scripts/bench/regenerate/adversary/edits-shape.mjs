import { findExact, planItem, unknown } from './edits-place.mjs';
import { findItem, findList, keyOf } from './locate.mjs';
import { regionOf, shiftLines, splice, unitOf } from './lines.mjs';
import { commentOut, wrapperFor } from './snippets.mjs';

/** Edits that give lines another shape: into a block, out of one, into a comment. */

/** Puts one to three neighbours into a block or an element. */
export const wrap = {
  name: 'wrap',
  lists: ({ list }) => /^(module|class|function|markup|css)$/.test(list.context) && list.kind === 'lines',
  plan({ random, file, place, n }) {
    const { list, path } = place;
    const at = random.below(list.items.length);
    const items = list.items.slice(at, at + random.between(1, 3));
    const wrapper = wrapperFor(random, file.language, list.context, n);
    if (
      !wrapper ||
      items.some((item) => /^Import|Export/.test(item.type) || !regionOf(file.text, item, file.language))
    )
      return undefined;
    if (at === 0 && items[0].type === 'Expr') return undefined;
    return { path, wrapper, keys: items.map((item) => keyOf(item, list)) };
  },
  apply(file, edit, same) {
    const found = findList(file.read.tree, edit.path, same);
    const items = found && edit.keys.map((key) => findItem(found.list, key, same));
    if (!items || items.some((one) => !one?.exact)) return unknown;
    const places = items.map(({ item }) => found.list.items.indexOf(item));
    if (places.some((spot, at) => at > 0 && spot !== places[at - 1] + 1)) return unknown;
    const [first, last] = [items[0].item, items.at(-1).item].map((item) =>
      regionOf(file.text, item, file.language),
    );
    if (!first || !last) return unknown;
    const unit = unitOf(file.text, file.language);
    const body = shiftLines(file.text, first.start, last.end, file.read.frozen, (line) => unit + line);
    const [open, close] = edit.wrapper.map((part) =>
      part === ''
        ? ''
        : `${part
            .split('\n')
            .map((line) => first.indent + line)
            .join('\n')
            .replaceAll('\n' + first.indent + '    ', `\n${first.indent}${unit}`)}\n`,
    );
    return {
      texts: [
        splice(file.text, first.start, last.end, `${open}${body}${body.endsWith('\n') ? '' : '\n'}${close}`),
      ],
    };
  },
};

/** Takes a block or an element away from around its lines. */
export const unwrap = {
  name: 'unwrap',
  lists: ({ list }) => list.items.some(isBlock),
  plan: planItem(false, isBlock),
  apply(file, edit, same) {
    const { answer, item } = findExact(file, edit, same);
    if (answer) return answer;
    const [list] = item.lists;
    const outer = regionOf(file.text, item, file.language);
    const [first, last] = [list.items[0], list.items.at(-1)].map((one) =>
      regionOf(file.text, one, file.language),
    );
    if (!outer || !first || !last || first.start <= outer.own) return unknown;
    const extra = first.indent.slice(outer.indent.length);
    const body = shiftLines(file.text, first.start, last.end, file.read.frozen, (line) =>
      line.startsWith(first.indent) ? line.replace(extra, '') : line,
    );
    return { texts: [splice(file.text, outer.own, outer.end, body)] };
  },
};

function isBlock(item) {
  if (/^(If|For|With|Try|IfStatement|ForOfStatement|TryStatement|element|block)$/.test(item.type) === false)
    return false;
  return (
    item.lists.filter(({ kind }) => kind === 'lines').length === 1 &&
    item.lists[0].items.length > 0 &&
    !/html|head|body|form|table|thead|tbody|tr|ul|select/.test(item.word ?? '')
  );
}

/** Turns an item into a comment. */
export const comment = {
  name: 'comment out',
  lists: ({ list }) => list.kind === 'lines' && list.items.length > 1,
  plan: planItem(true),
  apply(file, edit, same) {
    const { answer, item, changed } = findExact(file, edit, same);
    // A block that comments out leaves what is inside as it is: there it may still be changed.
    const isInside = changed && file.language === 'html';
    if (answer && !isInside) return answer;
    const region = regionOf(file.text, item ?? changed, file.language);
    if (!region) return unknown;
    const code = file.text.slice(region.own, region.end).replace(/\n$/, '');
    const put = commentOut(file.language, code, region.indent);
    if (put === null) return unknown;
    return { texts: [splice(file.text, region.own, region.end, `${put}\n`)], mayAsk: Boolean(isInside) };
  },
};

/** Writes a remark above an item or behind its line. */
export const remark = {
  name: 'remark',
  lists: ({ list, owner }) => list.kind === 'lines' && owner.type !== 'never',
  plan(context) {
    const edit = planItem(false).call(null, context);
    return edit && { ...edit, n: context.n, isBehind: context.random.chance(0.5) };
  },
  apply(file, edit, same) {
    const { answer, item } = findExact(file, edit, same);
    if (answer) return answer;
    const region = regionOf(file.text, item, file.language);
    const { language, text } = file;
    const mark =
      {
        js: (words) => `// ${words}`,
        css: (words) => `/* ${words} */`,
        html: (words) => `{# ${words} #}`,
        ejs: (words) => `<%# ${words} %>`,
      }[language] ?? ((words) => `# ${words}`);
    if (!region || language === 'json' || language === 'md') return unknown;
    const words = mark(`own remark ${edit.n}`);
    const isOneLine = !text.slice(region.own, region.end - 1).includes('\n');
    if (
      edit.isBehind &&
      isOneLine &&
      /^(py|js|toml)$/.test(language) &&
      text.slice(item.end, region.end).trim().length < 2
    )
      return { texts: [splice(text, region.end - 1, region.end - 1, `  ${words}`)] };
    return { texts: [splice(text, region.own, region.own, `${region.indent}${words}\n`)] };
  },
};

/** Gives an element an attribute more. */
export const attribute = {
  name: 'attribute',
  lists: ({ list }) => list.items.some(({ type }) => type === 'element'),
  plan(context) {
    const { list, path } = context.place;
    const item = context.random.pick(list.items.filter(({ type }) => type === 'element'));
    return { path, key: keyOf(item, list), n: context.n };
  },
  apply(file, edit, same) {
    const found = findList(file.read.tree, edit.path, same);
    const exact = findItem(found?.list ?? { items: [] }, edit.key, same);
    const elements =
      found?.list.items.filter(({ type, head }) => type === 'element' && same(head, edit.key.head)) ?? [];
    const item = exact?.item ?? (elements.length === 1 && edit.key.ofHeads === 1 ? elements[0] : undefined);
    if (!item) return unknown;
    return { texts: [splice(file.text, item.openEnd - 1, item.openEnd - 1, ` data-own="${edit.n}"`)] };
  },
};
