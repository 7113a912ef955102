import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

describe('dazzle doctor', () => {
  it('goes on where the journal of an interrupted build cannot be read', async () => {
    place.put('.dazzle/journal', 'garbage');
    const { status, out } = await run(['doctor', '--json'], { cwd: place.folder });
    const { findings, ...rest } = JSON.parse(out) as {
      findings: { name: string; state: string; fix?: string }[];
    };
    expect({ status, rest }).toEqual({ status: 1, rest: { status: 'error' } });
    const named = findings.filter(({ name }) => ['spec', 'journal', 'baseline'].includes(name));
    expect(named.map(({ name, state }) => [name, state])).toEqual([
      ['spec', 'good'],
      ['journal', 'bad'],
      ['baseline', expect.any(String)],
    ]);
    expect(named[1]!.fix).toContain('remove .dazzle/journal');
  });

  it('says of facts that cannot be stated what a build says of them', async () => {
    place.put(
      'parts.mjs',
      `export default ({ defineBackend }) => ({
        backends: [
          defineBackend({
            name: 'parts',
            summary: 'states a tool by half',
            templates: new URL('./', import.meta.url),
            questions: () => [],
            facts: () => ({ port: '8000', tools: [{ name: 'T', commands: 't' }] }),
            generators: [],
            hooks: [],
          }),
        ],
      });`,
    );
    place.put(
      'dazzle.toml',
      '[project]\nname = "shop"\n[stack]\nbackends = ["parts"]\n[plugins]\nmodules = ["./parts.mjs"]\n',
    );
    const built = await run(['build', '--yes', '--json'], { cwd: place.folder });
    const { diagnostics: all } = JSON.parse(built.out) as {
      diagnostics: { code: string; message: string; fix: string }[];
    };
    const diagnostics = all.filter(({ code }) => code === 'DZL307');
    expect(diagnostics[0]!.message).toContain('the facts of parts state port as "8000"');
    const { status, out } = await run(['doctor', '--json'], { cwd: place.folder });
    const { findings } = JSON.parse(out) as { findings: { name: string }[] };
    expect(status).toBe(1);
    expect(findings.filter(({ name }) => name === 'facts')).toEqual(
      diagnostics.map(({ message, fix }) => ({ state: 'bad', name: 'facts', message, fix })),
    );
  });

  it('lines up what it says of each thing', async () => {
    const { out } = await run(['doctor'], { cwd: place.folder });
    const lines = out.split('\n').filter((line) => /^(?: {2}ok|note| bad) /.test(line));
    const columns = lines.map((line) => /^.{6}.+? {2,}(?=\S)/.exec(line)![0].length);
    expect(lines.map((line) => line.slice(6).split(/ {2,}/)[0])).toContain("Python's venv");
    expect(new Set(columns).size).toBe(1);
  });
});
