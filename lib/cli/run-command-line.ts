import { setMaxListeners } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError, StoppedError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { failureJson, writeJson } from './screen/json.ts';
import { printDiagnostics } from './screen/print-diagnostics.ts';
import { findCommandWord, readCommandLine } from './argv/read-command-line.ts';
import type { CommandContext } from './command.ts';
import { commandTable } from './commands/table.ts';
import { createTerminal, type Streams } from './screen/terminal.ts';

/** Runs one command line; resolves to its exit status (0, 1, 2 or 130). Never throws. */
export async function runCommandLine(argv: readonly string[], streams: Streams): Promise<number> {
  const terminal = createTerminal(
    streams,
    commandTable.filter(({ isOfProject }) => isOfProject).map(({ name }) => name),
  );
  const wantsJson = argv.includes('--json') && !argv.includes('--words');
  const fail = (diagnostics: readonly Diagnostic[]): void => {
    const called = commandTable.find(({ name }) => name === findCommandWord(argv));
    if (wantsJson) writeJson(terminal.out, failureJson(diagnostics, called?.tellsOfBuild));
  };
  if (wantsJson) terminal.keepStdoutForData();
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const context: CommandContext = {
    cwd: streams.cwd,
    terminal,
    signal: stop.signal,
    disk: 'untouched',
    projectDir: null,
  };
  const onInterrupt = (): void => {
    if (context.disk === 'committing') {
      if (!stop.signal.aborted)
        terminal.err.tell('\nStopping: what is being written is finished or taken back first.');
    } else if (stop.signal.aborted) process.exit(130);
    stop.abort(new StoppedError());
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    const called = await readCommandLine(argv, commandTable, terminal);
    if (called === null) return 0;
    const cwd = called.cwd === null ? streams.cwd : enterFolder(resolve(streams.cwd, called.cwd));
    if (called.cwd !== null && cwd !== streams.cwd) terminal.setFolder(called.cwd);
    const [{ run }, { waitFor }] = await Promise.all([
      called.command.load(),
      import('../backend/wait-for.ts'),
    ]);
    return await waitFor(`dazzle ${called.command.name}`, () =>
      run(Object.assign(context, { cwd }), called.args, called.options, commandTable),
    );
  } catch (error) {
    terminal.live.stop();
    return await reportFailure(error, context, fail);
  } finally {
    terminal.live.stop();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** @throws DazzleError DZL505 where there is no such folder. */
function enterFolder(folder: string): string {
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about?.isDirectory() === true) return folder;
  throw new DazzleError(
    diagnose('DZL505', {
      message: about === undefined ? `there is no folder ${folder}` : `${folder} is a file, not a folder`,
      fix: 'name the folder of a project with --cwd',
    }),
  );
}

async function reportFailure(
  error: unknown,
  context: CommandContext,
  fail: (diagnostics: readonly Diagnostic[]) => void,
): Promise<number> {
  const { terminal } = context;
  // Ctrl-C stops a commit only before a file has been moved; a commit that fails later says itself what is on the disk.
  if (isStop(error) && context.disk === 'committing') context.disk = 'untouched';
  const hasFailed = error instanceof DazzleError && context.disk === 'committing';
  if (isStop(error) || (context.signal.aborted && !hasFailed)) {
    const { diskTexts } = await import('./screen/report-fault.ts');
    const message = `Stopped. ${diskTexts[context.disk]}`;
    terminal.err.tell(`\n${message}`);
    fail([diagnose('DZL515', { message })]);
    return 130;
  }
  if (error instanceof DazzleError) {
    printDiagnostics(error.diagnostics, terminal.err);
    fail(error.diagnostics);
    return error.exitStatus;
  }
  const { reportFault } = await import('./screen/report-fault.ts');
  const diagnostic = await reportFault(error, context);
  fail([diagnostic]);
  return 1;
}

/** Claims that the person stopped the command, at a prompt or with Ctrl-C. */
function isStop(error: unknown): boolean {
  return (
    error instanceof StoppedError ||
    (error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(error.name))
  );
}
