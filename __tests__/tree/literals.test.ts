import { runInNewContext } from 'node:vm';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { hcl, html, indent, js, json, py, sh, toml, yaml } from '../../lib/tree/literals.ts';

describe('literals', () => {
  it.each([
    [py({ a: [1, true, null, 'it\'s "x"'] }), `{"a": [1, True, None, "it's \\"x\\""]}`],
    [js({ a: [1, true, null], 'b-c': "it's" }), `{ a: [1, true, null], 'b-c': 'it\\'s' }`],
    [js('</script>'), `'\\x3C/script>'`],
    [json({ a: 1 }), '{\n  "a": 1\n}'],
    [yaml({ a: 'plain text', b: 'yes', c: 'a: b', d: '' }), '{ a: plain text, b: "yes", c: "a: b", d: "" }'],
    [toml({ a: 'x "y"', 'b c': [1, 2] }), '{ a = "x \\"y\\"", "b c" = [1, 2] }'],
    [hcl({ a: '${x} %{if}' }), '{ a = "$${x} %%{if}" }'],
    [sh("it's"), `'it'\\''s'`],
    [sh('a/b.c'), 'a/b.c'],
    [html(`<a href="x">'&`), '&lt;a href=&#34;x&#34;&gt;&#39;&amp;'],
    [indent('a\nb\n\nc', 4), 'a\n    b\n\n    c'],
  ])('writes %s', (written, expected) => {
    expect(written).toBe(expected);
  });

  it('js() evaluates to the text it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(runInNewContext(js(text))).toBe(text);
      }),
    );
  });

  it('toml() reads back as the text it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parse(`a = ${toml(text)}`)).toEqual({ a: text });
      }),
    );
  });

  it('py() evaluates to the text it was given', () => {
    const texts = ["it's", '"', '\\', '\u0000\u001f\u007f\u2028', 'ünï 😀', '{x}', '%s', '\n\r\t'];
    const script = `import json; print(json.dumps(${py(texts)}))`;
    const run = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
    if (run.error !== undefined) return;
    expect(JSON.parse(run.stdout)).toEqual(texts);
  });

  it('refuse what has no literal', () => {
    expect(() => html(null)).toThrow('a template can print text, numbers and booleans, but not null');
    expect(() => toml(null)).toThrow('toml() cannot write null');
    expect(() => py(undefined)).toThrow('py() cannot write undefined');
  });
});
