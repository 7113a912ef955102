import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { key, startSession, type Session } from '../../support/pty.ts';
import { lists, makeSmallProject, type SmallProject } from '../../support/small-project.ts';

jest.setTimeout(60_000);

let project: SmallProject;
beforeEach(async () => {
  project = await makeSmallProject();
  for (const list of lists) project.write(list, project.read(list).replaceAll('one', 'mine'));
  project.retitle('two');
  project.write('wait', '');
});
afterEach(() => project.remove());

/** Starts a build that is busy, types, and lets it go on once the terminal has echoed as many Ts as there are. */
async function buildAfter(keys: string): Promise<Session> {
  const session = startSession(['build'], project.folder);
  await session.see('names: names');
  session.press(keys);
  await session.got(new RegExp(keys.replaceAll(/[^T]/g, '').split('').join('[^T]*')));
  rmSync(join(project.folder, 'wait'));
  return session;
}

const edited = (): string[] => lists.map((list) => project.read(list));

describe('keys typed while a spinner runs', () => {
  it.each([
    ['a key that answers', 'TTT'],
    ['whole lines', 'T\rK\rT\r'],
  ])('answer nothing: %s', async (_, keys) => {
    const before = edited();
    const session = await buildAfter(keys);
    await session.see(`${lists[0]}:`);
    session.press('?');
    await session.see('this help');
    session.press('q');
    expect(await session.ended).toBe(130);
    expect(edited()).toEqual(before);
  });

  it('do not reach the question after the one that they came too early for', async () => {
    const before = edited();
    const session = await buildAfter('T');
    await session.see(`${lists[0]}:`);
    session.press('k');
    await session.see(`${lists[1]}:`);
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(edited()).toEqual(before);
  });
});
