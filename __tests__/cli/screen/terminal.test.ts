import { describe, expect, it } from '@jest/globals';
import { showsLinks, wantsColour } from '../../../lib/cli/screen/terminal.ts';

describe('colours', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['no terminal', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR without a terminal', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['CI', { CI: 'true' }, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('with %s', (_, env, isTerminal, expected) => {
    expect(wantsColour(env, isTerminal)).toBe(expected);
  });

  it('has hyperlinks only where the terminal is known to show them', () => {
    expect(showsLinks({ TERM_PROGRAM: 'iTerm.app' }, true)).toBe(true);
    expect(showsLinks({ TERM_PROGRAM: 'iTerm.app' }, false)).toBe(false);
    expect(showsLinks({}, true)).toBe(false);
  });
});
