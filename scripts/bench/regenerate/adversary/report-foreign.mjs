import { countBy, sumTool } from './results.mjs';

/** Writes the results on foreign edits as Markdown. */
export function reportForeign({ results, tools, samples, seed, backends, formatters, missing, run }) {
  const own = results.filter(({ isNamed }) => !isNamed);
  const named = results.filter(({ isNamed }) => isNamed);
  const expects = (what) => count(own.filter((one) => one.expects === what).length);
  return [
    `${count(results.length)} pairs of seed \`${seed}\`, built with ${backends.join(' and ')}: random specs of two to five entities, changed at random in one to three ways,`,
    'times one to four edits at random places of the syntax tree, most of them near to what changes. Who wrote the edits had not read the merge;',
    'what is right was made precise since, where the rules of [regeneration](regeneration.md) leave two answers open.',
    formatters.length > 0
      ? `Whole files are formatted with ${formatters.join(', ')}${missing.length > 0 ? ` (not there: ${missing.join(', ')})` : ''}.`
      : 'Without formatters.',
    '',
    'The oracle shares no code with the merge. Where each edited place is in the new version unchanged, the same edits are made there,',
    `and the merge is right if it is the same by the language's own parser (${expects('text')} pairs); where the new version changed what one edit takes away,`,
    `a conflict is right (${expects('conflict')}); for the others (${expects('nothing')}) only what holds for every right merge is looked at: it parses, nothing is unbound or defined`,
    'twice, and each word and comment that one side alone changes is there as often as on that side.',
    '',
    '- **right**: the expected text, or the conflict that is due, with the share of the pairs that have one. **rules kept**: no text was expected, and',
    '  nothing of the above is broken.',
    '- **asked, open**: a question where no text was expected. **asked**: one where there is a right text. **git right**: those of them that git merges right.',
    '- **style lost**: right, and most of the lines that only the user wrote so (quotes, indentation, line breaks) are back in dazzle’s form.',
    '- **missed**: merged, though a conflict was due. **p95**: milliseconds, and how many times git’s, whose process is counted.',
    '',
    ...tableOf(own, tools),
    '',
    `### Names: ${count(named.length)} pairs`,
    '',
    'Pairs where the user’s own words have a name that is renamed, or two names change places: which of them follow is told by rules of their own, and',
    'the oracle keeps the user’s words as they are, so that “wrong” here is to be looked at one by one.',
    '',
    ...tableOf(named, tools),
    '',
    ...samples.flatMap(({ tool, pairs, ...sum }) => [
      `${tool}, on ${pairs} of these pairs: ${sum.right} right, ${sum.asked + sum.open} asked, ${sum.wrong} silently wrong, ${sum.unparseable} unparseable, ${sum.missed} missed; ${(sum.p95 / 1000).toFixed(2)} s (p95).`,
      '',
    ]),
    ...(run ? [run, ''] : []),
    '### Kinds of edits, merged by dazzle',
    '',
    ...kindTable(countBy(own, 'dazzle', ({ kinds }) => kinds)),
    '',
    '### Kinds of changes of the spec, merged by dazzle',
    '',
    ...kindTable(countBy(own, 'dazzle', ({ changes }) => changes)),
    '',
  ].join('\n');
}

function tableOf(results, tools) {
  const gits = sumTool(results, 'git merge-file').p95;
  return [
    '| way of merging | right | rules kept | asked, open | asked | git right | missed | silently wrong | unparseable | crashed | style lost | prompts per build | p95 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...tools.map((tool) => {
      const sum = sumTool(results, tool);
      const gitRight = sum['git-right-we-asked'];
      const judged = results.filter(
        ({ expects, verdicts }) => verdicts[tool] !== undefined && expects !== 'nothing',
      ).length;
      const cells = [
        share(sum.right, judged),
        sum.plausible,
        sum.open,
        share(sum.asked + gitRight, sum.pairs),
        tool === 'dazzle' ? gitRight : '–',
        sum.missed,
        sum.wrong,
        sum.unparseable,
        sum.crash,
        sum.restyled,
        (sum.questions / Math.max(1, sum.pairs)).toFixed(2),
        `${sum.p95.toFixed(1)} (${(sum.p95 / Math.max(gits, 0.01)).toFixed(1)})`,
      ];
      const part = sum.pairs < results.length ? `, ${count(sum.pairs)} of them` : '';
      return `| ${tool}${part} | ${cells.join(' | ')} |`;
    }),
  ];
}

function kindTable(counts) {
  return [
    '| kind | pairs | wrong, unparseable or missed | asked |',
    '| --- | ---: | ---: | ---: |',
    ...counts.map(([kind, { pairs, bad, asked }]) => `| ${kind} | ${pairs} | ${bad} | ${asked} |`),
  ];
}

const count = (number) => number.toLocaleString('en');
const share = (part, total) => (total === 0 ? '–' : `${part} (${((100 * part) / total).toFixed(1)}%)`);
