import type { Colours } from '../terminal.ts';
import { languageOf } from './highlight.ts';

/** Colours one line of code; red and green stay free for what is removed and added. */
export type PaintLine = (line: string) => string;

/** Loads what colours the lines of a file by its language; where there is no colour or no language, lines stay as they are. */
export async function loadPainter(file: string, colours: Colours): Promise<PaintLine> {
  const language = languageOf(file);
  if (language === undefined || !colours.isColorSupported) return (line) => line;
  const { default: highlighter } = await import('highlight.js');
  return (line) =>
    paintMarkup(highlighter.highlight(line, { language, ignoreIllegals: true }).value, colours);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

function paintMarkup(html: string, colours: Colours): string {
  const open: string[] = [];
  return html.replace(/<span class="([^"]*)">|<\/span>|[^<]+/g, (part, kind: string | undefined) => {
    if (kind === undefined && part !== '</span>') {
      const text = part.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity]!);
      return tintOf(open.at(-1), colours)(text);
    }
    if (kind === undefined) open.pop();
    else open.push(kind);
    return '';
  });
}

function tintOf(kind: string | undefined, colours: Colours): (text: string) => string {
  if (kind === undefined) return (text) => text;
  if (/comment|quote|meta/.test(kind)) return colours.gray;
  if (/string|regexp/.test(kind)) return colours.yellow;
  if (/keyword|built_in|literal|template-tag/.test(kind)) return colours.magenta;
  if (/number|symbol/.test(kind)) return colours.cyan;
  if (/title|name|attr|section|property/.test(kind)) return colours.blue;
  return (text) => text;
}
