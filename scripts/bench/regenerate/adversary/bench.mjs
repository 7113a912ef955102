import { openEdits } from './edits.mjs';
import { openFormatters } from './formatters.mjs';
import { loadDazzle } from './generate.mjs';
import { openJudge } from './judge.mjs';
import { openPairs } from './pairs.mjs';
import { openReaders } from './read.mjs';
import { openMergers } from './tools-run.mjs';

/** The benchmark's parts, put together for a seed: what makes pairs, merges them and judges. */
export async function openBench({ seed, backends, toolNames, plain = false, kinds }) {
  const dazzle = await loadDazzle();
  const readers = openReaders();
  const formatters = plain ? { edits: [], missing: [], close() {} } : await openFormatters();
  const edits = openEdits(readers, { formatters: formatters.edits, kinds });
  const { judge } = openJudge(readers);
  const pairs = openPairs({ dazzle, edits, readers, seed, backends });
  const { all, sampled } = await openMergers(dazzle);
  const tools = Object.fromEntries(
    (toolNames ?? Object.keys(all)).filter((name) => all[name]).map((name) => [name, all[name]]),
  );

  /** Merges a pair with a tool: the verdict, and what it left. */
  async function mergeWith(name, pair) {
    const started = performance.now();
    let outcome;
    try {
      outcome = await (all[name] ?? sampled[name])(pair);
    } catch (error) {
      return { verdict: 'crash', why: error.stack, text: pair.mine, questions: 0, milliseconds: 0 };
    }
    const milliseconds = performance.now() - started;
    return { ...outcome, ...(await judge(pair, outcome)), milliseconds };
  }

  /** Dazzle's verdict; one of its own where it asks and git has the right text without a question. */
  async function verdictOf(pair, ours) {
    const outcome = ours ?? (await mergeWith('dazzle', pair));
    const { expected } = pair;
    if (!(outcome.questions > 0 && expected.texts)) return outcome;
    const { verdict } = await mergeWith('git merge-file', pair);
    return verdict === 'right' ? { ...outcome, verdict: 'git-right-we-asked' } : outcome;
  }

  function close() {
    readers.close();
    formatters.close();
  }
  return {
    dazzle,
    readers,
    edits,
    pairs,
    tools,
    sampled: Object.keys(sampled),
    formatters: formatters.edits.map(({ name }) => name),
    backends,
    missing: formatters.missing,
    complete: pairs.complete,
    mergeWith,
    verdictOf,
    close,
  };
}
