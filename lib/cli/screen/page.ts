import { spawn } from 'node:child_process';
import type { CommandContext } from '../command.ts';
import { widthOf } from './text.ts';

/** Writes lines to stdout; through `$PAGER` (less where it is not set) on a terminal that they would not fit on. */
export async function page(context: CommandContext, lines: readonly string[]): Promise<void> {
  const { terminal } = context;
  const { stdout, env } = terminal.streams;
  const pager = env.DAZZLE_PAGER ?? env.PAGER ?? 'less';
  const rows = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (stdout.columns ?? 80))),
    0,
  );
  const text = lines.map((line) => `${line}\n`).join('');
  const fits = rows < (stdout.rows ?? 24);
  if (!terminal.interactive || stdout.isTTY !== true || fits || pager === '' || pager === 'cat') {
    terminal.out.write(text);
    return;
  }
  if (!(await runPager(pager, text, env))) terminal.out.write(text);
}

/** Gives the text to the pager; false where it cannot be started. Ctrl-C is the pager's while it runs. */
async function runPager(
  pager: string,
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  try {
    return await new Promise<boolean>((done) => {
      const child = spawn(pager, {
        shell: true,
        stdio: ['pipe', 'inherit', 'inherit'],
        env: { LESS: 'FRX', LV: '-c', ...env },
      });
      child.on('error', () => done(false));
      child.on('close', (status) => done(status !== 127 && status !== 126));
      child.stdin.on('error', () => {});
      child.stdin.end(text);
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}
