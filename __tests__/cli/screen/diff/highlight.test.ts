import { expect, it } from '@jest/globals';
import { escapeHtml, highlightLines, languageOf } from '../../../../lib/cli/screen/diff/highlight.ts';

it.each([
  ['app/models.py', 'python'],
  ['views/page.ejs', 'xml'],
  ['Dockerfile', 'dockerfile'],
  ['apps/.env', 'ini'],
  ['notes.txt', undefined],
  ['LICENSE', undefined],
])('the language of %s is %s', (file, language) => {
  expect(languageOf(file)).toBe(language);
});

it('escapes what would be markup', () => {
  expect(escapeHtml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});

it.each([
  ['a text of no known language', 'notes.txt', '<b>\nx\r\n', ['&lt;b&gt;', 'x']],
  ['a text that is too long to colour', 'a.py', `${'x'.repeat(400_001)}<`, [`${'x'.repeat(400_001)}&lt;`]],
  ['nothing', 'a.py', '', []],
])('only escapes %s', async (_, file, text, lines) => {
  expect(await highlightLines(file, text)).toEqual(lines);
});

it('colours a text line by line, with spans that end where their line does', async () => {
  const lines = await highlightLines('a.py', 'x = """one <b>\ntwo"""\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line.match(/<span/g)).toHaveLength(line.match(/<\/span>/g)!.length);
    expect(line).not.toContain('<b>');
  }
  expect(lines[1]).toContain('hljs-string');
});
