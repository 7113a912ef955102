import { describe, expect, it } from '@jest/globals';
import { loadJavaScript } from '../../../lib/plan/code/parse-javascript.ts';
import { maskEjs } from '../../../lib/plan/code/mask-ejs.ts';

describe('the code of an EJS page', () => {
  const page = '<% if (a) { -%>\n<b><%= a.b -%></b>\n<%# a note %>\n<% } %>\n';

  it('is a script', async () => {
    expect((await loadJavaScript())(maskEjs(page))).toBeDefined();
  });

  it('stands where it stands in the page', () => {
    const script = maskEjs(page);
    expect(script).toHaveLength(page.length);
    expect(script.indexOf('a.b')).toBe(page.indexOf('a.b'));
    expect(script).not.toMatch(/note|<b>/);
  });
});
