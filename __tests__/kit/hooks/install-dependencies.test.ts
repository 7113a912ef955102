import { createServer } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runDiskHooks } from '../../../lib/backend/run-disk-hooks.ts';
import { installDependencies, type InstallOptions } from '../../../lib/kit/hooks/install-dependencies.ts';
import type { PackageSource } from '../../../lib/kit/hooks/package-source.ts';
import {
  makeBackend,
  makeFolder,
  makeReporter,
  makeSettings,
  runPhases,
  shortly,
} from '../../support/make-backend.ts';

let project: ReturnType<typeof makeFolder>;
const servers: Server[] = [];
beforeEach(() => {
  project = makeFolder({ 'apps/one/package.json': '{}', 'apps/one/installed': 'all' });
});
afterEach(() => {
  project.remove();
  for (const server of servers.splice(0)) server.close();
});

function node(script: string) {
  return { command: process.execPath, args: ['-e', script], fix: 'mend the script' };
}

interface Settings {
  readonly silence?: number;
  /** Seconds. */
  readonly timeout?: number;
  /** Called with the code of each diagnostic that is told while a hook runs. */
  readonly onTold?: (code: string) => void;
}

async function install(
  given: Partial<InstallOptions>,
  { silence = 30, timeout = 60, onTold }: Settings = {},
) {
  const hook = installDependencies({ steps: () => [node('')], ...given });
  const table = { timeout, onFailure: null, values: { silence } };
  const phases = await runPhases([makeBackend({ hooks: [hook] })], {
    projectDir: project.folder,
    manifest: { answers: {}, hooks: makeSettings({ options: { install_dependencies: table } as never }) },
  });
  const reporter = makeReporter();
  const { hooks, diagnostics } = await runDiskHooks({
    phases,
    projectDir: project.folder,
    diskHooks: true,
    conflicts: [],
    version: '1.0.0',
    reporter: {
      ...reporter,
      diagnostic(diagnostic) {
        reporter.diagnostic(diagnostic);
        onTold?.(diagnostic.code);
      },
    },
    signal: new AbortController().signal,
  });
  const [report] = hooks;
  return { message: report!.message, success: report!.success, diagnostics, told: reporter.lines };
}

describe('dependencies that are installed', () => {
  let missing: { readonly name: string; readonly found: string | null }[] | null;
  let installed: string;
  let installs: number;
  const parts: Partial<InstallOptions> = {
    inputs: () => ({ files: ['package.json'], look: () => installed }),
    missing: () => Promise.resolve(missing),
    steps: () => {
      installs++;
      missing = missing === null ? null : [];
      installed = 'everything';
      return [node('')];
    },
  };
  beforeEach(() => {
    [missing, installed, installs] = [[], 'everything', 0];
  });

  it('are installed once, and not looked into while nothing has changed', async () => {
    expect((await install(parts)).message).toBe('dependencies are installed');
    missing = [{ name: 'eslint', found: null }];
    expect((await install(parts)).message).toBe('nothing to do: its inputs have not changed');
    expect(installs).toBe(1);
  });

  it('are installed again where the look finds a change and the tool something missing, and the reason is told', async () => {
    await install(parts);
    installed = 'less';
    missing = ['eslint', 'vite', 'c', 'd', 'e'].map((name) => ({
      name,
      found: name === 'vite' ? '5.0.0' : null,
    }));
    expect((await install(parts)).message).toBe(
      'dependencies are installed again: eslint was missing, vite was version 5.0.0, c was missing, and 2 more',
    );
    expect(installs).toBe(2);
  });

  it('are left alone where the look finds a change and the tool nothing missing', async () => {
    await install(parts);
    installed = 'more';
    expect((await install(parts)).message).toBe('dependencies are installed');
    expect((await install(parts)).message).toBe('nothing to do: its inputs have not changed');
    expect(installs).toBe(1);
  });

  it('are installed again where the tool cannot tell', async () => {
    await install(parts);
    [installed, missing] = ['less', null];
    expect((await install(parts)).message).toBe('dependencies are installed');
    expect(installs).toBe(2);
  });

  it('are not said to be there where the tool misses one after the install', async () => {
    const { success, diagnostics } = await install({
      missing: () => Promise.resolve([{ name: 'eslint', found: null }]),
    });
    expect(success).toBe(false);
    expect(shortly(diagnostics)).toEqual([
      'DZL377 warning the dependencies of one were installed without an error, but eslint is missing',
    ]);
  });
});

