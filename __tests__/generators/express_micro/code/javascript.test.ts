import { describe, expect, it } from '@jest/globals';
import {
  commentText,
  importLines,
  keyCode,
  objectCode,
  viewCode,
} from '../../../../generators/express_micro/code/javascript.ts';

describe('importLines', () => {
  const candidates = [
    { module: './b.js', name: 'second' },
    { module: './b.js', name: 'first' },
    { module: 'zod', name: 'z' },
    { module: './a.js', name: 'today' },
  ];

  it('imports what the code uses, packages first', () => {
    expect(importLines('z.object({ a: first(second) })', candidates)).toBe(
      "import { z } from 'zod';\nimport { first, second } from './b.js';",
    );
  });

  it('takes no name from texts, comments, members or keys', () => {
    expect(importLines("/** today */ x.today({ today: 'today' })", candidates)).toBe('');
  });
});

describe('code', () => {
  it('writes objects with short members, and leaves out what is undefined', () => {
    expect(objectCode({ form: 'form', 'a-b': '1', gone: undefined })).toBe("{ form, 'a-b': 1 }");
    expect(objectCode({})).toBe('{}');
    expect(keyCode('class')).toBe('class');
  });

  it('never ends a tag of a view, nor a comment', () => {
    expect(viewCode('100 %>')).toBe("'100 %\\x3E'");
    expect(commentText('An end */ of\nit.')).toBe('An end * / of it');
  });
});
