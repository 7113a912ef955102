import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** What the prompt sends before it shows: invisible, and never part of another output. */
const bell = '\u001b]133;A';
const rows = 60;

/**
 * A bash on a pseudo terminal that knows when its prompt is back.
 *
 * @param home an empty folder: where it starts, and its HOME; `bin` in it comes first on the PATH
 */
export async function openShell(home, columns) {
  const shell = spawn('bash', ['--norc', '--noprofile'], {
    cols: columns,
    rows,
    cwd: home,
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => /^(PIP_|SSL_|XDG_CACHE)/.test(name)),
      ),
      PATH: `${home}/bin:${process.env.PATH}`,
      HOME: home,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      PS1: '\\[\\e]133;A\\a\\]$ ',
      PAGER: 'cat',
      HISTFILE: '',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'You'],
          [`GIT_${who}_EMAIL`, 'you@example.com'],
        ]),
      ),
    },
  });
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 500, allowProposedApi: true });
  let prompts = 0;
  let written = Promise.resolve();
  shell.onData((text) => {
    written = written.then(() => new Promise((done) => screen.write(text, done)));
    prompts += text.split(bell).length - 1;
  });

  const until = async (holds) => {
    for (let waited = 0; !holds(); waited += 50) {
      if (waited > 180_000) throw new Error(`waited in vain; the screen:\n${textOf(readScreen(screen))}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await written;
  };

  await until(() => prompts > 0);
  return {
    /** Types a line; resolves when the prompt is back. */
    async type(line) {
      const before = prompts;
      shell.write(`${line}\r`);
      await until(() => prompts > before);
    },
    /** Resolves when `text` is on the screen. */
    see: (text) => until(() => textOf(readScreen(screen)).includes(text)),
    interrupt: () => shell.write('\u0003'),
    /** Empties the screen but for the prompt. */
    async clear() {
      await written;
      screen.reset();
      await new Promise((done) => screen.write('$ ', done));
    },
    read: () => readScreen(screen),
    close: () => shell.kill(),
  };
}

function textOf(screenRows) {
  return screenRows.map((runs) => runs.map(({ text }) => text).join(' ')).join('\n');
}

/** The rows of the screen as runs of one style, without blank ends and without the prompt that waits. */
function readScreen(screen) {
  const buffer = screen.buffer.active;
  const found = [];
  for (let y = 0; y < buffer.length; y++) found.push(readRow(buffer.getLine(y), screen.cols));
  while (found.length > 0 && /^\s*\$?\s*$/.test(textOf(found.slice(-1)))) found.pop();
  return found;
}

function readRow(line, columns) {
  const runs = [];
  for (let x = 0; x < columns; x++) {
    const cell = line.getCell(x);
    if (cell.getWidth() === 0) continue;
    const style = [
      colourOf(cell),
      cell.isBold() !== 0 ? 'bold' : '',
      cell.isDim() !== 0 ? 'dim' : '',
      cell.isUnderline() !== 0 ? 'underline' : '',
    ].filter((word) => word !== '');
    const last = runs.at(-1);
    const text = cell.getChars() || ' ';
    if (last !== undefined && last.style.join() === style.join()) last.text += text;
    else runs.push({ column: x, text, style });
  }
  const words = runs.filter(({ text }) => text.trim() !== '');
  return words.map((run) => ({ ...run, text: run.text.trimEnd() }));
}

/** One of the terminal's sixteen colours as `c0` to `c15`. */
function colourOf(cell) {
  return cell.isFgPalette() ? `c${cell.getFgColor()}` : '';
}
