import * as place from './edits-place.mjs';
import { move } from './edits-move.mjs';
import * as shape from './edits-shape.mjs';
import * as code from './edits-code.mjs';
import { adopt, sortImports, transfer } from './edits-adopt.mjs';
import { wholeEdits } from './edits-whole.mjs';
import { languageOf } from './read.mjs';
import { findList, listsIn } from './locate.mjs';

const placed = [
  [6, place.insert],
  [3, place.remove],
  [2, place.duplicate],
  [3, move],
  [3, shape.wrap],
  [2, shape.unwrap],
  [2, shape.comment],
  [2, shape.remark],
  [2, shape.attribute],
  [2, code.renameLocal],
  [2, code.splitOff],
  [2, code.inline],
  [1, code.requote],
  [2, code.changeString],
  [1, transfer],
];
const whole = [[1.5, adopt], [0.5, sortImports], ...wholeEdits.map((edit) => [0.5, edit])];
const sameText = (one, other) => one === other;

/** All kinds of edits, by name, or those of `kinds`; formatters join them where they are there. */
export function openEdits(readers, { formatters = [], kinds } = {}) {
  const every = [...placed, ...whole, ...formatters.map((edit) => [0.4, edit])];
  const all = every.filter(([, { name }]) => kinds === undefined || kinds.includes(name));
  const byName = new Map(all.map(([, edit]) => [edit.name, edit]));

  const open = async (path, raw) => {
    const text = raw.replaceAll('\r\n', '\n');
    return { path, language: languageOf(path), raw, text, read: await readers.read(path, text) };
  };
  /** Applies one edit; a file with Windows line ends keeps them. */
  const apply = async ({ kind, params }, file, same) => {
    const result = await byName.get(kind).apply(file, params, same);
    if (!result.texts || !file.raw.includes('\r\n')) return result;
    return { ...result, texts: result.texts.map((text) => text.replace(/\r?\n/g, '\r\n')) };
  };

  /** Applies edits in order to one version of a file: the right texts, or why nobody can tell. */
  async function applyAll(path, text, edits, same = sameText) {
    let texts = [text];
    let mayAsk = false;
    for (const edit of edits) {
      const results = [];
      for (const one of texts) {
        const file = await open(path, one);
        if (file.read.error) return { unknown: true };
        const result = await apply(edit, file, same);
        if (!result.texts) return result;
        mayAsk ||= Boolean(result.mayAsk);
        results.push(...result.texts);
      }
      texts = [...new Set(results)].slice(0, 6);
    }
    return { texts, mayAsk };
  }

  /** One edit of a random kind at a random place, that leaves a file its language accepts; undefined where none was found. */
  async function plan(random, { path, nextPath, next, same }, text, n) {
    const file = await open(path, text);
    if (file.read.error) return undefined;
    const after = await open(nextPath, next);
    if (after.read.error) return undefined;
    const places = listsIn(file.read.tree).filter(({ list }) => list.items.length > 0);
    const near = places.filter((place) => isChanged(place, after.read.tree, same));
    for (let tries = 0; tries < 12; tries++) {
      const edit = random.weigh(all);
      const isNear = near.length > 0 && random.chance(0.6);
      const fitting = edit.isWhole ? [null] : (isNear ? near : places).filter((one) => edit.lists(one, file));
      if (fitting.length === 0) continue;
      const params = await edit.plan({ random, file, place: random.pick(fitting), n, next: after, same });
      if (!params) continue;
      const planned = { kind: edit.name, params };
      const done = await apply(planned, file, sameText);
      if (!done.texts || done.texts[0] === text) continue;
      const left = await readers.read(path, done.texts[0]);
      if (left.error || left.unbound.some((name) => !file.read.unbound.includes(name))) continue;
      if (left.duplicates.some((name) => !file.read.duplicates.includes(name))) continue;
      return { edit: planned, text: done.texts[0] };
    }
    return undefined;
  }

  return { applyAll, plan };
}

/** Whether the new version has other things in a list, or no longer the list. */
function isChanged({ list, path }, next, same) {
  const there = findList(next, path, same)?.list;
  return (
    there?.items.length !== list.items.length ||
    there.items.some((item, at) => !same(item.canon, list.items[at].canon))
  );
}
