import { describe, expect, it } from '@jest/globals';
import { cutClass, cutPython } from '../../../../lib/plan/merge/outlines/cut-python.ts';

const textsOf = (text: string): string[] | undefined => cutPython(text)?.map((stretch) => stretch.text);

describe('cutPython', () => {
  it.each([
    ['each statement', ['a = 1\n', 'b = 2\n']],
    ['comments and blank lines with what follows', ['a = 1\n', '\n# about b\nb = 2\n']],
    ['decorators with what they decorate', ['a = 1\n', '@one\n@two\ndef b():\n    pass\n', 'c = 1\n']],
    ['branches together', ['if a:\n    b\nelif c:\n    d\nelse:\n    e\n', 'f = 1\n']],
    ['handlers together', ['try:\n    a\nexcept E:\n    b\nfinally:\n    c\n', 'd = 1\n']],
    ['lines in brackets together', ['a = [\n1,\n]\n', 'b = 2\n']],
    ['continued lines together', ['a = 1 + \\\n2\n', 'b = 2\n']],
    ['a string over lines together', ['a = """\nb = "\n"""\n', "c = '''\nd\n'''\n", 'e = 1\n']],
    ['a bracket in a comment', ['a = 1  # (\n', 'b = 2\n']],
    ['a bracket in a string', ['a = "(\\""\n', "b = '['\n", 'c = 3']],
    ['an indented comment with both', ['def a():\n    pass\n    # more\n\nb = 1\n', 'c = 2\n']],
  ])('keeps %s', (_, stretches) => {
    expect(textsOf(stretches.join(''))).toEqual(stretches);
  });

  it.each(['a = (1\n', 'a = 1)\n', 'a = """\n', "a = '\n", '  a = 1\n', 'else:\n    pass\n'])(
    'does not cut %j',
    (text) => {
      expect(cutPython(text)).toBeUndefined();
    },
  );
});

describe('cutClass', () => {
  it('takes a class apart', () => {
    const text =
      '# about A\n@one\nclass A(B):\n    x = 1\n\n    # about f\n    def f(self):\n        return """\n) """\n\n';
    expect(cutClass(text)).toEqual({
      frame: '# about A\n@one\nclass A(B):\n    pass\n\n',
      inner: [
        { text: '    x = 1\n', known: '    ' },
        { text: '\n    # about f\n    def f(self):\n        return """\n) """\n', known: '    ' },
      ],
    });
  });

  it.each([
    ['a function', 'def a():\n    pass\n'],
    ['a class on one line', 'class A: pass\n'],
    ['a comment first', 'class A:\n    # note\n    x = 1\n'],
    ['a comment last', 'class A:\n    x = 1\n    # note\n'],
    ['a comment at the margin', 'class A:\n    x = 1\n# note\n    y = 2\n'],
    ['two statements', 'class A:\n    x = 1\ny = 2\n'],
    ['two margins', 'class A:\n    x = 1\n\ty = 2\n'],
  ])('leaves %s', (_, text) => {
    expect(cutClass(text)).toBeUndefined();
  });
});
