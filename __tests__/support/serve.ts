import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server of a generated application. */
export interface Server {
  readonly origin: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it, by SIGTERM unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a server on a free port and waits until `/health` answers; `command` is given the port. */
export async function serve(
  command: (port: number) => {
    readonly file: string;
    readonly args: readonly string[];
    readonly env?: Record<string, string>;
  },
  folder: string,
): Promise<Server> {
  const port = await freePort();
  const { file, args, env = {} } = command(port);
  const child = spawn(file, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(`${origin}/health`);
      break;
    } catch {
      if (attempt > 150 || child.exitCode !== null) throw new Error(`the server does not start:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const stop = async (signal?: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { origin, output: () => output, stop };
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
