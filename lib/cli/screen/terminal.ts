import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import pc from 'picocolors';
import { createLiveLine, type LiveLine } from './live-line.ts';
import { hangText, quoteWord, wrapLines } from './text.ts';

/** The colours of a channel: functions that leave the text as it is where there is no colour. */
export type Colours = ReturnType<typeof pc.createColors>;

/** The streams and surroundings of a command; tests give their own. */
export interface Streams {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean; columns?: number; rows?: number };
  readonly stderr: Writable & { isTTY?: boolean; columns?: number; rows?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** How lines are written that are broken between words. */
interface LineLook {
  readonly tint?: (line: string) => string;
  /** The most columns, where the channel has more. */
  readonly width?: number;
}

/** One output stream, with what it can show. */
export interface Channel {
  readonly colours: Colours;
  readonly isTerminal: boolean;
  /** Columns to wrap at; Infinity where the stream is no terminal. */
  readonly width: number;
  /** Turns a label into a hyperlink where the terminal shows them. */
  link(label: string, address: string): string;
  /** The same, to a file of the project. */
  linkFile(label: string, path: string): string;
  /** A text in which commands to type are written so that they work where the person is. */
  hint(text: string): string;
  /** Writes lines; each call ends its line. */
  line(text?: string): void;
  /** Writes sentences as lines broken between words, each continued beneath its indentation and as many blanks more. */
  tell(text: string, more?: number): void;
  /** Writes `text` behind `first` and continues it beneath `indent` blanks; `tint` colours each line, `width` narrows them. */
  hang(first: string, text: string, indent: number, look?: LineLook): void;
  /** Writes as it is. */
  write(text: string): void;
}

/** Where a command reads and writes. */
export interface Terminal {
  readonly streams: Streams;
  readonly out: Channel;
  readonly err: Channel;
  /** For people: stdout, or stderr where stdout carries data. */
  readonly say: Channel;
  /** A person can be asked: both ends are terminals. */
  readonly interactive: boolean;
  /** The spinner's line; silent where lines cannot be redrawn. */
  readonly live: LiveLine;
  /** Paths of files are relative to this folder from now on. */
  setProject(projectDir: string): void;
  /** The person is not in the project: hints name this folder, as they would type it, with `--cwd`. */
  setFolder(folder: string): void;
  /** From now on stdout carries data, and people read stderr. */
  keepStdoutForData(): void;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Claims that NO_COLOR, FORCE_COLOR, CI, TERM and the stream allow colours. */
export function wantsColour(env: Streams['env'], isTerminal: boolean): boolean {
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb' && !isContinuousIntegration(env);
}

/** Claims that the command runs in continuous integration: linear output, no questions. */
function isContinuousIntegration(env: Streams['env']): boolean {
  return isSet(env.CI) && env.CI !== 'false' && env.CI !== '0';
}

/** Claims that the terminal is one of those known to show OSC 8 hyperlinks. */
export function showsLinks(env: Streams['env'], isTerminal: boolean): boolean {
  if (isSet(env.FORCE_HYPERLINK)) return env.FORCE_HYPERLINK !== '0';
  if (!isTerminal || isContinuousIntegration(env) || env.TERM === 'dumb' || isSet(env.NO_COLOR)) return false;
  if (isSet(env.WT_SESSION) || isSet(env.KITTY_WINDOW_ID) || isSet(env.DOMTERM)) return true;
  if (Number(env.VTE_VERSION) >= 5000) return true;
  return ['iTerm.app', 'WezTerm', 'vscode', 'ghostty'].includes(env.TERM_PROGRAM ?? '');
}

/**
 * Makes the terminal of a command from its streams.
 *
 * @param projectCommands the names of the commands that work on the project around them: hints to them say where it is
 */
export function createTerminal(streams: Streams, projectCommands: readonly string[] = []): Terminal {
  const { env } = streams;
  const mention = new RegExp(`(?<![\\w./-])dazzle (?=(?:${projectCommands.join('|')})\\b)`, 'g');
  const plain = isContinuousIntegration(env) || env.TERM === 'dumb';
  const live = createLiveLine(
    streams.stderr,
    streams.stderr.isTTY === true && !plain,
    wantsColour(env, true),
  );

  let project = streams.cwd;
  let folder = '';
  const channel = (stream: Streams['stdout']): Channel => {
    const isTerminal = stream.isTTY === true;
    const columns = (): number => (isTerminal ? (stream.columns ?? 80) : Infinity);
    const links = showsLinks(env, isTerminal);
    const link = (label: string, address: string): string =>
      links ? `\u001b]8;;${address}\u0007${label}\u001b]8;;\u0007` : label;
    // A reader that has gone, like `head`, and a full disk end the output but not the command.
    let isClosed = false;
    stream.on('error', () => {
      isClosed = true;
    });
    const write = (text: string): void => {
      if (isClosed) return;
      live.clear();
      stream.write(text);
    };
    return {
      colours: pc.createColors(wantsColour(env, isTerminal)),
      isTerminal,
      get width() {
        return columns();
      },
      link,
      hint: (text) => (folder === '' ? text : text.replaceAll(mention, `dazzle --cwd ${folder} `)),
      linkFile: (label, path) => link(label, pathToFileURL(resolve(project, path)).href),
      line: (text = '') => write(`${text}\n`),
      tell: (text, more = 0) => write(`${wrapLines(text, columns(), more)}\n`),
      hang: (first, text, indent, { tint, width = Infinity } = {}) => {
        const lines = hangText(first, text, Math.min(columns(), width), indent);
        write(lines.map((line) => `${tint?.(line) ?? line}\n`).join(''));
      },
      write,
    };
  };

  const out = channel(streams.stdout);
  const err = channel(streams.stderr);
  let say = out;
  return {
    streams,
    out,
    err,
    get say() {
      return say;
    },
    interactive: streams.stdin.isTTY === true && streams.stderr.isTTY === true && !plain,
    live,
    setProject: (projectDir) => {
      project = projectDir;
    },
    setFolder: (named) => {
      folder = quoteWord(named);
    },
    keepStdoutForData: () => {
      say = err;
    },
  };
}
