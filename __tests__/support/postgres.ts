import { describe } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server for one test file, with a cluster of its own in a temporary folder. */
export interface Postgres {
  /** Makes an empty database and gives its URL. */
  createDatabase(name: string): string;
  /** Runs SQL in a database, all of it or nothing, and gives the rows of the last statement: columns apart by `|`. Throws the server's words. */
  query(name: string, sql: string): string[];
  /** Stops the server and removes its cluster. */
  stop(): void;
}

/** Where the server's programs are; null where PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** A suite that needs a server, skipped where PostgreSQL is not installed. */
export function describeOnPostgres(title: string, suite: () => void): void {
  if (findPostgres() !== null) describe(title, suite);
  else describe.skip(`${title} (skipped: no initdb here; apt-get install postgresql)`, suite);
}

/** Starts a server on a free port of 127.0.0.1; It refuses root, so root runs it as `postgres`. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPostgres()!;
  const folder = mkdtempSync(join(tmpdir(), 'dazzle-postgres-'));
  const owner = process.getuid?.() === 0 ? ownerOf('postgres') : {};
  if (owner.uid !== undefined) {
    chmodSync(folder, 0o700);
    chownSync(folder, owner.uid, owner.gid!);
  }
  const cluster = join(folder, 'cluster');
  const port = await freePort();
  const run = (program: string, ...args: readonly string[]): string => {
    const ended = spawnSync(join(programs, program), args, {
      ...owner,
      cwd: folder,
      // A server that was started keeps its output open.
      stdio: ['ignore', program === 'psql' ? 'pipe' : 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (ended.status !== 0) throw new Error(`${program} failed: ${ended.stderr}`);
    return ended.stdout ?? '';
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('initdb', '-D', cluster, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C');
  run('pg_ctl', '-D', cluster, '-o', options, '-l', join(folder, 'log'), '-w', 'start');
  return {
    createDatabase(name) {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    query(name, sql) {
      const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', name];
      const output = run('psql', ...connection, '-XAtq1', '-v', 'ON_ERROR_STOP=1', '-c', sql);
      return output.trim() === '' ? [] : output.trim().split('\n');
    },
    stop() {
      run('pg_ctl', '-D', cluster, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownerOf(user: string): { uid?: number; gid?: number } {
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
