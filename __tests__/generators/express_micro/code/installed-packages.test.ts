import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  lookAtPackages,
  missingPackages,
  npmRegistry,
} from '../../../../generators/express_micro/code/installed-packages.ts';
import { makeFolder } from '../../../support/make-backend.ts';

let place: ReturnType<typeof makeFolder>;
let app: string;
beforeEach(() => {
  place = makeFolder();
});
afterEach(() => place.remove());

/** An application in `path` that needs the package `runtime` and, for development, `linter`, with both installed in `at`. */
function putApplication(path: string, at: string): void {
  app = join(place.folder, path);
  const needs = { dependencies: { runtime: '^1.0.0' }, devDependencies: { linter: '^1.0.0' } };
  put(`${path}/package.json`, { name: 'app', version: '1.0.0', ...needs });
  for (const name of ['runtime', 'linter']) {
    put(`${at}/node_modules/${name}/package.json`, { name, version: '1.2.0' });
  }
  putRecord(at, 'runtime', 'linter');
  if (path !== at) symlinkSync('../apps/app', join(place.folder, 'node_modules/app'), 'junction');
}

/** What npm keeps of an install; so old that npm itself looks at the packages instead. */
function putRecord(at: string, ...names: readonly string[]): void {
  const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.2.0' }]));
  put(`${at}/node_modules/.package-lock.json`, { lockfileVersion: 3, packages });
  utimesSync(join(place.folder, at, 'node_modules/.package-lock.json'), 1, 1);
}

function put(path: string, value: unknown): void {
  place.put(path, JSON.stringify(value));
}

function remove(path: string): void {
  rmSync(join(place.folder, path), { recursive: true });
}

const run = (command: string, args: readonly string[]) => {
  const { status, stdout } = spawnSync(command, args, {
    cwd: app,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production', npm_config_omit: 'dev' },
  });
  return Promise.resolve({ status: status!, stdout, lastLines: [] });
};

describe.each([
  ['of its own', 'app', 'app'],
  ['of a workspace', 'apps/app', '.'],
])('the packages of an Express application, in a folder %s', (_, path, at) => {
  beforeEach(() => {
    if (at === '.') {
      put('package.json', { name: 'root', private: true, workspaces: ['apps/*'] });
      put('apps/other/package.json', { name: 'other', dependencies: { elsewhere: '*' } });
    }
    putApplication(path, at);
  });

  it('look the same as long as they are, and are all there', async () => {
    expect(lookAtPackages(app)).toBe(lookAtPackages(app));
    expect(await missingPackages({ run })).toEqual([]);
  });

  it('look different where one is deleted, and npm misses it, a development dependency too', async () => {
    const before = lookAtPackages(app);
    remove(`${at}/node_modules/linter`);
    expect(lookAtPackages(app)).not.toBe(before);
    expect(await missingPackages({ run })).toEqual([{ name: 'linter', found: null }]);
  });

  it('look different where another install was made, and npm names a version that does not fit', async () => {
    const before = lookAtPackages(app);
    put(`${at}/node_modules/runtime/package.json`, { name: 'runtime', version: '0.9.0' });
    putRecord(at);
    expect(lookAtPackages(app)).not.toBe(before);
    expect(await missingPackages({ run })).toEqual([{ name: 'runtime', found: '0.9.0' }]);
  });

  it('may have others beside them', async () => {
    const before = lookAtPackages(app);
    put(`${at}/node_modules/unasked/package.json`, { name: 'unasked', version: '1.0.0' });
    putRecord(at, 'runtime', 'linter', 'unasked');
    expect(lookAtPackages(app)).not.toBe(before);
    expect(await missingPackages({ run })).toEqual([]);
  });

  it('look different where node_modules is deleted', () => {
    const before = lookAtPackages(app);
    remove(`${at}/node_modules`);
    expect(lookAtPackages(app)).not.toBe(before);
  });
});

describe('the npm registry', () => {
  const addressOf = (stdout: string) =>
    npmRegistry.address({
      environment: {},
      run: () => Promise.resolve({ status: 0, stdout, lastLines: [] }),
    });

  it('is the one that npm is set to', async () => {
    const settings = 'registry=https://one.example.com/npm/\nproxy=null\n';
    expect(await addressOf(`${settings}https-proxy=null\n`)).toEqual({
      url: 'https://one.example.com/npm/',
      isProxied: false,
    });
    expect(await addressOf(`${settings}https-proxy=http://proxy:3128\n`)).toMatchObject({ isProxied: true });
    expect(await addressOf('undefined\n')).toBeNull();
  });

  it('gets on with each answer, which is not shown, but not with a failed attempt', () => {
    const answer = 'npm http fetch GET 200 https://one.example.com/eslint 34ms (cache miss)';
    const failed = 'npm http fetch GET https://one.example.com/eslint attempt 1 failed with ETIMEDOUT';
    const lines = [answer, failed, 'npm error code ETIMEDOUT', 'added 12 packages in 3s'];
    expect(lines.map((line) => npmRegistry.isProgress(line))).toEqual([true, false, false, true]);
    expect(lines.map((line) => npmRegistry.shows(line))).toEqual([null, null, lines[2], lines[3]]);
  });
});
