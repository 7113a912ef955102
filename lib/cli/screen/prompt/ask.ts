import { StoppedError } from '../../../diagnostics/diagnostic.ts';
import type { CommandContext } from '../../command.ts';
import { discardTyped } from './discard-typed.ts';

/** What a prompt of the inquirer family takes besides its own settings. */
interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  /** Read when the prompt ends; true where the person went back, so that the question goes from the screen. */
  readonly clearPromptOnDone: boolean;
}

/** Means that the person wants to go back to the question before. */
export const back = Symbol('back');

type Back = typeof back;

/**
 * Asks one question on the terminal; keys typed while something else went on answer nothing. Escape gives `back` where `canGoBack`; Ctrl-C, Ctrl-D and the end of input stop.
 * @throws StoppedError
 */
export async function ask<Value>(
  context: CommandContext,
  prompt: (promptContext: PromptContext) => Promise<Value>,
): Promise<Value>;
export async function ask<Value>(
  context: CommandContext,
  prompt: (promptContext: PromptContext) => Promise<Value>,
  canGoBack: boolean,
): Promise<Value | Back>;
export async function ask<Value>(
  context: CommandContext,
  prompt: (promptContext: PromptContext) => Promise<Value>,
  canGoBack = false,
): Promise<Value | Back> {
  const { stdin, stderr } = context.terminal.streams;
  const { live } = context.terminal;
  live.stop();
  // Keys that were typed during work answer nothing; those typed straight after the question before are for this one.
  if (live.tookTurn() && (await discardTyped(stdin))) throw new StoppedError();
  const stop = new AbortController();
  let wentBack = false;
  let isInterrupted = false;
  const onKey = (_: unknown, key: { name?: string; ctrl?: boolean } | undefined): void => {
    if (key?.ctrl === true && key.name === 'd') stop.abort();
    if (key?.ctrl === true && key.name === 'c') isInterrupted = true;
    if (canGoBack && key?.name === 'escape') {
      wentBack = true;
      stop.abort();
    }
  };
  const onEnd = (): void => stop.abort();
  stdin.on('keypress', onKey);
  stdin.on('end', onEnd);
  stdin.on('close', onEnd);
  const keepAlive = setInterval(() => {}, 60_000);
  try {
    if (stdin.readableEnded || stdin.destroyed) throw new StoppedError();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const answer = await prompt({
      input: stdin,
      output: stderr,
      signal,
      get clearPromptOnDone() {
        return wentBack;
      },
    });
    // Ctrl-C that came together with the key that answered: the prompt had ended and did not receive it.
    if (isInterrupted) throw new StoppedError();
    return answer;
  } catch (error) {
    if (wentBack) return back;
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) {
      throw new StoppedError();
    }
    throw error;
  } finally {
    clearInterval(keepAlive);
    stdin.off('keypress', onKey);
    stdin.off('end', onEnd);
    stdin.off('close', onEnd);
  }
}
