import { resolve } from 'node:path';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** Keys by name, as a terminal sends them. */
export const key = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  space: ' ',
  interrupt: '\u0003',
  end: '\u0004',
} as const;

/** A command that runs in a real pseudo-terminal. */
export interface Session {
  /** What a person sees now, without trailing blanks. */
  screen(): string;
  /** Every byte that came, colours and all. */
  raw(): string;
  /** Everything on the screen and scrolled off it. */
  all(): string;
  /** Resolves when `text` is on the screen (or was, since the last call); fails with the screen after ten seconds. */
  see(text: string | RegExp): Promise<void>;
  /** Resolves when the bytes that came match. */
  got(bytes: RegExp): Promise<void>;
  press(...keys: readonly string[]): void;
  resize(columns: number): void;
  /** The exit status. */
  ended: Promise<number>;
  kill(): void;
}

const main = process.env.DAZZLE_MAIN ?? resolve('dist/cli/main.js');

/** Starts `dazzle` in a pseudo-terminal of this width. */
export function startSession(
  argv: readonly string[],
  cwd: string,
  columns = 80,
  env: Readonly<Record<string, string>> = {},
): Session {
  const rows = 40;
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const clean = { ...process.env };
  for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'VISUAL', 'EDITOR']) delete clean[name];
  const child = pty.spawn(process.execPath, [main, ...argv], {
    cols: columns,
    rows,
    cwd,
    name: 'xterm-256color',
    env: { ...clean, TERM: 'xterm-256color', DAZZLE_PAGER: 'cat', ...env } as Record<string, string>,
  });
  let written = Promise.resolve();
  let raw = '';
  child.onData((data) => {
    raw += data;
    written = written.then(() => new Promise((done) => screen.write(data, done)));
  });
  const lines = (from: number): string => {
    const { active } = screen.buffer;
    const all: string[] = [];
    for (let row = from; row < active.length; row++)
      all.push(active.getLine(row)?.translateToString(true) ?? '');
    return all.join('\n').trimEnd();
  };
  const ended = new Promise<number>((done, fail) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`still running:\n${lines(0)}`));
    }, 40_000);
    child.onExit(({ exitCode }) => {
      clearTimeout(limit);
      void written.then(() => done(exitCode));
    });
  });
  // A test that failed before does not wait for the end of its session.
  ended.catch(() => undefined);
  const until = async (isThere: () => boolean, wanted: string | RegExp): Promise<void> => {
    for (let waited = 0; !isThere(); waited += 20) {
      if (waited > 10_000) throw new Error(`never saw ${String(wanted)} in:\n${lines(0)}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return {
    screen: () => lines(screen.buffer.active.baseY),
    raw: () => raw,
    all: () => lines(0),
    see: (text) =>
      until(
        () =>
          typeof text === 'string'
            ? lines(0).replaceAll(/\s+/g, '').includes(text.replaceAll(/\s+/g, ''))
            : text.test(lines(0)),
        text,
      ),
    got: (bytes) => until(() => bytes.test(raw), bytes),
    press(...keys) {
      for (const each of keys) child.write(each);
    },
    resize(width) {
      child.resize(width, rows);
      screen.resize(width, rows);
    },
    ended,
    kill: () => child.kill(),
  };
}
