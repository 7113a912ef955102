import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const { importCircles } = await import('../../scripts/check-seam/import-circles.mjs' as string);

const root = path.resolve(import.meta.dirname, '../..');

it('no two files of lib and generators import each other in a circle, types included', () => {
  const files = ['lib', 'generators'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') })),
  );
  expect(files.length).toBeGreaterThan(400);
  expect(importCircles(files)).toEqual([]);
});
