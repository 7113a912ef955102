import {
  createPrompt,
  isEnterKey,
  useKeypress,
  usePrefix,
  useState,
  type KeypressEvent,
} from '@inquirer/core';
import { wrapText } from '../text.ts';
import { fitMessage, placeAnswer } from './load-prompts.ts';

/** One key that answers a question, and the word shown for it. */
export interface KeyChoice {
  readonly key: string;
  readonly label: string;
}

interface KeyConfig {
  readonly message: string;
  readonly keys: readonly KeyChoice[];
  /** Columns at which texts are broken between words; absent: not at all. */
  readonly width?: number;
}

/**
 * A question answered by a single key. Upper and lower case are told apart; Enter, the arrows and any key that is
 * not offered do nothing but say so, so that no answer is given by accident.
 */
export const keyPrompt = createPrompt<string, KeyConfig>((config, done) => {
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [chosen, setChosen] = useState<KeyChoice | null>(null);
  const [hint, setHint] = useState('');
  const prefix = usePrefix({ status });
  const { keys, width = Infinity } = config;
  const message = fitMessage(config.message, width);
  const place = (text: string): string => placeAnswer(text, message, width);

  useKeypress((event) => {
    if (status === 'done') return;
    const typed = typedKey(event);
    const choice = keys.find((candidate) => candidate.key === typed);
    if (choice !== undefined) {
      setChosen(choice);
      setStatus('done');
      done(choice.key);
    } else {
      setHint(
        isEnterKey(event)
          ? 'Enter alone decides nothing: press one of the keys'
          : `no choice has the key ${nameOf(typed)}`,
      );
    }
  });

  if (chosen !== null) return `${prefix} ${message} ${place(chosen.label)}`;
  const letters = keys.map((choice) => choice.key).join('');
  return [`${prefix} ${message} ${place(`[${letters}]`)} `, wrapText(hint, width).join('\n')];
});

/** The character of a key press, `?` and capitals included. */
function typedKey(event: KeypressEvent & { sequence?: string; shift?: boolean }): string {
  const { sequence } = event;
  if (sequence?.length === 1 && sequence >= ' ' && sequence !== '\u007f') return sequence;
  return event.shift === true && event.name?.length === 1 ? event.name.toUpperCase() : (event.name ?? '');
}

function nameOf(key: string): string {
  return key === '' || key === ' ' ? 'pressed' : `"${key}"`;
}
