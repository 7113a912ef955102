/** A measured indentation: by Python's tab stops, and with a tab as one space. */
interface Margin {
  readonly columns: number;
  readonly characters: number;
}

/**
 * Claims that Python can tell the blocks of a text by its indentation: no mix of tabs and spaces that two tab widths
 * read differently, every dedent back to an open block, a deeper line after each header and nowhere else.
 */
export function hasPythonBlocks(text: string): boolean {
  const lines = readLogicalLines(text);
  if (!lines) return false;
  const open: Margin[] = [{ columns: 0, characters: 0 }];
  let isHeader = false;
  for (const { margin, opensBlock } of lines) {
    let top = open.at(-1)!;
    if (isHeader !== margin.columns > top.columns) return false;
    if (isHeader) {
      if (margin.characters <= top.characters) return false;
      open.push(margin);
    } else {
      while (margin.columns < top.columns) {
        open.pop();
        top = open.at(-1)!;
      }
      if (margin.columns !== top.columns || margin.characters !== top.characters) return false;
    }
    isHeader = opensBlock;
  }
  return !isHeader;
}

interface LogicalLine {
  readonly margin: Margin;
  /** Its last mark is a colon. */
  readonly opensBlock: boolean;
}

const piece =
  /[rRbBuUfFtT]{0,2}("""|''')(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)|[rRbBuUfFtT]{0,2}(?:"(?:\\[\s\S]|[^"\\\n])*("|$|(?=\n))|'(?:\\[\s\S]|[^'\\\n])*('|$|(?=\n)))|#[^\n]*|\\\n|[A-Za-z_0-9]+|[^\S\n]+|[\s\S]/y;

/** The logical lines of a text; undefined where a string or a bracket is not closed. */
function readLogicalLines(text: string): LogicalLine[] | undefined {
  const lines: LogicalLine[] = [];
  let depth = 0;
  let margin: Margin | undefined;
  let last = '';
  piece.lastIndex = 0;
  let lineStart = true;
  while (piece.lastIndex < text.length) {
    const start = piece.lastIndex;
    const [token] = piece.exec(text)!;
    if (token === '\n') {
      if (depth > 0) continue;
      if (margin) lines.push({ margin, opensBlock: last === ':' });
      margin = undefined;
      last = '';
      lineStart = true;
      continue;
    }
    if (token === '\\\n' || token.startsWith('#')) continue;
    if (token.trim() === '') continue;
    if (margin === undefined && lineStart) {
      margin = measure(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
      lineStart = false;
    }
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token) && --depth < 0) return undefined;
    last = token;
  }
  if (margin) lines.push({ margin, opensBlock: last === ':' });
  return depth === 0 ? lines : undefined;
}

function measure(indent: string): Margin {
  let columns = 0;
  for (const mark of indent) {
    if (mark === '\t') columns = (Math.floor(columns / 8) + 1) * 8;
    else if (mark === '\f') columns = 0;
    else columns++;
  }
  return { columns, characters: indent.length };
}
