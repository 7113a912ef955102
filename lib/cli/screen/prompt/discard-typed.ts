import { setTimeout as pause } from 'node:timers/promises';

/** The keyboard, as far as it matters here. */
type Keyboard = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
};

/** Milliseconds without a key after which everything that was typed before has arrived. */
const quiet = 15;

/**
 * Throws away what was typed before a question is on the screen: it was not meant for this question. Input that is no
 * keyboard is never touched. Leaves the keyboard raw: what is typed from here on is for the question.
 *
 * @returns whether Ctrl-C or Ctrl-D was among it
 */
export async function discardTyped(input: Keyboard): Promise<boolean> {
  if (input.isTTY !== true || input.setRawMode === undefined) return false;
  let typed = '';
  let isQuiet = false;
  const onData = (data: unknown): void => {
    typed += String(data);
    isQuiet = false;
  };
  input.setRawMode(true);
  input.on('data', onData);
  input.resume();
  while (!isQuiet) {
    isQuiet = true;
    await pause(quiet);
  }
  input.pause();
  input.off('data', onData);
  return typed.includes('\u0003') || typed.includes('\u0004');
}
