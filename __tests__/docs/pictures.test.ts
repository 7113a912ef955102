import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const docs = path.resolve(import.meta.dirname, '../../docs');
const shots = path.join(docs, 'screenshots');

describe('the pictures of the docs', () => {
  it('play the session without scripts, links or anything from elsewhere, and stand still where that is wanted', () => {
    const svg = readFileSync(path.join(docs, 'session.svg'), 'utf8');
    expect(svg.match(/<script|<image|<foreignObject|<a |@import|url\((?!#)|href=/g)).toBeNull();
    expect(svg).toContain('@media (prefers-reduced-motion:reduce)');
    expect(svg).toContain('<title id="title">');
  });

  it('are small', () => {
    const large = readdirSync(shots).filter((file) => statSync(path.join(shots, file)).size > 150_000);
    expect(large).toEqual([]);
  });
});
