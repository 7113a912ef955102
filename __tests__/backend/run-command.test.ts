import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../../lib/backend/run-command.ts';

const run = (command: string, ...args: string[]) =>
  runCommand({
    command,
    args,
    folder: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '' },
    signal: new AbortController().signal,
    onLine: () => undefined,
  });

describe('a command', () => {
  it('gives its status, its output and its last lines', async () => {
    const program = 'console.log("one"); console.error("two"); process.exitCode = 3;';
    const result = await run(process.execPath, '-e', program);
    expect({ ...result, lastLines: [...result.lastLines].sort() }).toEqual({
      status: 3,
      stdout: 'one\n',
      lastLines: ['one', 'two'],
    });
  });

  it('ends with 127 where there is none of its name', async () => {
    const { status, lastLines } = await run('no-such-command');
    expect([status, lastLines]).toEqual([127, ['no-such-command: command not found']]);
  });

  it.each([
    ['an argument that no process can have', process.execPath, ['a\0b'], /null bytes/],
    ['an empty name', '', [], /empty/],
  ])('ends with 126 where it has %s', async (_, command, args, message) => {
    const { status, lastLines } = await run(command, ...args);
    expect([status, lastLines.join('\n')]).toEqual([126, expect.stringMatching(message)]);
  });
});
