import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineArtifact } from '../../lib/backend/define.ts';
import { openHookState } from '../../lib/backend/hook-state.ts';
import { makeFolder } from '../support/make-backend.ts';

const address = defineArtifact<string>('address');
const password = defineArtifact<string>('password', { secret: true });

let project: ReturnType<typeof makeFolder>;
beforeEach(() => {
  project = makeFolder();
});
afterEach(() => project.remove());

describe('the state of hooks', () => {
  it('keeps what a hook made for the next build, secrets apart', () => {
    const made = [address.of('http://here'), password.of('hunter2-hunter2')];
    openHookState(project.folder).keepArtifacts('one/start', made);
    const kept = openHookState(project.folder).artifacts('one/start', { makes: [address, password] });
    expect(kept.map(({ key, value }) => [key.name, value])).toEqual([['address', 'http://here']]);
    expect(readFileSync(join(project.folder, '.dazzle/cache/hooks.json'), 'utf8')).not.toContain('hunter2');
  });

  it('gives nothing that the hook no longer declares', () => {
    openHookState(project.folder).keepArtifacts('one/start', [address.of('http://here')]);
    expect(openHookState(project.folder).artifacts('one/start', {})).toEqual([]);
    expect(openHookState(project.folder).artifacts('two/start', { makes: [address] })).toEqual([]);
  });

  it('reads a file of a version that kept no artifacts', () => {
    project.put('.dazzle/cache/hooks.json', '{"version":1,"hooks":{"one/start":"print"}}');
    const state = openHookState(project.folder);
    expect(state.hasSameInputs('one/start', { fingerprint: 'print' })).toBe(true);
    expect(state.artifacts('one/start', { makes: [address] })).toEqual([]);
    writeFileSync(join(project.folder, '.dazzle/cache/hooks.json'), 'torn');
    expect(openHookState(project.folder).artifacts('one/start', { makes: [address] })).toEqual([]);
  });
});
