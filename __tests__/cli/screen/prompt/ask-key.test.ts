import { describe, expect, it } from '@jest/globals';
import { render } from '@inquirer/testing';
import { keyPrompt } from '../../../../lib/cli/screen/prompt/ask-key.ts';

const config = {
  message: 'models.py:',
  keys: [
    { key: 'k', label: 'keep mine' },
    { key: 'K', label: 'keep all mine' },
    { key: '?', label: 'help' },
  ],
};

describe('a question answered by one key', () => {
  it('takes the key without Enter', async () => {
    const { answer, events, getScreen } = await render(keyPrompt, config);
    expect(getScreen()).toBe('? models.py: [kK?]');
    events.type('k');
    await expect(answer).resolves.toBe('k');
    expect(getScreen()).toBe('✔ models.py: keep mine');
  });

  it('tells capitals and signs apart', async () => {
    const first = await render(keyPrompt, config);
    first.events.type('K');
    await expect(first.answer).resolves.toBe('K');
    const second = await render(keyPrompt, config);
    second.events.type('?');
    await expect(second.answer).resolves.toBe('?');
  });

  it('decides nothing on Enter or on other keys, and says so', async () => {
    const { answer, events, getScreen, nextRender } = await render(keyPrompt, config);
    events.keypress('enter');
    await nextRender();
    expect(getScreen()).toContain('Enter alone decides nothing');
    events.type('x');
    await nextRender();
    expect(getScreen()).toContain('no choice has the key "x"');
    events.keypress({ name: 'backspace', sequence: '\u007f' } as never);
    await nextRender();
    expect(getScreen()).toContain('no choice has the key "backspace"');
    events.type('k');
    await expect(answer).resolves.toBe('k');
  });
});
