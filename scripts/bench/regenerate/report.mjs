/** Writes the results as Markdown. */
export function writeReport({ rows, pairs, skipped, evolutions, edits, backends, speed, failures, copier }) {
  const of = (half) => pairs.filter((pair) => half === 'all' || pair.half === half).length;
  const conflicts = (half) =>
    pairs.filter((pair) => (half === 'all' || pair.half === half) && pair.expected.kind === 'conflict')
      .length;
  const table = (half) => [
    '| way of merging | exactly right | false conflicts | missed conflicts | silently wrong | unparseable | prompts per build | p95 ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ tool, [half]: r }) =>
        `| ${tool} | ${share(r.right, r.total)} | ${share(r.falseConflicts, r.total)} | ${r.missed} | ${r.wrong} | ${r.unparseable} | ${(r.questions / r.total).toFixed(2)} | ${r.p95.toFixed(1)} |`,
    ),
  ];
  return [
    '# The regeneration benchmark',
    '',
    'Made by `npm run bench:regenerate`; do not edit.',
    '',
    `${evolutions} changes of a spec, built with ${backends.join(' and ')}, times ${edits} hand edits of the generated files. Of`,
    `${(pairs.length + skipped.untouched + skipped.unclear).toLocaleString('en')} pairs where the edit applies, ${skipped.untouched.toLocaleString('en')} need no merge, because the change left the edited file alone (every`,
    `tool keeps it); ${skipped.unclear} are set aside, because the edit would mean something else in the new place. The ${pairs.length.toLocaleString('en')} pairs`,
    'that remain are merged by every tool in one run.',
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
    `## Held-out half: ${of('held').toLocaleString('en')} pairs, ${conflicts('held')} of them true conflicts`,
    '',
    ...table('held'),
    '',
    `## Tuning half: ${of('tuning').toLocaleString('en')} pairs, ${conflicts('tuning')} of them true conflicts`,
    '',
    ...table('tuning'),
    '',
    ...(copier ? ['## Copier itself', '', copier, ''] : []),
    '## Speed',
    '',
    speed,
    '',
    ...failures,
  ].join('\n');
}

function share(count, total) {
  return total === 0 ? '–' : `${count} (${((100 * count) / total).toFixed(1)}%)`;
}
