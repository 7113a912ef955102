import { describe, expect, it } from '@jest/globals';
import { gitignoreText, toAppName, toEntityName } from '../../../generators/app/index.ts';

describe('the .gitignore of a new project', () => {
  it('keeps the line ends of the one that is there', () => {
    const text = gitignoreText('node_modules/\r\n*.log\r\n');
    expect(text.startsWith('node_modules/\r\n*.log\r\n\r\n# dazzle')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(gitignoreText(text)).toBe(text);
  });

  it('begins on a line of its own', () => {
    expect(gitignoreText('*.log').split('\n').slice(0, 3)).toEqual([
      '*.log',
      '',
      '# dazzle: the rest of .dazzle/ belongs in git',
    ]);
  });
});

describe('the name that a folder suggests', () => {
  it.each([
    ['Größe', 'grosse'],
    ['Ærø shop', 'aero_shop'],
    ['Łódź', 'lodz'],
    ['MyShop 2', 'my_shop_2'],
    ['日本', ''],
  ])('of %s is %s', (folder, name) => {
    expect(toAppName(folder)).toBe(name);
  });
});

describe('the entity that a person names', () => {
  it.each([
    ['purchase order', 'PurchaseOrder'],
    ['HTTPLog entries', 'HTTPLogEntries'],
    ['2nd café', 'NdCafe'],
    ['42', ''],
  ])('%s is %s', (said, name) => {
    expect(toEntityName(said)).toBe(name);
  });
});
