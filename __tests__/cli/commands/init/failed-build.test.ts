import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../support/make-backend.ts';
import { key, startSession, type Session } from '../../support/pty.ts';

jest.setTimeout(60_000);

let place: ReturnType<typeof makeFolder>;
let session: Session;
beforeEach(() => {
  place = makeFolder();
  mkdirSync(join(place.folder, 'bin'));
  symlinkSync(process.execPath, join(place.folder, 'bin', 'node'));
  session = startSession(['init', 'shop', '--from', 'starter'], place.folder, 100, {
    PATH: join(place.folder, 'bin'),
  });
});
afterEach(() => {
  session.kill();
  place.remove();
});

/** Takes what is offered, until the build has failed for want of Python. */
async function buildInVain(): Promise<void> {
  for (const question of ['called?', 'What shall be made of it?', 'Which database', 'time zone', 'made?']) {
    await session.see(question);
    session.press(key.enter);
  }
  await session.see('error DZL340');
  await session.see('Keep dazzle.toml and the spec');
}

describe('a first build that comes to nothing, with a person there', () => {
  it('leaves dazzle.toml and the spec where they are wanted', async () => {
    await buildInVain();
    session.press(key.enter);
    expect(await session.ended).toBe(1);
    await session.see('run "dazzle --cwd shop build"');
    expect(readFileSync(join(place.folder, 'shop/dazzle.toml'), 'utf8')).toContain('name = "shop"');
  });

  it('leaves nothing where they are not', async () => {
    await buildInVain();
    session.press('n', key.enter);
    expect(await session.ended).toBe(1);
    await session.see('Nothing was written.');
    expect(existsSync(join(place.folder, 'shop'))).toBe(false);
  });

  it('leaves nothing where the person stops at that question', async () => {
    await buildInVain();
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    await session.see('Stopped. Nothing was written.');
    expect(existsSync(join(place.folder, 'shop'))).toBe(false);
  });
});
