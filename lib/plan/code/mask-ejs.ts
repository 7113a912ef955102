/** A tag of EJS: its mark, and its code. */
export const ejsTag = /<%([=\-#%_]?)([\s\S]*?)[-_]?%>/g;

/** The code of an EJS page as a script in which every offset is that of the page. */
export function maskEjs(text: string): string {
  let script = '';
  let end = 0;
  for (const found of text.matchAll(ejsTag)) {
    const [whole, mark = '', code = ''] = found;
    script += blank(text.slice(end, found.index));
    end = found.index + whole.length;
    const rest = whole.length - 2 - mark.length - code.length;
    if (mark === '=' || mark === '-') script += `; (${code}${');'.padEnd(rest)}`;
    else if (mark === '' || mark === '_')
      script += `${' '.repeat(2 + mark.length)}${code}${';'.padEnd(rest)}`;
    else script += blank(whole);
  }
  return script + blank(text.slice(end));
}

/** A text of which only the line ends are left, so that every offset stays. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
