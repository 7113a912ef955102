/**
 * Judges merged texts, knowing nothing of how they were merged: by the texts that the same edits make of the new version,
 * and, where the edits' place is gone there, by what holds for every right merge.
 */
export function openJudge(readers) {
  const isAsExpected = async (path, text, texts) => {
    const read = await readers.read(path, text);
    if (read.error) return false;
    for (const one of texts) {
      const wanted = await readers.read(path, one);
      const isSame = read.strict === wanted.strict || read.loose === wanted.loose;
      if (isSame && bag(read.comments).join('\n') === bag(wanted.comments).join('\n')) return true;
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
      if (await isAsExpected(nextPath, text, expected.texts)) return { verdict: 'right' };
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
    return (
      brokenCount('comment', b.comments, m.comments, n.comments, r.comments, marks) ??
      brokenCount('word', b.tokens, m.tokens, n.tokens, r.tokens, marks)
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

const bag = (list) => list.map((one) => one.replace(/\s+/g, ' ').trim()).sort();

/** A word that one side alone has more or less of, and the merge not as often as that side. */
function brokenCount(kind, base, mine, next, merged, marks) {
  const [b, m, n, r] = [base, mine, next, merged].map(countAll);
  for (const word of new Set([...b.keys(), ...m.keys(), ...n.keys(), ...r.keys()])) {
    if (marks.isNamed(word)) continue;
    const [inBase, inMine, inNext, inMerged] = [b, m, n, r].map((counts) => counts.get(word) ?? 0);
    const wanted = inMine === inBase ? inNext : inNext === inBase ? inMine : undefined;
    if (wanted !== undefined && wanted !== inMerged)
      return `${kind} ${JSON.stringify(word)}: ${inMerged} times, ${wanted} would be right (before ${inBase}, mine ${inMine}, new ${inNext})`;
  }
  return undefined;
}

function countAll(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
