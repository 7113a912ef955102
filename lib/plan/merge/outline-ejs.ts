import { ejsTag } from './mask-ejs.ts';
import { outlineHtml } from './outline-html.ts';
import { loadJavaScript, readProgram } from './parse-javascript.ts';
import type { ReadOutline } from './unit.ts';

/** Reads an EJS page as markup, and its code as the program that it compiles to. */
export async function outlineEjs(): Promise<ReadOutline> {
  const parse = await loadJavaScript();
  return (text) => ({ ...outlineHtml(text), ...readProgram(parse, compileEjs(text)) });
}

/** The program of a page: its code in order, each text between as an empty statement. */
function compileEjs(text: string): string {
  let program = '';
  let end = 0;
  for (const found of text.matchAll(ejsTag)) {
    const [whole, mark, code] = found as unknown as [string, string, string];
    if (found.index > end) program += ';';
    end = found.index + whole.length;
    if (mark === '=' || mark === '-') program += `(${code}\n);`;
    else if (mark === '' || mark === '_') program += `${code}\n`;
  }
  return end < text.length ? `${program};` : program;
}
