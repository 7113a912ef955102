import { findExact, planItem, unknown } from './edits-place.mjs';
import { regionOf, splice } from './lines.mjs';

/** Edits inside of statements: locals renamed, parts split off and drawn in, strings changed and quoted otherwise. */
const isCode = ({ list }, { language }) => /^(py|js)$/.test(language) && list.kind === 'lines';

export const renameLocal = {
  name: 'rename local',
  lists: (place, file) =>
    isCode(place, file) && place.list.items.some(({ locals }) => locals && Object.keys(locals).length > 0),
  plan(context) {
    const edit = planItem(true, ({ locals }) => locals && Object.keys(locals).length > 0).call(null, context);
    const item = edit && context.place.list.items.find(({ canon }) => canon === edit.key.canon);
    return (
      edit && {
        ...edit,
        isDestructive: false,
        local: context.random.pick(Object.keys(item.locals)),
        n: context.n,
      }
    );
  },
  apply(file, edit, same) {
    const { answer, item } = findExact(file, edit, same);
    if (answer) return answer;
    const places = item.locals?.[edit.local];
    if (!places) return unknown;
    return {
      texts: [
        places.reduceRight(
          (text, [start, end]) => splice(text, start, end, `own_${edit.local}_${edit.n}`),
          file.text,
        ),
      ],
    };
  },
};

export const splitOff = {
  name: 'split',
  lists: (place, file) =>
    isCode(place, file) && place.list.context === 'function' && place.list.items.some(({ part }) => part),
  plan(context) {
    const edit = planItem(false, ({ part }) => part).call(null, context);
    return edit && { ...edit, n: context.n };
  },
  apply(file, edit, same) {
    const { answer, item } = findExact(file, edit, same);
    if (answer) return answer;
    const { text, language } = file;
    const region = regionOf(text, item, language);
    if (!region) return unknown;
    const [start, end] = item.part;
    const name = `own_part_${edit.n}`;
    const made =
      language === 'js'
        ? `const ${name} = ${text.slice(start, end)};`
        : `${name} = ${text.slice(start, end)}`;
    return {
      texts: [splice(splice(text, start, end, name), region.own, region.own, `${region.indent}${made}\n`)],
    };
  },
};

export const inline = {
  name: 'inline',
  lists: (place, file) =>
    isCode(place, file) &&
    place.owner.locals !== undefined &&
    place.list.items.some((item, at) => usedNext(place, item, at)),
  plan(context) {
    const { place, random, file } = context;
    const items = place.list.items.filter(
      (item, at) => usedNext(place, item, at) && regionOf(file.text, item, file.language),
    );
    if (items.length === 0) return undefined;
    const item = random.pick(items);
    return { ...planItem(false, (one) => one === item).call(null, context), local: item.assigns };
  },
  apply(file, edit, same) {
    const { answer, list, owner, item } = findExact(file, edit, same);
    if (answer) return answer;
    if (!usedNext({ list, owner }, item, list.items.indexOf(item))) return unknown;
    const { text, language } = file;
    const region = regionOf(text, item, language);
    const [, [start, end]] = owner.locals[item.assigns];
    const value = `(${text.slice(...item.value)})`;
    return region
      ? { texts: [splice(splice(text, start, end, value), region.start, region.end, '')] }
      : unknown;
  },
};

/** Whether a name is assigned here, used once, and that in the next statement. */
function usedNext({ list, owner }, item, at) {
  const uses = item.assigns && owner.locals?.[item.assigns];
  const next = list.items[at + 1];
  return Boolean(
    uses &&
    next &&
    uses.length === 2 &&
    next.lists.every(({ kind }) => kind !== 'lines') &&
    uses[1][0] >= next.start &&
    uses[1][1] <= next.end,
  );
}

export const requote = {
  name: 're-quote',
  lists: (place, file) => isCode(place, file) && place.list.items.some(({ strings }) => strings?.length > 0),
  plan: planItem(false, ({ strings }) => strings?.length > 0),
  apply(file, edit, same) {
    const { answer, item } = findExact(file, edit, same);
    return answer ?? { texts: [requoteAll(file.text, item.strings)] };
  },
};

/** Gives plain strings the other quotes. */
export function requoteAll(text, strings) {
  return strings.reduceRight((changed, [start, end]) => {
    const raw = text.slice(start, end);
    const other = raw[0] === '"' ? "'" : '"';
    if (!/^(["'])[^"'\\\n]*\1$/.test(raw)) return changed;
    return splice(changed, start, end, other + raw.slice(1, -1) + other);
  }, text);
}

export const changeString = {
  name: 'change text',
  lists: (place, file) => isCode(place, file) && place.list.items.some(({ strings }) => strings?.length > 0),
  plan(context) {
    const edit = planItem(true, ({ strings }) => strings?.length > 0).call(null, context);
    const item = edit && context.place.list.items.find(({ canon }) => canon === edit.key.canon);
    const nth = item && context.random.below(4) % item.strings.length;
    // Of several texts, the new version may have changed another.
    return (
      edit && {
        ...edit,
        isDestructive: item.strings.length === 1,
        nth,
        was: context.file.text.slice(...item.strings[nth]),
        n: context.n,
      }
    );
  },
  apply(file, edit, same) {
    const { answer, item, changed } = findExact(file, edit, same);
    const [start, end] = item?.strings[edit.nth] ?? onlyString(file, changed, edit, same) ?? [];
    if (start === undefined) return answer;
    return /["']/.test(file.text[end - 1])
      ? { texts: [splice(file.text, end - 1, end - 1, ` own ${edit.n}`)] }
      : unknown;
  },
};

/** The text itself, unchanged in an item that changed elsewhere. */
function onlyString(file, item, { was }, same) {
  const left = (item?.strings ?? []).filter((place) => same(file.text.slice(...place), was));
  return left.length === 1 ? left[0] : undefined;
}
