import { describe, expect, it } from '@jest/globals';
import { codesOf } from './check-spec.ts';

describe('an entity', () => {
  it.each<[string, string, string[]]>([
    ['that only refers to itself is unused', '  parent: ref Thing', ['DZL189']],
    [
      'that another entity refers to is used',
      '\nentity Part "Part":\n  id: uuid pk\n  of: ref Thing\nsurface parts "P":\n  uses entity Part',
      [],
    ],
    ['that a region shows is used', '\nworkspace home "Home":\n  things:\n    source: Thing', []],
    ['that a test creates is used', '\ntest made "Made":\n  action: create Thing', []],
    ['is not called unused where there are errors', '  x: ref Nothing', ['DZL104']],
  ])('%s', (_title, lines, codes) => {
    expect(codesOf(`entity Thing "Thing":\n  id: uuid pk\n${lines}`)).toEqual(codes);
  });
});
