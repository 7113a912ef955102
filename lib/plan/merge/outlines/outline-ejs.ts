import { joinNames } from '../../code/bound-names.ts';
import { readJavaScriptNames } from '../../code/javascript-names.ts';
import { ejsTag } from '../../code/mask-ejs.ts';
import { loadJavaScript } from '../../code/parse-javascript.ts';
import type { ParseJavaScript } from '../../code/parse-javascript.ts';
import { outlineHtml } from './outline-html.ts';
import type { Outline, ReadOutline } from './unit.ts';

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

/** What a program's own parser tells of a text; its names are unknown where it refuses the text. */
function readProgram(parse: ParseJavaScript, text: string): Pick<Outline, 'isLawful' | 'names'> {
  return {
    isLawful: () => parse(text) !== undefined,
    names: () => {
      const program = parse(text);
      return joinNames(program ? [readJavaScriptNames(program.body)] : []);
    },
  };
}
