import type { Writable } from 'node:stream';
import { clipText } from './text.ts';

/** One line at the bottom of the terminal that says what is going on, redrawn in place. */
export interface LiveLine {
  /** False where lines cannot be redrawn: output is linear. */
  readonly isShown: boolean;
  /** Shows a text once half a second has gone by since the work began; replaces the text before. */
  show(text: string): void;
  /** Wipes the line, so that something else can be written; it comes back with the next frame. */
  clear(): void;
  /** Ends it. */
  stop(): void;
  /** Whether it has been shown, or could have been, since this was asked last; true at first. */
  tookTurn(): boolean;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const delay = 500;
const interval = 100;

/** Makes the live line of a stream; a silent one where lines cannot be redrawn. */
export function createLiveLine(
  stream: Writable & { columns?: number },
  enabled: boolean,
  colour: boolean,
): LiveLine {
  if (!enabled) {
    return { isShown: false, show: () => {}, clear: () => {}, stop: () => {}, tookTurn: () => false };
  }
  let text = '';
  let frame = 0;
  let drawn = false;
  let since = 0;
  let hasRun = true;
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => {
    if (!drawn) return;
    stream.write('\r\u001b[2K');
    drawn = false;
  };
  const draw = (): void => {
    if (Date.now() - since < delay) return;
    const mark = frames[frame++ % frames.length]!;
    const clipped = clipText(text, Math.max(10, (stream.columns ?? 80) - 3));
    stream.write(`\r\u001b[2K${colour ? `\u001b[36m${mark}\u001b[39m` : mark} ${clipped}`);
    drawn = true;
  };
  return {
    isShown: true,
    show: (next) => {
      text = next;
      hasRun = true;
      if (timer !== undefined) return;
      since = Date.now();
      timer = setInterval(draw, interval);
      timer.unref();
    },
    clear,
    stop: () => {
      clearInterval(timer);
      timer = undefined;
      clear();
    },
    tookTurn: () => {
      const ran = hasRun;
      hasRun = false;
      return ran;
    },
  };
}
