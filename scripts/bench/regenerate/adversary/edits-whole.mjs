import { shiftLines } from './lines.mjs';
import { requoteAll } from './edits-code.mjs';
import { listsIn } from './locate.mjs';

/** Edits of a whole file: its indentation, quotes, line ends, lists over lines. Their meaning is that of the file before. */
const whole = (name, fits, change) => ({
  name,
  isWhole: true,
  plan: ({ file }) => (fits(file) ? {} : undefined),
  apply: (file) => ({ texts: [change(file)] }),
});

const reindent = (file, from, to) =>
  shiftLines(file.text, 0, file.text.length, file.read.frozen, (line) => {
    const spaces = /^ */.exec(line)[0].length;
    const isStar = file.language === 'js' && line[spaces] === '*';
    const steps = Math.floor(spaces / from);
    return to.repeat(steps) + (isStar ? ' ' : ' '.repeat(spaces - steps * from)) + line.slice(spaces);
  });

const isIndented = ({ language }) => /^(py|js|html|ejs|css)$/.test(language);
const stepOf = ({ language }) => (language === 'py' ? 4 : 2);

export const wholeEdits = [
  whole('tabs', isIndented, (file) => reindent(file, stepOf(file), '\t')),
  whole('other indentation', isIndented, (file) =>
    reindent(file, stepOf(file), stepOf(file) === 4 ? '  ' : '    '),
  ),
  whole(
    'other quotes',
    ({ language }) => /^(py|js)$/.test(language),
    (file) => requoteAll(file.text, stringsIn(file.read.tree)),
  ),
  whole(
    'Windows line ends',
    ({ text }) => !text.includes('\r'),
    ({ text }) => text.replaceAll('\n', '\r\n'),
  ),
  whole(
    'no last newline',
    () => true,
    ({ text }) => text.replace(/\n+$/, ''),
  ),
  whole('lists over lines', ({ language }) => /^(py|js)$/.test(language), spreadLists),
  whole(
    'more blank lines',
    ({ language }) => /^(py|js|css)$/.test(language),
    (file) =>
      shiftLines(file.text, 0, file.text.length, file.read.frozen, (line) =>
        /^(\s*)(def|function|export|return|\.)/.test(line) && !/^\s*\./.test(line) ? `\n${line}` : line,
      ),
  ),
];

function stringsIn(tree) {
  const found = listsIn(tree).flatMap(({ list }) => list.items.flatMap(({ strings = [] }) => strings));
  return [...new Map(found.map((one) => [one[0], one])).values()].sort((one, other) => one[0] - other[0]);
}

/** Writes each list of plain things that stands on one line over several lines. */
function spreadLists({ text, read }) {
  const lists = listsIn(read.tree)
    .map(({ list }) => list)
    .filter(
      ({ kind, context, items }) =>
        kind === 'comma' &&
        context === 'list' &&
        items.length > 1 &&
        items.every(({ type }) => /^(Constant|Literal)$/.test(type)),
    )
    .filter(({ items }) => !text.slice(items[0].start, items.at(-1).end).includes('\n'));
  const starts = [...new Map(lists.map((list) => [list.items[0].start, list])).values()].sort(
    (one, other) => other.items[0].start - one.items[0].start,
  );
  return starts.reduce((changed, { items }) => {
    const line = changed.lastIndexOf('\n', items[0].start) + 1;
    const indent = /^\s*/.exec(changed.slice(line))[0];
    const step = indent + (changed.includes('\n    ') ? '    ' : '  ');
    if (changed[items[0].start - 1] !== '[' || changed[items.at(-1).end] !== ']') return changed;
    const body = items.map(({ start, end }) => `\n${step}${text.slice(start, end)},`).join('');
    return changed.slice(0, items[0].start) + body + `\n${indent}` + changed.slice(items.at(-1).end);
  }, text);
}
