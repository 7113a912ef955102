/** Writes the results as Markdown. */
export function writeReport({
  rows,
  pairs,
  part,
  skipped,
  evolutions,
  moves,
  moved,
  upgrades,
  edits,
  backends,
  speed,
  copier,
}) {
  const inHalf = (half) => pairs.filter((pair) => pair.half === half);
  const heading = (half) =>
    `${count(inHalf(half).length)} pairs, ${inHalf(half).filter(({ expected }) => expected.kind === 'conflict').length} of them true conflicts`;
  const table = (half) => [
    '| way of merging | exactly right | false conflicts | missed conflicts | silently wrong | unparseable | prompts per build | p95 ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.tool} | ${cells(row[half])} |`),
  ];
  return [
    '# The regeneration benchmark',
    '',
    'Made by `npm run bench:regenerate`; do not edit.',
    '',
    `${evolutions} changes of a spec, ${moves} with renames that move files and ${upgrades} of the templates, built with ${backends.join(' and ')}, times ${edits} hand edits of the generated files.`,
    `Where the change leaves the edited file alone there is nothing to merge (${count(skipped.untouched)} pairs; every tool keeps the edit). Of the others`,
    `${part < 1 ? `a part of ${part}, chosen by a hash of their names, is taken; ` : ''}${count(skipped.unclear)} are set aside, because the edit would mean something else in its new place, and`,
    `${count(pairs.length)} are merged by every tool in one run. In ${count(moved)} of them the edited file moves: dazzle finds it by itself, the others are told.`,
    '',
    'The oracle is the edit applied to the new output, compared by syntax tree, scope by scope (the order of two additions to one',
    'list or class is free). Where the new version replaced what the user replaced, the right answer is a conflict.',
    '',
    '- **exactly right**: as the oracle says, a conflict where that is due included.',
    '- **false conflict**: asked, though there is one answer. **missed conflict**: merged, though both sides replaced the same.',
    '- **silently wrong**: merged without a question to something else. **unparseable**: merged to something that does not parse.',
    '- **prompts per build**: questions, rejected hunks or conflict markers left to the person, with one hand-edited file per build.',
    '- **p95 ms**: for one file; tools other than dazzle include the start of a process.',
    '',
    `Half of the pairs, chosen by a hash of their names, is held out: nobody looks at what fails there while the merge is worked on.`,
    '',
    `## Held-out half: ${heading('held')}`,
    '',
    ...table('held'),
    '',
    `## Tuning half: ${heading('tuning')}`,
    '',
    ...table('tuning'),
    '',
    ...(copier
      ? [
          '## Copier itself',
          '',
          `\`copier update --conflict inline\` on ${copier.pairs} of these pairs: ${summary(copier)}; ${(copier.p95 / 1000).toFixed(1)} s (p95).`,
          '',
        ]
      : []),
    '## Speed',
    '',
    speed,
    '',
  ].join('\n');
}

function cells(result) {
  return [
    share(result.right, result.total),
    share(result.falseConflicts, result.total),
    result.missed,
    result.wrong,
    result.unparseable,
    (result.questions / Math.max(1, result.total)).toFixed(2),
    result.p95.toFixed(1),
  ].join(' | ');
}

function summary(result) {
  return `${share(result.right, result.total)} exactly right, ${share(result.falseConflicts, result.total)} false conflicts, ${result.missed} missed conflicts, ${result.wrong} silently wrong, ${result.unparseable} unparseable`;
}

function count(number) {
  return number.toLocaleString('en');
}

function share(part, total) {
  return total === 0 ? '–' : `${part} (${((100 * part) / total).toFixed(1)}%)`;
}
