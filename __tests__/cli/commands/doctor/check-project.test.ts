import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRegistry } from '../../../../lib/cli/built-in-backends.ts';
import { checkProject } from '../../../../lib/cli/commands/doctor/check-project.ts';
import type { Diagnostic } from '../../../../lib/diagnostics/diagnostic.ts';
import { printPack } from '../../../../lib/plan/baseline/pack-format.ts';
import type { BaseEntry } from '../../../../lib/plan/types.ts';
import { makeFolder } from '../../../support/make-backend.ts';

const output = { backend: 'demo', outputDir: 'apps' };
const pack = '.dazzle/baseline/apps/files.base';

const entry = (name: string, pending: BaseEntry['pending'] = null): BaseEntry => ({
  ...output,
  path: `apps/${name}`,
  identity: `demo/files/-/${name}`,
  mode: 0o644,
  once: null,
  base: { contents: Buffer.from('a\n'), sha256: null },
  pending,
  keepsMarkers: false,
});

const print = (...entries: BaseEntry[]): string => Buffer.from(printPack(output, entries)).toString();

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({
    'dazzle.toml': '[project]\nname = "shop"\n[stack]\nbackends = ["django_micro"]\n',
    'dsl/app.dsl':
      'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n  title: str(50)\nsurface tasks "T":\n  uses entity Task\n  mode: list\n  section main "M":\n    field title\n',
  });
});
afterEach(() => place.remove());

/** What is found of one thing, as `state message (fix)`. */
async function find(name: string, recovered: readonly Diagnostic[] = []): Promise<string[]> {
  const { findings } = await checkProject(place.folder, await loadRegistry(), recovered);
  return findings
    .filter((finding) => finding.name === name)
    .map(({ state, message, fix }) => `${state} ${message}${fix === undefined ? '' : ` (${fix})`}`);
}

describe('the spec', () => {
  it.each([
    ['is valid', '', ['good valid']],
    ['is valid with its warnings', 'entity Other "Other":\n  id: uuid pk\n', ['good valid, with 1 warning']],
    [
      'has errors, which another command shows',
      'entity Other "Other":\n  id: uuid pk\n  x: strng\n',
      ['bad 1 error (run "dazzle validate" to see them)'],
    ],
  ])('%s', async (_, more, findings) => {
    place.put('dsl/more.dsl', more);
    expect(await find('spec')).toEqual(findings);
  });

  it('has errors where dazzle.toml cannot be used', async () => {
    place.put('dazzle.toml', '[project\n');
    const { manifest } = await checkProject(place.folder, await loadRegistry(), []);
    expect([manifest, await find('spec')]).toEqual([
      null,
      ['bad 1 error (run "dazzle validate" to see them)'],
    ]);
  });
});

describe('permissions', () => {
  it('are good where the project can be written', async () => {
    expect(await find('permissions')).toEqual(['good the project can be written']);
  });

  it('are bad where a file has the name of the output folder', async () => {
    place.put('apps', '');
    expect(await find('permissions')).toEqual(['bad apps is no folder (move it away)']);
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it; // root may write anywhere
  asUser('are bad where a folder cannot be written', async () => {
    place.put('.dazzle/a', '');
    chmodSync(join(place.folder, '.dazzle'), 0o500);
    expect(await find('permissions')).toEqual([
      `bad .dazzle cannot be written (make it writable: chmod u+wx ${join(place.folder, '.dazzle')})`,
    ]);
  });
});

describe('the journal', () => {
  const said = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
    code: 'DZL431',
    severity,
    message,
    fix: 'look',
  });

  it.each([
    ['is good without an interrupted build', [], ['good no interrupted build']],
    ['is worth a note where one was finished', [said('warning', 'finished')], ['note finished']],
    [
      'is bad where one cannot be finished',
      [said('warning', 'one'), said('error', 'two')],
      ['bad one; two (look)'],
    ],
  ])('%s', async (_, recovered, findings) => {
    expect(await find('journal', recovered)).toEqual(findings);
  });
});

describe('the baseline', () => {
  it('is none before the first build', async () => {
    expect(await find('baseline')).toEqual(['note none yet: nothing has been built here']);
  });

  it('knows the files of the last build', async () => {
    place.put(pack, print(entry('a.py'), entry('b.py')));
    expect(await find('baseline')).toEqual(['good 2 files known']);
  });

  it('has conflicts to settle', async () => {
    place.put(pack, print(entry('a.py'), entry('b.py', 'gone')));
    expect(await find('baseline')).toEqual([
      'note 2 files known, 1 conflict to settle (run "dazzle resolve")',
    ]);
  });

  it('is bad where it is damaged', async () => {
    place.put(pack, print(entry('a.py'), entry('b.py')).slice(0, -20));
    expect(await find('baseline')).toEqual([expect.stringMatching(/^bad /)]);
  });
});
