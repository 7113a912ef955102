/** Finds and changes blocks of a text by their indentation, without any merging code. */

const indentOf = (line) => line.length - line.trimStart().length;

/** The lines of the first block whose head matches: decorators above, head, and the deeper lines below. */
export function findBlock(lines, head, from = 0, to = lines.length) {
  for (let at = from; at < to; at++) {
    if (!head.test(lines[at])) continue;
    const indent = indentOf(lines[at]);
    let end = at + 1;
    for (let row = at + 1; row < to; row++) {
      if (lines[row].trim() === '') continue;
      const closes = indentOf(lines[row]) === indent && /^[)\]}]/.test(lines[row].trim());
      if (indentOf(lines[row]) <= indent && !closes) break;
      end = row + 1;
      if (closes && !lines[row].trimEnd().endsWith(':') && !lines[row].trimEnd().endsWith('{')) break;
    }
    let start = at;
    while (start > from && /^\s*@/.test(lines[start - 1]) && indentOf(lines[start - 1]) === indent) start--;
    return { start, at, end, indent };
  }
  return null;
}

/** Follows heads into one another: a class, then a method of it. */
export function findNested(lines, heads) {
  let block = null;
  for (const head of heads) {
    block = block ? findBlock(lines, head, block.at + 1, block.end) : findBlock(lines, head);
    if (!block) return null;
  }
  return block;
}

/** Whether the block that an edit works in is there. */
const holds = (heads) => (text) => heads.length === 0 || findNested(text.split('\n'), heads) !== null;

/** An edit that replaces lines of a block; `change` gets the block's lines and gives new ones, or null. */
export const inBlock = (heads, change, essence = () => '') => ({
  holds: holds(heads),
  apply(text) {
    const lines = text.split('\n');
    const block = findNested(lines, heads);
    const changed = block && change(lines.slice(block.start, block.end), ' '.repeat(block.indent));
    if (!changed) return null;
    return [...lines.slice(0, block.start), ...changed, ...lines.slice(block.end)].join('\n');
  },
  essence(text) {
    const lines = text.split('\n');
    const block = findNested(lines, heads);
    return block ? essence(lines.slice(block.start, block.end)) : null;
  },
});

/** An edit that replaces what a pattern finds; its essence is what is replaced. */
export const replaceIn = (heads, pattern, replacement) => ({
  holds: holds(heads),
  apply(text) {
    const lines = text.split('\n');
    const block = heads.length > 0 ? findNested(lines, heads) : { start: 0, end: lines.length };
    if (!block) return null;
    const part = lines.slice(block.start, block.end).join('\n');
    if (!pattern.test(part)) return null;
    const changed = part.replace(pattern, replacement);
    if (changed === part) return null;
    return [...lines.slice(0, block.start), changed, ...lines.slice(block.end)].join('\n');
  },
  essence(text) {
    const lines = text.split('\n');
    const block = heads.length > 0 ? findNested(lines, heads) : { start: 0, end: lines.length };
    if (!block) return null;
    return pattern.exec(lines.slice(block.start, block.end).join('\n'))?.[0] ?? null;
  },
});

/** An edit that takes away what a pattern finds. */
export const takeOut = (heads, pattern) => ({ ...replaceIn(heads, pattern, ''), deletes: true });

/** An edit of layout or order: it takes nothing away that another change could contradict. */
export const rearrange = (heads, pattern, replacement) => ({
  ...replaceIn(heads, pattern, replacement),
  essence: () => '',
});

/** An edit that writes beside what a pattern finds, and so replaces nothing. */
export const insertIn = (heads, pattern, replacement) => {
  const edit = replaceIn(heads, pattern, replacement);
  return { ...edit, essence: (text) => (edit.essence(text) === null ? null : '') };
};

/** An edit of the whole text. */
export const onWhole = (apply) => ({ apply, essence: () => '' });

/** Adds lines at the end of a block. */
export const appendTo = (heads, added) =>
  inBlock(heads, (lines, indent) => [...lines, ...added.map((line) => (line === '' ? '' : indent + line))]);

/** Deletes a block; where the block changed, it is another matter. */
export const deleteBlock = (heads) => ({
  deletes: true,
  apply(text) {
    const lines = text.split('\n');
    const block = findNested(lines, heads);
    if (!block) return null;
    let { start, end } = block;
    if (lines[start - 1] === '' && (lines[end] ?? '') === '')
      while (lines[end] === '' && end < lines.length - 1) end++;
    return [...lines.slice(0, start), ...lines.slice(end)].join('\n');
  },
  essence(text) {
    const lines = text.split('\n');
    const block = findNested(lines, heads);
    return block && lines.slice(block.start, block.end).join('\n');
  },
});

/** Swaps two neighbouring blocks. */
export const swapBlocks = (heads, first, second) => ({
  holds: holds(heads),
  apply(text) {
    const lines = text.split('\n');
    const outer = heads.length > 0 ? findNested(lines, heads) : { at: -1, end: lines.length };
    if (!outer) return null;
    const one = findBlock(lines, first, outer.at + 1, outer.end);
    const two = one && findBlock(lines, second, one.end, outer.end);
    if (!two) return null;
    return [
      ...lines.slice(0, one.start),
      ...lines.slice(two.start, two.end),
      ...lines.slice(one.end, two.start),
      ...lines.slice(one.start, one.end),
      ...lines.slice(two.end),
    ].join('\n');
  },
  essence: () => '',
});

/** Swaps two lines of a block. */
export const swapLines = (heads, first, second) => ({
  holds: holds(heads),
  apply(text) {
    const lines = text.split('\n');
    const block = heads.length > 0 ? findNested(lines, heads) : { at: -1, end: lines.length };
    const place = (pattern) =>
      lines.findIndex((line, at) => at > (block?.at ?? 0) && at < (block?.end ?? 0) && pattern.test(line));
    const [one, two] = [place(first), place(second)];
    if (one < 0 || two < 0) return null;
    [lines[one], lines[two]] = [lines[two], lines[one]];
    return lines.join('\n');
  },
  essence: () => '',
});
