import { openRandom } from './random.mjs';
import { randomSpec } from './random-spec.mjs';
import { changeSpec } from './change-spec.mjs';
import { writeSources } from './spec-text.mjs';
import { generateVersion, pairVersions } from './generate.mjs';
import { languageOf } from './read.mjs';
import { openMarks } from './rename-marks.mjs';

const changesPerSpec = 3;
const pairsPerChange = 8;
/** How many pairs share a spec. */
export const groupSize = changesPerSpec * pairsPerChange;
/** Files that are the same for every spec, or that dazzle alone writes, have no new version to merge. */
const weights = { py: 4, js: 4, html: 3, ejs: 3 };

/** Gives pair after pair by number, the same for a seed; undefined where the number's spec, change or edit comes to nothing. */
export function openPairs({ dazzle, edits, readers, seed, backends }) {
  let group;
  async function openGroup(number) {
    if (group?.number === number) return group;
    const random = openRandom(`${seed} spec ${number}`);
    const spec = randomSpec(random);
    const backend = [backends[number % backends.length]];
    const base = await generateVersion(dazzle, writeSources(spec), backend);
    const changes = [];
    for (let at = 0; base && at < changesPerSpec; at++) {
      const changed = changeSpec(openRandom(`${seed} spec ${number} change ${at}`), spec);
      const next = await generateVersion(dazzle, writeSources(changed.spec), backend);
      const pairing = next && pairVersions(dazzle, base, next);
      const files =
        pairing?.pairs.filter(
          ([before, after]) =>
            base.files[before] !== next.files[after] && !/drizzle\/|migrations\//.test(after),
        ) ?? [];
      changes.push({ ...changed, from: spec, next, pairing, files });
    }
    group = { number, base, changes, backend };
    return group;
  }

  /** The pair of a number. */
  async function make(number) {
    const { base, changes, backend } = await openGroup(Math.floor(number / groupSize));
    const change = changes[Math.floor((number % groupSize) / pairsPerChange)];
    if (!base || !change || change.files.length === 0) return undefined;
    const random = openRandom(`${seed} pair ${number}`);
    const [path, nextPath] = random.weigh(change.files.map((one) => [weights[languageOf(one[1])] ?? 2, one]));
    const marks = openMarks(change.pairing.renames);
    const same = sameUnder(marks);
    const texts = { path, nextPath, base: base.files[path], next: change.next.files[nextPath] };
    const wanted = random.weigh([
      [5, 1],
      [3, 2],
      [2, 3],
      [1, 4],
    ]);
    const chosen = [];
    let mine = texts.base;
    for (let at = 0; at < wanted; at++) {
      const planned = await edits.plan(random, { ...texts, same }, mine, 10 + ((number * 7 + at * 3) % 80));
      if (!planned) break;
      chosen.push(planned.edit);
      mine = planned.text;
    }
    if (chosen.length === 0 || mine === texts.base) return undefined;
    return complete({
      number,
      ...texts,
      mine,
      edits: chosen,
      renames: change.pairing.renames,
      changes: change.done,
      specs: [change.from, change.spec],
      backend,
    });
  }

  /** A pair with what is right for it. */
  async function complete(pair) {
    const marks = openMarks(pair.renames);
    const same = sameUnder(marks);
    const expected = await edits.applyAll(pair.nextPath, pair.next, pair.edits, same);
    const whole = {
      ...pair,
      marks,
      name: `${pair.changes.map(({ kind, detail }) => `${kind} ${detail}`.trim()).join(' & ')} | ${pair.edits.map(({ kind }) => kind).join(' + ')} | ${pair.nextPath}`,
    };
    return {
      ...whole,
      expected: await checkExpected(whole, expected),
      isNamed: isSwapped(pair.renames) || (await mentionsRenamed(whole)),
    };
  }

  /** What the edits make of the new version counts only where that is sound itself. */
  async function checkExpected({ path, nextPath, mine, next, edits }, expected) {
    // Of several edits, a later one may have taken back what meets the new version.
    if (!expected.texts) return edits.length === 1 ? expected : { unknown: true };
    const [m, n] = await Promise.all([readers.read(path, mine), readers.read(nextPath, next)]);
    const texts = [];
    for (const text of expected.texts) {
      const read = await readers.read(nextPath, text);
      const isBound =
        !read.error && read.unbound.every((name) => m.unbound.includes(name) || n.unbound.includes(name));
      if (
        isBound &&
        read.duplicates.every((name) => m.duplicates.includes(name) || n.duplicates.includes(name))
      )
        texts.push(text);
    }
    return texts.length > 0 ? { ...expected, texts } : { unknown: true };
  }

  /** Whether words of the user's own have a name that is renamed. */
  async function mentionsRenamed({ path, base, mine, marks }) {
    const [before, after] = [await readers.read(path, base), await readers.read(path, mine)];
    return ['tokens', 'comments'].some((kind) => {
      const left = [...before[kind]];
      const own = after[kind].filter(
        (word) => !left.includes(word) || left.splice(left.indexOf(word), 1).length === 0,
      );
      return own.some((word) => marks.isNamed(word));
    });
  }

  /** All files of both versions of a pair, by path. */
  async function filesOf({ number }) {
    const { base, changes } = await openGroup(Math.floor(number / groupSize));
    const { next } = changes[Math.floor((number % groupSize) / pairsPerChange)];
    return { base: { ...base.files, ...base.owned }, next: { ...next.files, ...next.owned } };
  }

  return { make, complete, filesOf };
}

/** Whether a name goes to what another had: which of the two a place means is then open. */
const isSwapped = (renames) => renames.some(({ from }) => renames.some(({ to }) => to === from));

/** Whether a text of the new version is one of the old, as it was or with its names renamed. */
const sameUnder = (marks) => (now, before) =>
  now === before || marks.next(now) === marks.base(before) || marks.agree(now, before);
