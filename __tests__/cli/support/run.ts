import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { runCommandLine } from '../../../lib/cli/run-command-line.ts';
import { createTerminal, type Streams, type Terminal } from '../../../lib/cli/screen/terminal.ts';

/** What a command line printed, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface Settings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Both streams are terminals of this width. */
  readonly columns?: number;
}

/** Collects what is written to a stream. */
export function collectStream(
  columns?: number,
): Writable & { text(): string; isTTY?: boolean; columns?: number } {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, {
    text: () => chunks.join(''),
    ...(columns === undefined ? {} : { isTTY: true, columns }),
  });
}

/** Streams of a test, and what was written to them. */
export function testStreams({ cwd = '/', env = {}, columns }: Settings = {}): Streams & {
  readonly stdout: ReturnType<typeof collectStream>;
  readonly stderr: ReturnType<typeof collectStream>;
} {
  return {
    stdin: new PassThrough(),
    stdout: collectStream(columns),
    stderr: collectStream(columns),
    env,
    cwd,
  };
}

/** A terminal that collects. */
export function testTerminal(settings: Settings = {}): Terminal & { readonly printed: () => string } {
  const streams = testStreams(settings);
  const terminal = createTerminal(streams);
  return Object.assign(terminal, {
    printed: () => stripVTControlCharacters(streams.stdout.text() + streams.stderr.text()),
  });
}

/** Runs one command line in this process, as `dazzle` would. */
export async function run(argv: readonly string[], settings: Settings = {}): Promise<Ran> {
  const streams = testStreams(settings);
  const status = await runCommandLine(argv, streams);
  return { status, out: streams.stdout.text(), err: streams.stderr.text() };
}
