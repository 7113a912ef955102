import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { fitConfig } from '../../../../lib/cli/screen/prompt/load-prompts.ts';
import { testTerminal } from '../../support/run.ts';

const config = {
  message: 'Which database do you develop with, on this machine?',
  choices: [
    { value: 'sqlite', description: 'a file beside the project; nothing to install' },
    { value: 'postgresql' },
  ],
};

/** The settings as they are shown on a terminal of this width. */
function shown(columns: number) {
  const fitted = fitConfig<typeof config & { theme?: { style: Record<string, (text: string) => string> } }>(
    config,
    testTerminal({ columns }).err,
  );
  return {
    ...fitted,
    answer: (text: string) => stripVTControlCharacters(fitted.theme!.style['answer']!(text)),
  };
}

describe('a question on a narrow terminal', () => {
  it('breaks its message and the descriptions of its choices between words', () => {
    const { message, choices } = shown(40);
    expect(message).toBe('Which database do you develop with, on\n  this machine?');
    expect(choices[0]!.description).toBe('a file beside the project; nothing to\ninstall');
    expect(choices[1]).toEqual({ value: 'postgresql' });
  });

  it('shows its answer behind the message where it fits, else beneath', () => {
    expect(shown(40).answer('SQLite')).toBe('SQLite');
    expect(shown(40).answer('a database on another machine')).toBe('\n  a database on another machine');
    expect(shown(100).answer('SQLite')).toBe('SQLite');
  });

  it('stays on one line where there is room', () => {
    expect(shown(100).message).toBe(config.message);
  });
});
