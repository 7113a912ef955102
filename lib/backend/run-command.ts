import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import type { RunResult } from './types.ts';

/** A command to run. `folder` is absolute. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** The whole environment: nothing of the shell is added. */
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Stops the command and everything it started. */
  readonly signal: AbortSignal;
  /** Maps a line to the text for `onLine` and `lastLines`; null drops the line. Default: the line as it is. */
  readonly shows?: (line: string) => string | null;
  /** Called with each line of both streams, without colour codes and as `shows` maps it. */
  onLine(line: string): void;
}

const keptLines = 20;
/** Milliseconds between SIGTERM and SIGKILL. */
const grace = 2000;
const running = new Set<ChildProcess>();
let watchesExit = false;

/**
 * Runs a command in a process group of its own; never rejects. Its status is 124 after an abort, 127 where there is no such
 * command, and 126 where it cannot be started.
 */
export async function runCommand(request: Command): Promise<RunResult> {
  const { command, args, options } = await normalize(request);
  if (request.signal.aborted) return { status: 124, stdout: '', lastLines: [] };
  return new Promise((resolve) => {
    const lastLines: string[] = [];
    let stdout = '';
    let aborted = false;
    let killer: NodeJS.Timeout | undefined;
    const keep = (line: string): void => {
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      request.onLine(line);
    };
    const read = (line: string): void => {
      const shown = request.shows === undefined ? line : request.shows(line);
      if (shown !== null) keep(shown);
    };
    let child: ChildProcess;
    try {
      child = spawn(command, args, options);
    } catch (error) {
      // Node throws where no process could have such arguments, such as a text with a null character.
      keep((error as Error).message);
      resolve({ status: 126, stdout, lastLines });
      return;
    }
    watchExit();
    running.add(child);
    const abort = (): void => {
      aborted = true;
      killGroup(child, 'SIGTERM');
      killer = setTimeout(() => killGroup(child, 'SIGKILL'), grace);
      killer.unref();
    };
    request.signal.addEventListener('abort', abort, { once: true });
    const outLines = lineReader(read);
    const errorLines = lineReader(read);
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += outLines.write(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => errorLines.write(chunk));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(request.stdin ?? '');
    let isOver = false;
    const end = (status: number): void => {
      if (isOver) return;
      isOver = true;
      request.signal.removeEventListener('abort', abort);
      running.delete(child);
      outLines.end();
      errorLines.end();
      // What the command left running in its group must not outlive it.
      if (aborted) killGroup(child, 'SIGKILL');
      clearTimeout(killer);
      resolve({ status, stdout, lastLines });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      keep(error.code === 'ENOENT' ? `${request.command}: command not found` : error.message);
      end(error.code === 'ENOENT' ? 127 : 126);
    });
    child.on('exit', () => {
      // A grandchild may hold the streams open; after an abort nobody waits for it.
      if (aborted) setTimeout(() => end(124), 50);
    });
    child.on('close', (code, signal) => end(aborted ? 124 : (code ?? statusOfSignal(signal))));
  });
}

/** The exit status that a shell gives a command killed by a signal. */
function statusOfSignal(signal: NodeJS.Signals | null): number {
  return signal === null ? 1 : 128 + constants.signals[signal];
}

async function normalize(request: Command) {
  const options = {
    cwd: request.folder,
    env: request.env,
    stdio: [request.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] as ('ignore' | 'pipe')[],
    detached: process.platform !== 'win32',
    windowsHide: true,
  };
  if (process.platform !== 'win32') return { command: request.command, args: [...request.args], options };
  const { normalizeSpawnCommand } = await import('tinyexec');
  const normalized = normalizeSpawnCommand(request.command, request.args, options);
  return {
    command: normalized.command,
    args: [...normalized.args],
    options: { ...options, ...normalized.options },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function watchExit(): void {
  if (watchesExit) return;
  watchesExit = true;
  process.on('exit', () => {
    for (const child of running) killGroup(child, 'SIGKILL');
  });
}

const terminalCodes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;

/** Splits chunks into lines; a carriage return ends a line too, as progress bars use it. `write` returns the chunk's text. */
function lineReader(onLine: (line: string) => void) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const tell = (line: string): void => {
    const plain = line.replace(terminalCodes, '').trimEnd();
    if (plain !== '') onLine(plain);
  };
  return {
    write(chunk: Buffer): string {
      const text = decoder.write(chunk);
      const lines = (rest + text).split(/\r\n|\n|\r/);
      rest = lines.pop()!;
      lines.forEach(tell);
      return text;
    },
    end(): void {
      tell(rest + decoder.end());
    },
  };
}
