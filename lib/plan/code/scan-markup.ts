import { tokenSeparator } from './expression.ts';
import type { Expression } from './expression.ts';

/** A piece of a page: a tag, a template tag, a comment, a stretch of text within one line. */
export interface MarkupToken extends Expression {
  readonly role: 'open' | 'close' | 'branch' | 'alone' | 'text';
  /** What a close must match: the element, `%if` for a Django tag, `<%` for a block of EJS. */
  readonly match: string;
}

const voidElements = new Set(
  'area base br col embed hr img input link meta source track wbr !doctype'.split(' '),
);
/** Elements that hold plain text. */
export const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'pre']);
/** Elements whose spaces show. */
const spacedElements = new Set(['textarea', 'pre']);
const blockTags = new Set(
  'autoescape block blocktrans blocktranslate cache comment filter for if ifchanged language spaceless with'.split(
    ' ',
  ),
);
const branchTags = new Set(['elif', 'else', 'empty', 'plural']);

const piece =
  /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{#[\s\S]*?#\}|<%[\s\S]*?%>|<!--[\s\S]*?-->|<\/?[a-zA-Z!][^\s>/%{]*|[^<{\n]+|\n|[<{]/y;

const template = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<%[\s\S]*?%>/.source;
const quoted = `"(?:${template}|[^"])*"|'(?:${template}|[^'])*'`;
const attribute = new RegExp(
  `${template}|[^\\s"'<>/={%]+(?:\\s*=\\s*(?:${quoted}|(?:${template}|[^\\s"'<>{])+))?`,
  'y',
);

/** Cuts a page with template tags (Django's or EJS) into tokens; undefined where a tag does not end. */
export function scanMarkup(source: string): MarkupToken[] | undefined {
  const tokens: MarkupToken[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const start = piece.lastIndex;
    const found = piece.exec(source)?.[0];
    if (found === undefined) return undefined;
    if (/^<\/?[a-zA-Z!]/.test(found) && !found.startsWith('<!--')) {
      const tag = readTag(source, start, found);
      if (!tag) return undefined;
      tokens.push(tag);
      piece.lastIndex = tag.end;
      if (tag.role === 'open' && rawElements.has(tag.match)) {
        const end = source.toLowerCase().indexOf(`</${tag.match}`, tag.end);
        if (end < 0) return undefined;
        tokens.push(...rawText(source, tag.end, end, spacedElements.has(tag.match)));
        piece.lastIndex = end;
      }
    } else if (found.trim() !== '') {
      tokens.push(readPiece(source, start, found));
    }
  }
  return tokens;
}

function readTag(source: string, start: number, opening: string): MarkupToken | undefined {
  const name = opening.replace(/^<\/?/, '').toLowerCase();
  const parts = [leaf(source, start, start + opening.length)];
  let at = start + opening.length;
  for (;;) {
    at += /^\s*/.exec(source.slice(at, at + 2000))![0].length;
    const mark = /^(?:\/?>)/.exec(source.slice(at, at + 2))?.[0];
    if (mark) {
      parts.push(leaf(source, at, at + mark.length, '>'));
      const role = opening.startsWith('</')
        ? 'close'
        : mark === '/>' || voidElements.has(name)
          ? 'alone'
          : 'open';
      return { ...node('tag', parts), role, match: name };
    }
    attribute.lastIndex = at;
    const found = attribute.exec(source);
    if (!found) return undefined;
    parts.push(leaf(source, at, at + found[0].length));
    at += found[0].length;
  }
}

function readPiece(source: string, start: number, text: string): MarkupToken {
  const indent = text.length - text.trimStart().length;
  const token = leaf(source, start + indent, start + text.trimEnd().length);
  const django = /^\{%-?\s*(\w+)/.exec(text)?.[1];
  if (django !== undefined) {
    if (django.startsWith('end')) return { ...token, role: 'close', match: `%${django.slice(3)}` };
    if (branchTags.has(django)) return { ...token, role: 'branch', match: '%' };
    return { ...token, role: blockTags.has(django) ? 'open' : 'alone', match: `%${django}` };
  }
  if (/^<%(?![=\-#%])/.test(text)) {
    const code = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '');
    const closes = /^<%[_-]?\s*\}/.test(code);
    const opens = /\{\s*[_-]?%>$/.test(code);
    if (closes && opens) return { ...token, role: 'branch', match: '<%' };
    if (closes || opens) return { ...token, role: opens ? 'open' : 'close', match: '<%' };
  }
  const alone = /^(?:\{[{#%]|<[%!])/.test(text);
  return { ...token, role: alone ? 'alone' : 'text', match: '' };
}

/** Script, style and the like: a token a line. */
function rawText(source: string, start: number, end: number, spaced: boolean): MarkupToken[] {
  const tokens: MarkupToken[] = [];
  let at = start;
  for (const line of source.slice(start, end).split(/(?<=\n)/)) {
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== '') {
      tokens.push({
        ...leaf(source, at + indent, at + line.trimEnd().length, spaced ? line : undefined),
        role: 'text',
        match: '',
      });
    }
    at += line.length;
  }
  return tokens;
}

function leaf(source: string, start: number, end: number, print?: string): Expression {
  const text = source.slice(start, end).replace(/\s+/g, ' ');
  return { type: 'markup', start, end, source, print: print ?? text, parts: [] };
}

function node(type: string, parts: readonly Expression[]): Expression {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const print = parts.map((part) => part.print).join(tokenSeparator);
  return { type, start: first.start, end: last.end, source: first.source, print, parts };
}
