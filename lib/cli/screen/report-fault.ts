import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CommandContext, DiskState } from '../command.ts';
import { packageVersion } from '../package-root.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { createTerminal, type Streams } from './terminal.ts';

/** What a person is told about the disk when a command ends before its time. */
export const diskTexts: Readonly<Record<DiskState, string>> = {
  untouched: 'Nothing was written.',
  started: 'dazzle.toml and the spec are written; nothing is built yet.',
  committing: 'Files were being put in place: the next dazzle command finishes that or takes it back.',
  committed: 'The generated files are in place; the steps after them did not finish.',
};

/** Reports a fault of dazzle's own: a few lines for the person, the stack in a log file. */
export async function reportFault(error: unknown, context: CommandContext): Promise<Diagnostic> {
  const { err } = context.terminal;
  const saved = await saveLog(error, context);
  const diagnostic: Diagnostic = diagnose('DZL509', {
    message: `dazzle itself failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    fix:
      saved === null
        ? 'run it again; please report it if it stays'
        : `run it again; if it stays, please report it with the log ${saved}`,
  });
  printDiagnostics([diagnostic], err);
  err.tell(`    ${diskTexts[context.disk]}`);
  return diagnostic;
}

/** Tells on stderr that stdout could not be written to the end (DZL516); what the command did on the disk stays. */
export function reportLostOutput(error: Error, streams: Streams): void {
  const reason = /^[A-Z]+: (.*?)(?:, \w+)?$/.exec(error.message)?.[1] ?? error.message;
  printDiagnostics(
    [
      diagnose('DZL516', {
        message: `the output could not be written: ${reason}; the end of it is missing`,
        fix: 'write it to another place, or make room, and run the command again',
      }),
    ],
    createTerminal(streams).err,
  );
}

async function saveLog(error: unknown, context: CommandContext): Promise<string | null> {
  const inProject = context.projectDir !== null && existsSync(join(context.projectDir, '.dazzle'));
  const folder = inProject ? join(context.projectDir!, '.dazzle', 'cache') : tmpdir();
  const text = [
    `dazzle ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `arguments: ${process.argv.slice(2).map(maskSecret).join(' ')}`,
    `disk: ${diskTexts[context.disk]}`,
    '',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    ...(error instanceof Error && error.cause !== undefined ? ['', `cause: ${String(error.cause)}`] : []),
    '',
  ].join('\n');
  for (const place of [folder, tmpdir()]) {
    const file = join(place, `dazzle-fault-${Date.now()}.log`);
    try {
      await mkdir(place, { recursive: true });
      await writeFile(file, text, { mode: 0o600 });
      return file;
    } catch {
      continue;
    }
  }
  return null;
}

/** Hides the value of an argument whose name speaks of a secret. */
function maskSecret(argument: string): string {
  return argument.replace(/((?:password|secret|token|key)[^=]*=).+/i, '$1«secret»');
}
