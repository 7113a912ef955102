import { expect, it } from '@jest/globals';
import { kitAsset } from '../../lib/kit/assets.ts';

it.each(['site.css', 'site.js', 'icon.svg'] as const)('%s loads nothing from elsewhere', (name) => {
  const text = kitAsset(name).replace('http://www.w3.org/2000/svg', '');
  expect(text.length).toBeGreaterThan(100);
  expect(text).not.toMatch(/https?:|@import|url\(/);
});
