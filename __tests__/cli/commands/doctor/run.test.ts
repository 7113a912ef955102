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

  it('lines up what it says of each thing', async () => {
    const { out } = await run(['doctor'], { cwd: place.folder });
    const lines = out.split('\n').filter((line) => /^(?: {2}ok|note| bad) /.test(line));
    const columns = lines.map((line) => /^.{6}.+? {2,}(?=\S)/.exec(line)![0].length);
    expect(lines.map((line) => line.slice(6).split(/ {2,}/)[0])).toContain("Python's venv");
    expect(new Set(columns).size).toBe(1);
  });
});
