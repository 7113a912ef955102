import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key, startSession, type Session } from '../../../support/pty.ts';
import { run } from '../../../support/run.ts';

jest.setTimeout(60_000);

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-wizard-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Moves down to a choice of the list on the screen, and takes it. */
async function choose(session: Session, choice: string): Promise<void> {
  for (let step = 0; step < 15 && !session.screen().includes(`❯ ${choice}`); step++) {
    const before = session.screen();
    session.press(key.down);
    while (session.screen() === before) await new Promise((done) => setTimeout(done, 20));
  }
  expect(session.screen()).toContain(`❯ ${choice}`);
  session.press(key.enter);
}

/** Answers with Enter until the summary is there. */
async function takeDefaults(session: Session): Promise<void> {
  for (const question of [
    'Where shall it start from?',
    'What is the application called?',
    'What shall be made of it?',
    'Which database',
    'time zone',
  ]) {
    await session.see(question);
    session.press(key.enter);
  }
  await session.see('Shall it be made?');
}

describe('the wizard', () => {
  it.each([120, 40])(
    'takes defaults by Enter, at %i columns, and prints the command that does the same',
    async (columns) => {
      const name = `shop${columns}`;
      const session = startSession(['init', name], cwd, columns);
      await takeDefaults(session);
      session.press(key.down, key.enter);
      expect(await session.ended).toBe(0);
      const text = session.all();
      expect(text.replaceAll(/\s+/g, '')).toContain(`dazzleinit${name}--yes--no-build`);
      expect(text.split('\n').every((line) => line.length <= columns)).toBe(true);
      const asked = readFileSync(join(cwd, name, 'dazzle.toml'), 'utf8');
      await run(['init', `${name}b`, '--yes', '--no-build', '--name', name], { cwd });
      expect(readFileSync(join(cwd, `${name}b`, 'dazzle.toml'), 'utf8')).toBe(asked);
      expect(readdirSync(join(cwd, name)).sort()).toEqual(['.dazzle', '.gitignore', 'dazzle.toml', 'dsl']);
    },
  );

  it('goes back with Esc, question by question', async () => {
    const session = startSession(['init', 'back'], cwd);
    await session.see('Where shall it start from?');
    session.press(key.enter);
    await session.see('called?');
    session.press('x', key.enter);
    await session.see('What shall be made of it?');
    session.press(key.escape);
    await session.see(/called\? x[\s\S]*called\? \(x\)/);
    session.press(key.escape);
    await session.see(/Where shall it start from\?[\s\S]*Where shall it start from\?/);
    expect(session.all()).not.toContain('made of it?');
    session.press(key.enter);
    await session.see(/start from\? a small start\n[\s\S]*start from\? a small start\n[\s\S]*called\? \(x\)/);
    session.press('y', key.enter);
    await session.see('What shall be made of it?');
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(existsSync(join(cwd, 'back'))).toBe(false);
  });

  it.each([
    ['the start', 0],
    ['the name', 1],
    ['the stack', 2],
    ['a question of a backend', 3],
  ])('stops with Ctrl-C at %s, with status 130, and leaves nothing behind', async (_, steps) => {
    const session = startSession(['init', 'stopped'], cwd);
    const questions = ['start from?', 'called?', 'made of it?', 'Which database'];
    for (const question of questions.slice(0, steps)) {
      await session.see(question);
      session.press(key.enter);
    }
    await session.see(questions[steps]!);
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(session.all()).toContain('Stopped. Nothing was written.');
    expect(existsSync(join(cwd, 'stopped'))).toBe(false);
  });

  it('stops at the summary by Ctrl-C, Ctrl-D and by its own choice', async () => {
    for (const keys of [[key.interrupt], [key.end], [key.up, key.enter]]) {
      const session = startSession(['init', 'stopped'], cwd);
      await takeDefaults(session);
      if (keys[0] === key.up) session.press(...Array.from({ length: 7 }, () => key.down), key.enter);
      else session.press(...keys);
      expect(await session.ended).toBe(130);
      expect(existsSync(join(cwd, 'stopped'))).toBe(false);
    }
  });

  it('changes one answer from the summary and comes back to it', async () => {
    const session = startSession(['init', 'changed'], cwd);
    await takeDefaults(session);
    session.press(key.down, key.down, key.down, key.enter);
    await session.see(/called\?[\s\S]*called\? \(changed\)/);
    session.press('kiosk', key.enter);
    await session.see(/Shall it be made\?[\s\S]*name +kiosk[\s\S]*Shall it be made\?/);
    session.press(key.down, key.enter);
    expect(await session.ended).toBe(0);
    expect(readFileSync(join(cwd, 'changed/dazzle.toml'), 'utf8')).toContain('name = "kiosk"');
    expect(readFileSync(join(cwd, 'changed/dsl/app.dsl'), 'utf8')).toContain('app kiosk "Kiosk"');
  });

  it('describes entities, their fields and relations, and shows the spec as it grows', async () => {
    const session = startSession(['init', 'described', '--stack', 'micro'], cwd);
    await session.see('start from?');
    await choose(session, 'describe it here');
    await session.see('What does it keep?');
    session.press('customer', key.enter);
    await session.see('Customer: its first field?');
    session.press('name', key.enter);
    await session.see('name is');
    session.press(key.enter);
    await session.see('Must name be filled in?');
    session.press(key.enter);
    await session.see('Customer: next field?');
    session.press(key.enter);
    await session.see('name: str(200) required');
    await session.see('what next?');
    session.press(key.enter);
    await session.see('And what else?');
    session.press('purchase order', key.enter);
    await session.see('PurchaseOrder: its first field?');
    session.press('state', key.enter);
    await session.see('state is');
    session.press(...Array.from({ length: 7 }, () => key.down), key.enter);
    await session.see('Which values?');
    session.press('new, paid', key.enter);
    await session.see('PurchaseOrder: next field?');
    session.press('buyer', key.enter);
    await session.see('buyer is');
    session.press(...Array.from({ length: 8 }, () => key.down), key.enter);
    await session.see('Which entity?');
    session.press(key.enter);
    await session.see('Must buyer be filled in?');
    session.press('y', key.enter);
    await session.see(/buyer be filled in\? Yes[\s\S]*PurchaseOrder: next field\?/);
    session.press(key.enter);
    await session.see('buyer: ref Customer required');
    await session.see('Customer, PurchaseOrder: what next?');
    session.press(key.down, key.down, key.down, key.enter);
    await session.see('called?');
    session.press(key.enter);
    await session.see('Which database');
    session.press(key.enter);
    await session.see('time zone');
    session.press(key.enter);
    await session.see('Shall it be made?');
    session.press(key.down, key.enter);
    expect(await session.ended).toBe(0);
    expect(session.all()).toContain('dazzle init NEW_FOLDER --yes --from described/dsl/app.dsl --no-build');
    const spec = readFileSync(join(cwd, 'described/dsl/app.dsl'), 'utf8');
    expect(spec).toContain('  state: enum[new,paid]=new\n  buyer: ref Customer required\n');
    expect((await run(['validate', '--strict'], { cwd: join(cwd, 'described') })).status).toBe(0);
    expect((await run(['fmt', '--check'], { cwd: join(cwd, 'described') })).status).toBe(0);
  });

  it('takes a list of entities for several, and what is said of fields for what it means', async () => {
    const session = startSession(['init', 'listed', '--stack', 'micro', '--no-build'], cwd);
    await session.see('start from?');
    await choose(session, 'describe it here');
    await session.see('What does it keep?');
    session.press('Customer, customer', key.enter);
    await session.see('there is an entity Customer already');
    session.press('\u0015', 'Customer: name required, phone number; Order', key.enter);
    await session.see('name is');
    session.press(key.enter);
    await session.see('"phone number" is');
    await choose(session, 'a field called phone_number');
    await session.see('phone_number is');
    session.press(key.enter);
    await session.see(/phone_number: str\(200\)\n[\s\S]*Customer: next field\?/);
    session.press(key.enter);
    await session.see('Order: its first field?');
    session.press('total amount, customer: Customer', key.enter);
    await session.see('"total amount" is');
    await choose(session, 'a field total: amount');
    await session.see('Order: next field?');
    session.press(key.enter);
    await session.see('Customer, Order: what next?');
    await choose(session, 'that is all');
    for (const question of ['called?', 'Which database', 'time zone', 'Shall it be made?']) {
      await session.see(question);
      session.press(key.enter);
    }
    expect(await session.ended).toBe(0);
    const spec = readFileSync(join(cwd, 'listed/dsl/app.dsl'), 'utf8');
    expect(spec).toContain('  name: str(200) required\n  phone_number: str(200)\n');
    expect(spec).toContain('  total: decimal(10,2) required\n  customer: ref Customer\n');
    expect((await run(['validate', '--strict'], { cwd: join(cwd, 'listed') })).status).toBe(0);
  });

  it('asks again what was answered wrongly, and keeps the other answers', async () => {
    const session = startSession(['init', 'wrong', '--stack', 'micro'], cwd);
    await session.see('start from?');
    await choose(session, 'describe it here');
    await session.see('What does it keep?');
    session.press('Item: name: text, id', key.enter);
    await session.see('Item: every entity has its id already');
    session.press('\u0015', 'Item: name: text', key.enter);
    await session.see('Must name be filled in?');
    session.press(key.enter);
    await session.see('Item: next field?');
    session.press('name', key.enter);
    await session.see('there is a field name already');
    session.press('\u0015', key.enter);
    await session.see('Item: what next?');
    await choose(session, 'another entity');
    await session.see('And what else?');
    session.press('ITEM', key.enter);
    await session.see('there is an entity Item already');
    session.press(key.escape);
    await session.see(/what next\? another entity[\s\S]*Item: what next\?/);
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
  });

  it('starts from a file, asks for another where there is none or it has errors, and for no name beside its own', async () => {
    writeFileSync(join(cwd, 'broken.dsl'), 'app x "X"\nentity A:\n  name: strng\n');
    writeFileSync(
      join(cwd, 'own.dsl'),
      'module own.core\napp own "Own"\nentity Thing "Thing":\n  id: uuid pk\n',
    );
    const session = startSession(['init', 'from-file', '--stack', 'micro'], cwd);
    await session.see('start from?');
    await choose(session, 'a .dsl file of my own');
    await session.see('Which file?');
    session.press('missing.dsl', key.enter);
    await session.see('there is no missing.dsl');
    session.press(...Array.from({ length: 11 }, () => '\u007f'), 'broken.dsl', key.enter);
    await session.see('broken.dsl:3:9 error');
    await session.see(/error[\s\S]*Which file\? \(broken.dsl\)/);
    session.press('own.dsl', key.enter);
    await session.see('Which database');
    session.press(key.enter);
    await session.see('time zone');
    session.press(key.enter);
    await session.see('Shall it be made?');
    session.press(key.down, key.enter);
    expect(await session.ended).toBe(0);
    expect(session.all()).not.toContain('called?');
    expect(session.all()).toContain('Its spec calls the application own');
    expect(session.all()).toContain('dazzle init from-file --yes --from own.dsl --no-build');
    expect(readFileSync(join(cwd, 'from-file/dsl/app.dsl'), 'utf8')).toBe(
      readFileSync(join(cwd, 'own.dsl'), 'utf8'),
    );
  });

  it('ignores keys that come too early, and redraws when the window changes', async () => {
    const session = startSession(['init', 'early'], cwd, 100);
    session.press(key.enter, key.enter, 'zz');
    await session.see('start from?');
    session.resize(40);
    session.press(key.enter);
    await session.see('called?');
    session.resize(120);
    session.press(key.interrupt);
    expect(await session.ended).toBe(130);
    expect(existsSync(join(cwd, 'early'))).toBe(false);
  });

  it('stops on Ctrl-C pressed in the same breath as an answer', async () => {
    const session = startSession(['init', 'early'], cwd);
    await session.see('start from?');
    session.press(`${key.enter}${key.interrupt}`);
    expect(await session.ended).toBe(130);
    expect(existsSync(join(cwd, 'early'))).toBe(false);
  });

  it('says what to do instead inside a project (DZL507)', async () => {
    await run(['init', 'there', '--yes', '--no-build'], { cwd });
    const session = startSession(['init'], join(cwd, 'there'));
    expect(await session.ended).toBe(1);
    expect(session.all()).toContain('error DZL507  this folder has a dazzle.toml already');
    expect(session.all()).toContain('fix: run "dazzle build"');
  });
});