describe('a package registry', () => {
  const listen = (server: Server): Promise<string> =>
    new Promise((resolve) => {
      servers.push(server);
      server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
  const silentHost = (): Promise<string> => listen(createRawServer((socket) => socket.on('error', () => {})));
  const source = (host: string, parts: Partial<PackageSource> = {}): PackageSource => ({
    command: 'tool config',
    address: () => Promise.resolve({ url: `http://user:password@${host}/simple/`, isProxied: false }),
    isProgress: (line) => !line.startsWith('retry'),
    shows: (line) => (line.startsWith('noise') ? null : line),
    ...parts,
  });
  const forever = node('console.log("noise 1"); console.log("retry 1"); setInterval(() => {}, 1000)');

  /** Says nothing until there is a file `stop`. */
  const untilStopped = (folder: string, status: number) =>
    node(
      `setInterval(() => require("fs").existsSync(${JSON.stringify(join(folder, 'stop'))}) && process.exit(${status}), 20)`,
    );

  it('that does not answer is named while the install runs, and when its time is up', async () => {
    const host = await silentHost();
    const given = { source: source(host), steps: () => [forever] };
    const { diagnostics, told, message } = await install(given, { silence: 0.3, timeout: 3 });
    expect(shortly(diagnostics)).toEqual([
      `DZL378 warning install_dependencies of one has waited 0.3 seconds for ${host}, which does not answer`,
      `DZL333 warning install_dependencies of one did not end within 3 seconds and was stopped: ${host} did not answer`,
    ]);
    expect(diagnostics.map(({ fix }) => fix)).toEqual([
      'look at the network, and whether the address is right (tool config); it goes on waiting until its timeout, and Ctrl-C stops it',
      'look at the network, and whether the address is right (tool config), then build again',
    ]);
    expect(told.filter((line) => line.startsWith('DZL378'))).toHaveLength(1);
    expect(told).toContain(`> waiting for ${host}`);
    expect(told.filter((line) => line.includes('noise'))).toEqual([]);
    expect(message).toBe(`it was stopped after 3 seconds: ${host} did not answer`);
  });

  it('that did not answer is the cause where the tool gives up by itself', async () => {
    const host = await silentHost();
    const { diagnostics } = await install(
      { source: source(host), steps: ({ folder }) => [untilStopped(folder, 1)] },
      { silence: 0.3, onTold: () => project.put('apps/one/stop', '') },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['DZL378', 'DZL350']);
    expect(diagnostics[1]!.message).toMatch(`failed: it ended with status 1; ${host} did not answer`);
    expect(diagnostics[1]!.fix).toMatch(/^look at the network/);
  });

  it('that answers is not blamed, however long the install is silent', async () => {
    let asked = 0;
    const host = await listen(
      createServer((_, response) => {
        response.statusCode = 404;
        response.end();
        // Twice: after an answer the watch goes on.
        if (++asked === 2) project.put('apps/one/stop', '');
      }),
    );
    const { diagnostics, message } = await install(
      {
        source: source(host),
        steps: ({ folder }) => [untilStopped(folder, 0)],
      },
      { silence: 1.5 },
    );
    expect([message, asked, diagnostics]).toEqual(['dependencies are installed', 2, []]);
  });

  it('behind a proxy is not said to be silent, only that nothing came', async () => {
    const address = () => Promise.resolve({ url: 'https://registry.example.com/', isProxied: true });
    const given = { source: source('', { address }), steps: () => [forever] };
    const { diagnostics } = await install(given, { silence: 0.3, timeout: 3 });
    expect(shortly(diagnostics)).toEqual([
      'DZL378 warning install_dependencies of one has waited 0.3 seconds for registry.example.com, from which nothing comes through the proxy',
      'DZL333 warning install_dependencies of one did not end within 3 seconds and was stopped: nothing came from registry.example.com through the proxy',
    ]);
  });
});
