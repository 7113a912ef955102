import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CommandContext } from '../../command.ts';

/** Opens a text in `$VISUAL` or `$EDITOR` (vi where neither is set); null where it failed or nothing changed. */
export async function editText(context: CommandContext, text: string, path: string): Promise<string | null> {
  const { env } = context.terminal.streams;
  const editor = env.VISUAL || env.EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi');
  const folder = await mkdtemp(join(tmpdir(), 'dazzle-edit-'));
  const file = join(folder, basename(path));
  try {
    await writeFile(file, text, { mode: 0o600 });
    const status = await new Promise<number>((done) => {
      const quoted = `'${file.replaceAll("'", `'\\''`)}'`;
      const child =
        process.platform === 'win32'
          ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
          : spawn('/bin/sh', ['-c', `${editor} ${quoted}`], { stdio: 'inherit', env: { ...env } });
      child.on('error', () => done(127));
      child.on('close', (code) => done(code ?? 1));
    });
    if (status !== 0) {
      context.terminal.err.tell(`the editor "${editor}" ended with status ${status}: set $EDITOR to another`);
      return null;
    }
    const edited = await readFile(file, 'utf8');
    return edited === text ? null : edited;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
