/** The whole lines that an item takes, with the comments right above it; undefined where it shares a line with others. */
export function regionOf(text, item, language) {
  const start = text.lastIndexOf('\n', item.start - 1) + 1;
  if (text.slice(start, item.start).trim() !== '') return undefined;
  let end = text.indexOf('\n', item.end);
  if (end < 0) end = text.length;
  const rest = text.slice(item.end, end).trim();
  if (rest !== '' && !/^[,;]?\s*(#|\/\/)/.test(rest) && rest !== ',' && rest !== ';') return undefined;
  let top = start;
  for (;;) {
    const above = text.lastIndexOf('\n', top - 2) + 1;
    if (top === 0 || !isComment(text.slice(above, top), language)) break;
    top = above;
  }
  return {
    start: top,
    own: start,
    end: Math.min(end + 1, text.length),
    indent: text.slice(start, item.start),
    lead: text.slice(top, start),
  };
}

function isComment(line, language) {
  const code = line.trim();
  if (language === 'js') return /^(\/\/|\/\*|\*)/.test(code) && !/^\*\/\s*\S/.test(code);
  if (language === 'css') return /^\/\*.*\*\/$/.test(code);
  if (language === 'html' || language === 'ejs') return false;
  return code.startsWith('#');
}

export const lineOf = (text, at) => text.slice(0, at).split('\n').length - 1;

/** Gives each line of a part of a text more or less indentation, but those that a string or `<pre>` holds. */
export function shiftLines(text, start, end, frozen, change) {
  const first = lineOf(text, start);
  return text
    .slice(start, end)
    .split('\n')
    .map((line, at) => (line.trim() === '' || frozen.includes(first + at) ? line : change(line)))
    .join('\n');
}

/** What one step of indentation is in a file. */
export function unitOf(text, language) {
  const found = /^(\t| +)\S/m.exec(language === 'js' ? text.replace(/^ \*.*$/gm, '') : text)?.[1];
  return found ?? (language === 'py' ? '    ' : '  ');
}

export const splice = (text, start, end, put) => text.slice(0, start) + put + text.slice(end);

/** A text of several lines at an indentation. */
export const indentLines = (text, indent) =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : indent + line))
    .join('\n');

/** The lines of a text without an indentation that they have in common. */
export const unindent = (text, indent) =>
  text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
