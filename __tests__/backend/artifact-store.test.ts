import { describe, expect, it } from '@jest/globals';
import { createArtifactStore } from '../../lib/backend/artifact-store.ts';
import { defineArtifact, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import type { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import type { Generator } from '../../lib/backend/types.ts';
import { makeBackend, runPhases, shortly } from '../support/make-backend.ts';

const modelNames = defineArtifact<readonly string[]>('model_names');
const token = defineArtifact<{ readonly value: string }>('token', { secret: true });

describe('the artifacts of a build', () => {
  it('are refused to what reads, keeps back or hands on another than it declares', async () => {
    const part = (parts: Partial<Generator>) =>
      defineGenerator({ name: 'a', description: '', generate: () => {}, ...parts });
    const phases = await runPhases([
      makeBackend({
        generators: [
          part({ name: 'reads', generate: ({ artifacts }) => void artifacts.find(modelNames) }),
          part({ name: 'keeps', makes: [modelNames] }),
          part({ name: 'adds', generate: () => ({ artifacts: [token.of({ value: '' })] }) }),
        ],
      }),
    ]);
    expect(shortly(phases.diagnostics)).toEqual([
      'DZL322 error reads of one reads the artifact "model_names" without declaring it',
      'DZL323 error keeps of one declares the artifact "model_names" and has not returned it',
      'DZL323 error adds of one has returned the artifact "token" without declaring it',
    ]);
  });

  it('name the hook that is left out whose artifact is needed, unless it is only wanted', async () => {
    const admin = defineHook({
      name: 'admin',
      description: '',
      phase: 'pre_build',
      runsOn: 'tree',
      makes: [modelNames],
      execute: () => ({ success: true, message: '', artifacts: [modelNames.of([])] }),
    });
    const build = (parts: Partial<Generator>) =>
      runPhases(
        [
          makeBackend({
            generators: [
              defineGenerator({
                name: 'reads',
                description: '',
                generate: ({ tree, artifacts }) => tree.write('a', String(artifacts.find(modelNames))),
                ...parts,
              }),
            ],
            hooks: [admin],
          }),
        ],
        { skipHooks: ['admin'] },
      );
    expect(shortly((await build({ needs: [modelNames] })).diagnostics)).toEqual([
      'DZL325 error generator reads of one needs the artifact "model_names", but hook admin, which makes it, is left out',
    ]);
    const wanted = await build({ wants: [modelNames] });
    expect(wanted.store.files().map(({ contents }) => contents)).toEqual(['undefined']);
  });

  it('are had or looked for by those that declare them, each backend’s own', () => {
    const store = createArtifactStore();
    store.add('one', { name: 'models', makes: [modelNames] }, [modelNames.of(['Task'])]);
    const own = store.reader('one', { name: 'a', needs: [modelNames], wants: [token] });
    expect([own.get(modelNames), own.find(token)]).toEqual([['Task'], undefined]);
    const other = store.reader('two', { name: 'b', wants: [modelNames] });
    expect(other.find(modelNames)).toBeUndefined();
    const missing = [() => other.get(modelNames), () => own.get(token)].map((read) => {
      try {
        return [read()];
      } catch (error) {
        return shortly((error as DazzleError).diagnostics);
      }
    });
    expect(missing).toEqual([
      ['DZL320 error the artifact "model_names" of two, which b reads, has not been made'],
      ['DZL320 error the artifact "token" of one, which a reads, has not been made'],
    ]);
  });

  it('of an earlier build stand where this one has made none', () => {
    const store = createArtifactStore();
    store.add('one', { name: 'models', makes: [modelNames] }, [modelNames.of(['new'])]);
    store.recall('one', [modelNames.of(['old']), defineArtifact<string>('address').of('here')]);
    expect(store.report()).toEqual({ one: { model_names: ['new'], address: 'here' } });
  });
});
