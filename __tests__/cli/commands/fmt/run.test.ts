import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

const loose = 'entity  A   "A":\n    id: uuid   pk\n';
const neat = 'entity A "A":\n  id: uuid pk\n';

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({ 'here.dsl': loose });
});
afterEach(() => place.remove());

const textOf = (path: string): string => readFileSync(join(place.folder, path), 'utf8');

describe('dazzle fmt', () => {
  it('formats the specs of the project around it, or says with --check that they are not', async () => {
    place.put('shop/dazzle.toml', '[project]\nname = "shop"\n');
    place.put('shop/dsl/app.dsl', `app shop "Shop"\n${loose}`);
    const fmt = (...argv: string[]) => run(['fmt', ...argv], { cwd: join(place.folder, 'shop/dsl') });
    expect(await fmt('--check')).toMatchObject({
      status: 1,
      out: expect.stringContaining('unformatted  dsl/app.dsl'),
    });
    expect((await fmt()).status).toBe(0);
    expect(textOf('shop/dsl/app.dsl')).toBe(`app shop "Shop"\n${neat}`);
    expect((await fmt('--check')).status).toBe(0);
  });
});

describe('dazzle fmt with files', () => {
  it('formats a spec that belongs to no project, and leaves nothing else behind', async () => {
    chmodSync(join(place.folder, 'here.dsl'), 0o600);
    expect(await run(['fmt', '--check', 'here.dsl'], { cwd: place.folder })).toEqual({
      status: 1,
      out: 'unformatted  here.dsl\n1 file, 1 to format\n',
      err: '',
    });
    expect(textOf('here.dsl')).toBe(loose);
    expect((await run(['fmt', 'here.dsl'], { cwd: place.folder })).status).toBe(0);
    expect(textOf('here.dsl')).toBe(neat);
    expect(statSync(join(place.folder, 'here.dsl')).mode & 0o777).toBe(0o600);
    expect(readdirSync(place.folder)).toEqual(['here.dsl']);
  });

  it('formats the specs of a project and others in one go, as they are named', async () => {
    place.put('shop/dazzle.toml', '[project]\nname = "shop"\n');
    place.put('shop/dsl/app.dsl', `app shop "Shop"\n${loose}`);
    place.put('shop/notes/sketch.dsl', loose);
    const argv = ['fmt', 'dsl/app.dsl', 'notes/sketch.dsl', '../here.dsl'];
    const { status, out } = await run(argv, { cwd: join(place.folder, 'shop') });
    expect({ status, last: out.split('\n').at(-2) }).toEqual({ status: 0, last: '3 files, 3 formatted' });
    expect([textOf('shop/dsl/app.dsl'), textOf('shop/notes/sketch.dsl'), textOf('here.dsl')]).toEqual([
      `app shop "Shop"\n${neat}`,
      neat,
      neat,
    ]);
  });

  it('formats specs that the project reads through symlinks or from outside, where they lie', async () => {
    const app = `app shop "Shop"\n${loose}`;
    place.put('real.txt', app);
    place.put('real/b.dsl', loose);
    place.put('common specs/ä.dsl', loose);
    mkdirSync(join(place.folder, 'shop/dsl'), { recursive: true });
    symlinkSync('../../real.txt', join(place.folder, 'shop/dsl/app.dsl'));
    symlinkSync('../real', join(place.folder, 'shop/more'));
    place.put(
      'shop/dazzle.toml',
      '[project]\nname = "shop"\n[modules]\npaths = ["dsl", "more", "../common specs"]\n',
    );
    expect(await run(['fmt'], { cwd: join(place.folder, 'shop') })).toEqual({
      status: 0,
      out: [
        '     update  ../common specs/ä.dsl',
        '     update  dsl/app.dsl',
        '     update  more/b.dsl',
        '3 files, 3 formatted',
        '',
      ].join('\n'),
      err: '',
    });
    expect(lstatSync(join(place.folder, 'shop/dsl/app.dsl')).isSymbolicLink()).toBe(true);
    expect(['real.txt', 'real/b.dsl', 'common specs/ä.dsl'].map(textOf)).toEqual([
      `app shop "Shop"\n${neat}`,
      neat,
      neat,
    ]);
  });

  it('needs a project where no file is named, and a file that exists', async () => {
    for (const argv of [['fmt'], ['fmt', 'nowhere.dsl']]) {
      const { status, err } = await run(argv, { cwd: place.folder });
      expect(status).toBe(1);
      expect(err).toContain('error DZL505');
    }
  });
});
