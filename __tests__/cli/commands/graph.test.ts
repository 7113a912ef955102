import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/make-backend.ts';
import { run } from '../support/run.ts';

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
