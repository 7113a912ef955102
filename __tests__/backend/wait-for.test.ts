import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../lib/backend/wait-for.ts';
import { makeFolder, shortly } from '../support/make-backend.ts';

const never = '() => new Promise(() => {})';

/** A plug-in with a backend of these parts. */
const backend = (parts: string): string => `
export default ({ defineBackend, defineGenerator, defineHook, formatCode }) => ({
  backends: [
    defineBackend({
      name: 'stuck',
      summary: 's',
      templates: new URL('./', import.meta.url),
      questions: () => [],
      generators: [],
      hooks: [],
      ${parts}
    }),
  ],
});`;

const writes = `generators: [defineGenerator({ name: 'a', description: 'd', generate: ({ tree }) => tree.write('a.ini', 'a=1') })],`;

let place: ReturnType<typeof makeFolder>;
afterEach(() => place.remove());

/** Runs `dazzle` as a process of its own, which ends where nothing is left to do. */
function runIn(
  plugin: string,
  argv: readonly string[],
  { settings = '', node = [] as readonly string[] } = {},
) {
  place = makeFolder({
    'stuck.mjs': plugin,
    'dazzle.toml': `[project]\nname = "shop"\n[stack]\nbackends = ["stuck"]\n[plugins]\nmodules = ["./stuck.mjs"]\n[warnings]\nignore = ["DZL189"]\n${settings}`,
    'dsl/app.dsl': 'app shop "Shop"\nentity Task "Task":\n  id: uuid pk\n',
  });
  const main = join(process.cwd(), 'dist/cli/main.js');
  const { status, stdout } = spawnSync(process.execPath, [...node, main, ...argv, '--json'], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Parameters<typeof shortly>[0] };
  return { status, told: shortly(diagnostics) };
}

describe('a promise that nothing can settle ends with what waits for it', () => {
  const message = 'DZL335 error generator g of stuck waits for a promise that nothing is left to settle';
  const generator = (parts: string): string =>
    backend(`generators: [defineGenerator({ name: 'g', description: 'd', ${parts} })],`);

  it.each([['build', '--yes'], ['validate']])('a generator: %s', (...argv) => {
    expect(runIn(generator(`generate: ${never}`), argv)).toEqual({ status: 1, told: [message] });
    expect(existsSync(join(place.folder, 'apps'))).toBe(false);
  });

  it('what a generator says of the spec', () => {
    const plugin = generator(`generate: () => ({}), checkSpec: ${never}`);
    expect(runIn(plugin, ['validate'])).toEqual({ status: 1, told: [message] });
  });

  it.each([
    ['that is loaded', `await new Promise(() => {}); ${backend('')}`],
    ['that makes its backends', `export default ${never};`],
  ])('a plug-in %s', (_, plugin) => {
    expect(runIn(plugin, ['validate'])).toEqual({
      status: 1,
      told: [
        'DZL216 error the plug-in "./stuck.mjs" cannot be loaded: its module waits for a promise that nothing is left to settle',
      ],
    });
  });

  it('anything else: the command', () => {
    const preload = `import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module'; fs.readdir = ${never}; syncBuiltinESMExports();`;
    const node = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
    expect(runIn(backend(''), ['validate'], { node })).toEqual({
      status: 1,
      told: ['DZL335 error dazzle validate waits for a promise that nothing is left to settle'],
    });
  });

  it('the innermost wait first, so that the rest can go on', async () => {
    const waiting = waitFor('the outer one', () =>
      waitFor('the inner one', () => new Promise(() => {})).catch(({ message: told }: Error) => told),
    );
    process.emit('beforeExit', 0);
    expect(await waiting).toContain('the inner one waits');
    expect(process.listenerCount('beforeExit')).toBe(0);
  });
});

describe('a hook whose promise nothing can settle is stopped when its time is up', () => {
  const hook = backend(
    `${writes} hooks: [defineHook({ name: 'h', description: 'd', phase: 'post_build', runsOn: 'tree', timeout: 0.1, execute: ${never} })],`,
  );
  const formatter = backend(
    `${writes} hooks: [formatCode()], formats: [{ files: ['.ini'], formatter: { version: '1', load: () => ${never} } }],`,
  );

  it.each([
    ['of its own', hook, 'h', ''],
    ['with a formatter', formatter, 'format_code', '[hooks.format_code]\ntimeout = 0.1\n'],
  ])('%s', (_, plugin, name, settings) => {
    const { status, told } = runIn(plugin, ['build', '--yes'], { settings });
    expect(told).toEqual([`DZL333 warning ${name} of stuck did not end within 0.1 seconds and was stopped`]);
    expect(status).toBe(2);
  });
});
