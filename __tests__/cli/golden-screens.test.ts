import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key, startSession } from './support/pty.ts';

jest.setTimeout(60_000);

const cwd = mkdtempSync(join(tmpdir(), 'dazzle-screens-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('the screens of the wizard', () => {
  it.each([40, 120])('look like this at %i columns', async (columns) => {
    const session = startSession(['init', 'shop', '--stack', 'micro'], cwd, columns);
    await session.see('2 entities, 8 pages ↑↓ navigate • ⏎ select');
    const start = session.screen();
    session.press(key.enter);
    await session.see('called?');
    session.press(key.enter);
    await session.see('Which database');
    session.press(key.enter);
    await session.see('time zone');
    session.press(key.enter);
    await session.see('stop; nothing is written ↑↓ navigate • ⏎ select');
    const summary = session.screen();
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(`${start}\n${'='.repeat(columns)}\n${summary}\n`).toMatchSnapshot();
  });
});
