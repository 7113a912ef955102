import { expect } from '@jest/globals';
import { key } from '../../cli/support/pty.ts';
import { logIn } from '../log-in.ts';
import type { Newcomer } from './newcomer.ts';

/** Where the models of the tutorial's application are, relative to its project. */
export const models = 'apps/django_micro/app/models.py';

/** Logs in as the page says, adds a tool and lends it, and stops the server by Ctrl-C. */
export async function lendTool(newcomer: Newcomer, command: string): Promise<string> {
  const server = await newcomer.serve(command);
  const secrets = newcomer.read('.admin_credentials');
  expect(secrets).toMatch(/^Username: admin$/m);
  const start = await fetch(`${server.origin}/`, { redirect: 'manual' });
  expect(start.headers.get('location')).toMatch(/^\/login\//);
  const person = await logIn(server.origin, /^Password: (.*)$/m.exec(secrets)![1]!);
  expect(await (await person.get('/')).text()).toContain('href="/tools/"');
  const added = await person.post('/tools/new/', { name: 'Saw', kind: 'hand', notes: 'Keep it dry' });
  expect(added.status).toBe(302);
  expect(await (await person.get('/tools/')).text()).toContain('Saw');
  const [, tool] = /<option value="([^"]+)"[^>]*>\s*Saw/.exec(
    await (await person.get('/loans/new/')).text(),
  )!;
  expect((await person.post('/loans/new/', { tool: tool!, borrower: 'Jo' })).status).toBe(302);
  expect(await (await person.get('/loans/')).text()).toMatch(/Saw[^]*Jo/);
  await server.stop('SIGINT');
  return server.output();
}

/** The spec has no problems; a mistake in it is pointed at. */
export function findMistake(newcomer: Newcomer, command: string): string {
  const spec = newcomer.read('dsl/app.dsl');
  newcomer.write('dsl/app.dsl', spec.replace('remarks: text', 'remarks: txt'));
  const { status, output } = newcomer.run(command);
  expect({ status, output }).toMatchObject({
    status: 1,
    output: expect.stringMatching(/dsl\/app\.dsl:\d+:12  error[^]*\^\^\^/),
  });
  newcomer.write('dsl/app.dsl', spec);
  const valid = newcomer.run(command);
  expect({ status: valid.status, output: valid.output }).toMatchObject({
    status: 0,
    output: expect.stringContaining('no problems'),
  });
  return valid.output;
}

/** The build asks in a terminal; `q` leaves everything as it was. */
export async function beAsked(newcomer: Newcomer, command: string): Promise<string> {
  const files = newcomer.run('git status --porcelain').output;
  const mine = newcomer.read(models);
  const session = newcomer.open(command);
  await session.see(`${models}:`);
  const asked = session.all();
  session.press('d');
  await session.see('max_length=120');
  session.press('?');
  for (const meaning of ['keep mine', 'take the new one', 'nothing is written']) await session.see(meaning);
  session.press('q');
  expect(await session.ended).toBe(130);
  expect(newcomer.run('git status --porcelain').output).toBe(files);
  expect(newcomer.read(models)).toBe(mine);
  return asked;
}

/** The page of the review answers, and closes by Ctrl-C. */
export async function openReview(newcomer: Newcomer, command: string): Promise<string> {
  const session = newcomer.open(command);
  await session.see(/Review the build at http\S+\/\n/);
  const [address] = /http\S+\/(?=\n)/.exec(session.all())!;
  const answer = await fetch(address!);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<html');
  session.press(key.interrupt);
  expect(await session.ended).toBe(130);
  return session.all();
}

/** The production server is healthy, and sends all else to HTTPS. */
export async function lookAtServer(newcomer: Newcomer, command: string): Promise<string> {
  expect(newcomer.has('.env')).toBe(false);
  const server = await newcomer.serve(command);
  const origin = server.origin.replace('127.0.0.1', 'localhost');
  expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: 'ok' });
  const other = await fetch(`${origin}/login/`, { redirect: 'manual' });
  expect(other.status).toBe(301);
  expect(other.headers.get('location')).toBe(`${origin.replace('http:', 'https:')}/login/`);
  await server.stop();
  return server.output();
}
