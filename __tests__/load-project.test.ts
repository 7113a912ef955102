import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { loadProject } from '../lib/load-project.ts';
import { makeFolder } from './support/make-backend.ts';

const manifest = '[project]\nname = "shop"\n';
const spec =
  'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\nsurface tasks "T":\n  uses entity Task\n  mode: list\n';

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({ 'dazzle.toml': manifest, 'dsl/app.dsl': spec });
});
afterEach(() => place.remove());

const load = () => loadProject(place.folder, { names: ['django_micro'] });

it('gives the manifest, its text, the sources and the spec', async () => {
  const project = await load();
  expect([project.manifest!.name, project.manifestText, project.sources, project.diagnostics]).toEqual([
    'shop',
    manifest,
    [{ file: 'dsl/app.dsl', text: spec }],
    [],
  ]);
  expect(project.spec!.entities.map(({ name }) => name)).toEqual(['Task']);
});

it('takes the root module from dazzle.toml', async () => {
  place.put('dazzle.toml', `${manifest}root = "shop.core"\n`);
  place.put('dsl/app.dsl', `module shop.core\n${spec}`);
  expect((await load()).spec!.module).toBe('shop.core');
});

it.each<[string, Record<string, string>, string[], boolean, boolean]>([
  ['dazzle.toml cannot be read', { 'dazzle.toml': '[project\n' }, ['DZL203'], false, false],
  [
    'there is no source',
    { 'dazzle.toml': `${manifest}[modules]\npaths = ["none"]\n` },
    ['DZL220'],
    true,
    false,
  ],
  ['the spec has errors', { 'dsl/app.dsl': `${spec}  uses entity Tusk\n` }, ['DZL181'], true, false],
  [
    'dazzle.toml and the spec have errors',
    { 'dazzle.toml': `${manifest}nmae = "x"\n`, 'dsl/app.dsl': `${spec}entity B "B":\n  id: uuidd pk\n` },
    ['DZL204', 'DZL112'],
    true,
    false,
  ],
])('goes on as far as that tells anything where %s', async (_, files, codes, hasManifest, hasSpec) => {
  for (const [path, text] of Object.entries(files)) place.put(path, text);
  const project = await load();
  expect(project.diagnostics.map(({ code }) => code)).toEqual(codes);
  expect([project.manifest !== null, project.spec !== null]).toEqual([hasManifest, hasSpec]);
});
