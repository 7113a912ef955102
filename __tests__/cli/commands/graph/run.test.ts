import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({
    'dazzle.toml': '[project]\nname = "shop"\n',
    'dsl/app.dsl': 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n',
  });
});
afterEach(() => place.remove());

describe('dazzle graph --out', () => {
  it.each([
    ['app.svg', '<svg'],
    ['app.SVG', '<svg'],
    ['app', '<svg'],
    ['app.mmd', '---\ntitle'],
    ['app.gv', 'digraph'],
  ])('draws what the ending of %s says', async (file, start) => {
    expect((await run(['graph', '--out', file], { cwd: place.folder })).status).toBe(0);
    expect(readFileSync(join(place.folder, file), 'utf8')).toContain(start);
  });

  it('writes no SVG into a file that is called a picture of another kind (DZL503)', async () => {
    expect(await run(['graph', '--out', 'app.png'], { cwd: place.folder })).toEqual({
      status: 1,
      out: '',
      err:
        'error DZL503  dazzle graph draws SVG, Mermaid and DOT, and --out names a png file\n' +
        '    fix: let --out end in .svg, .mmd or .dot; Graphviz makes others: dazzle graph --format dot | dot -Tpng -o app.png\n',
    });
    expect(existsSync(join(place.folder, 'app.png'))).toBe(false);
  });
});

describe('dazzle graph --format', () => {
  it.each([
    ['svg', '<svg'],
    ['mermaid', '---\ntitle'],
    ['dot', 'digraph'],
  ])('draws %s on stdout, and nothing else', async (format, start) => {
    const { status, out } = await run(['graph', '--format', format], { cwd: place.folder });
    expect([status, out.slice(0, start.length)]).toEqual([0, start]);
  });

  it.each([
    ['mermiad', 'did you mean --format mermaid?'],
    ['png', 'write --format svg'],
  ])('refuses %s (DZL503)', async (format, fix) => {
    expect(await run(['graph', '--format', format], { cwd: place.folder })).toEqual({
      status: 1,
      out: '',
      err: `error DZL503  --format takes svg, mermaid or dot, not "${format}"\n    fix: ${fix}\n`,
    });
  });

  it('says where a picture cannot be written (DZL520)', async () => {
    const { status, err } = await run(['graph', '--out', 'dazzle.toml/app.svg'], { cwd: place.folder });
    expect([status, err]).toEqual([
      1,
      expect.stringContaining('error DZL520  the picture cannot be written to'),
    ]);
  });
});
