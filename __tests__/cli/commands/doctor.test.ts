import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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
});
