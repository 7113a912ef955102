import { diffArrays } from 'diff';

/**
 * Judges merged texts, knowing nothing of how they were merged: by the texts that the same edits make of the new version,
 * and, where the edits' place is gone there, by what holds for every right merge.
 */
export function openJudge(readers) {
  const isAsExpected = async (pair, text) => {
    const { path, nextPath, base, mine, expected, marks, isNamed } = pair;
    const read = await readers.read(nextPath, text);
    if (read.error) return false;
    for (const one of expected.texts) {
      const wanted = await readers.read(nextPath, one);
      if (bag(read.comments, marks) !== bag(wanted.comments, marks)) continue;
      if (read.strict === wanted.strict || read.loose === wanted.loose) return true;
      if (!isNamed || marks.fold(read.strict) !== marks.fold(wanted.strict)) continue;
      const [before, after] = [await readers.read(path, base), await readers.read(path, mine)];
      if (hasOwnNames(before.tokens, after.tokens, wanted.tokens, read.tokens, marks)) return true;
    }
    return false;
  };

  /** The verdict over what a tool left: its text, and how much it asks. */
  async function judge(pair, { text, questions }) {
    const { expected, nextPath } = pair;
    if (questions > 0) {
      if (expected.conflict) return { verdict: 'right' };
      return { verdict: expected.texts && !expected.mayAsk ? 'asked' : 'open' };
    }
    const read = await readers.read(nextPath, text);
    if (read.error) return { verdict: 'unparseable', why: read.error };
    if (expected.conflict)
      return { verdict: 'missed', why: 'both sides changed the same, and nothing was asked' };
    const style = brokenStyle(pair, text);
    if (style) return { verdict: 'wrong', why: style };
    if (expected.texts) {
      if (await isAsExpected(pair, text))
        return { verdict: 'right', ...(hasLostStyle(pair, text) ? { isRestyled: true } : {}) };
      const broken = await brokenRules(pair, text);
      return { verdict: 'wrong', why: broken ?? 'another tree than the same edits make of the new version' };
    }
    const broken = await brokenRules(pair, text);
    return broken ? { verdict: 'wrong', why: broken } : { verdict: 'plausible' };
  }

  /** What every right merge keeps: words, comments and bindings of each side that the other leaves alone. */
  async function brokenRules({ path, nextPath, base, mine, next, marks }, text) {
    const [b, m, n, r] = await Promise.all([
      readers.read(path, base),
      readers.read(path, mine),
      readers.read(nextPath, next),
      readers.read(nextPath, text),
    ]);
    if (r.error) return r.error;
    const unbound = r.unbound.find((name) => !m.unbound.includes(name) && !n.unbound.includes(name));
    if (unbound) return `nothing binds ${unbound}`;
    const twice = r.duplicates.find((name) => !m.duplicates.includes(name) && !n.duplicates.includes(name));
    if (twice) return `${twice} is there twice`;
    const imported = new Set(
      mine
        .match(/^(import|from)\b[^;]*?(?:['"];?$|import .*$)/gm)
        ?.flatMap((line) => line.match(/[\w$'./]+/g)) ?? [],
    );
    for (const word of [...imported]) imported.add(`'${word.replace(/^'|'$/g, '')}`);
    const context = { marks, imported };
    return (
      brokenCount('comment', b.comments, m.comments, n.comments, r.comments, context) ??
      brokenCount('word', b.tokens, m.tokens, n.tokens, r.tokens, context)
    );
  }

  return { judge, isAsExpected, brokenRules };
}

function brokenStyle({ mine, base, next }, text) {
  if (mine.includes('\r\n') !== text.includes('\r\n')) return 'other line ends than the user has';
  if (base.endsWith('\n') && next.endsWith('\n') && mine.endsWith('\n') !== text.endsWith('\n'))
    return 'another end of the last line than the user has';
  return undefined;
}

/**
 * Whether no more words have the other of two names than the user put there: which of the two those have is for the rules
 * of renaming to tell.
 */
function hasOwnNames(base, mine, wanted, merged, { fold, namesIn }) {
  const own = diffArrays(base, mine).flatMap(({ added, value }) =>
    added ? namesIn(value.join(' ')).map(fold) : [],
  );
  const due = countAll(namesIn(wanted.join(' ')));
  const more = [...countAll(namesIn(merged.join(' ')))].flatMap(([name, count]) =>
    Array.from({ length: Math.max(0, count - (due.get(name) ?? 0)) }, () => fold(name)),
  );
  const [others, allowed] = [countAll(more), countAll(own)];
  return [...others].every(([name, count]) => count <= (allowed.get(name) ?? 0));
}

/** Comments in one order; without those that have a renamed name, as it may be the old or the new one. */
const bag = (list, { isNamed }) =>
  list
    .filter((one) => !isNamed(one))
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .sort()
    .join('\n');

/**
 * A word that one side alone changes, and the merge has not as often as that side. A word of an import may be there more
 * often than the new version has it: a user's lines may still need it.
 */
function brokenCount(kind, base, mine, next, merged, { marks, imported }) {
  const [b, m, n, r] = [base, mine, next, merged].map(countAll);
  const [ours, theirs] = [changedWords(base, mine), changedWords(base, next)];
  for (const word of new Set([...b.keys(), ...m.keys(), ...n.keys(), ...r.keys()])) {
    if (marks.isNamed(word) || (ours.has(word) && theirs.has(word))) continue;
    const [inBase, inMine, inNext, inMerged] = [b, m, n, r].map((counts) => counts.get(word) ?? 0);
    const wanted = ours.has(word) ? inMine : inNext;
    if (wanted === inMerged || (imported.has(word) && inMerged > wanted && inMerged <= inMine + inNext))
      continue;
    return `${kind} ${JSON.stringify(word)}: ${inMerged} times, ${wanted} would be right (before ${inBase}, mine ${inMine}, new ${inNext})`;
  }
  return undefined;
}

/** The words that come, go or move between two versions. */
function changedWords(before, after) {
  return new Set(
    diffArrays(before, after)
      .filter(({ added, removed }) => added || removed)
      .flatMap(({ value }) => value),
  );
}

function countAll(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Whether most of the lines that only the user has in this form, and that would stay, are in another form. */
function hasLostStyle({ base, mine, expected }, text) {
  const [before, due, left] = [base, expected.texts[0], text].map((one) => new Set(one.split(/\r?\n/)));
  const own = mine.split(/\r?\n/).filter((line) => line.trim() !== '' && !before.has(line) && due.has(line));
  return own.length > 2 && own.filter((line) => left.has(line)).length < own.length / 2;
}
