import path from 'node:path';

const languages: Readonly<Record<string, string>> = {
  py: 'python', js: 'javascript', mjs: 'javascript', ts: 'typescript', html: 'django', ejs: 'xml', css: 'css', json: 'json', md: 'markdown',
  yaml: 'yaml', yml: 'yaml', toml: 'ini', ini: 'ini', env: 'ini', sh: 'bash', sql: 'sql', tf: 'ini', Dockerfile: 'dockerfile',
}; // prettier-ignore

/** The highlighter's language of a path, or undefined. */
export function languageOf(file: string): string | undefined {
  const name = path.posix.basename(file);
  return languages[name] ?? languages[name.slice(name.lastIndexOf('.') + 1)];
}

/** Colours a text by its path's language and gives its lines as safe HTML; an unknown language is only escaped. */
export async function highlightLines(file: string, text: string): Promise<string[]> {
  const language = languageOf(file);
  if (language === undefined || text.length > 400_000) return splitLines(escapeHtml(text));
  const { default: highlighter } = await import('highlight.js');
  return splitSpans(highlighter.highlight(text, { language, ignoreIllegals: true }).value);
}

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function splitLines(html: string): string[] {
  const lines = html.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Splits coloured HTML into lines, closing and reopening the spans that run across a line's end. */
function splitSpans(html: string): string[] {
  const open: string[] = [];
  return splitLines(html).map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === '</span>') open.pop();
      else open.push(tag);
    }
    return before + line + '</span>'.repeat(open.length);
  });
}
