import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeProject, repository } from '../../support/django-project.ts';
import type { DjangoProject } from '../../support/django-project.ts';
import { serve } from '../../support/serve.ts';
import type { Server } from '../../support/serve.ts';

const minutes = 60_000;
const production = {
  SECRET_KEY: 'of-this-test-only-but-as-long-and-random-as-it-has-to-be-7f3a9c',
  ALLOWED_HOSTS: '127.0.0.1',
  BEHIND_PROXY: 'true',
};
const chief = { ADMIN_USERNAME: 'chief', ADMIN_PASSWORD: 'first-Passw0rd', ADMIN_EMAIL: 'chief@example.com' };

/** A copy of the project as a server gets it: without what git ignores. */
describe('a Django application in production', () => {
  let project: DjangoProject;
  let server: Server;

  beforeAll(async () => {
    project = makeProject([join(repository, 'examples', 'small', 'dsl', 'app.dsl')], {
      root: 'reading_list',
    });
    const built = project.dazzle(['build', '--yes', '--no-disk-hooks']);
    if (built.status !== 0) throw new Error(built.output);
    for (const name of ['.env', '.admin_credentials']) rmSync(join(project.app, name));
    for (const args of [
      ['makemigrations', '--noinput'],
      ['migrate', '--noinput'],
      ['collectstatic', '--noinput'],
    ]) {
      const ended = project.manage(args, { env: production });
      if (ended.status !== 0) throw new Error(ended.output);
    }
    server = await startWith(production);
  }, 3 * minutes);
  afterAll(async () => {
    await server?.stop();
    project.remove();
  });

  /** Runs what the Procfile calls `web`. */
  function startWith(env: Readonly<Record<string, string>>): Promise<Server> {
    const [program = '', ...args] = /^web: (.*)$/m
      .exec(project.read('apps/django_micro/Procfile'))![1]!
      .split(' ');
    return serve(
      (port) => ({
        file: join(project.app, '.venv', 'bin', program),
        args,
        env: { ...env, PORT: String(port), WEB_CONCURRENCY: '1' },
      }),
      project.app,
    );
  }

  /** A request as a proxy passes it on after it ended TLS. */
  function request(path: string, init: RequestInit = {}, to: Server = server): Promise<Response> {
    const headers = { 'x-forwarded-proto': 'https', ...(init.headers as Record<string, string>) };
    return fetch(to.origin + path, { redirect: 'manual', ...init, headers });
  }

  it('does not start without a secret key, and says how to make one', () => {
    const refused = project.manage(['check'], { env: { SECRET_KEY: '' } });
    expect(refused.status).toBe(1);
    expect(refused.output).toMatch(/^The settings do not fit: SECRET_KEY is not set\. .*token_urlsafe/);
  });

  it(
    'makes its admin from the environment, and gives the password back when told to',
    () => {
      const initAdmin = (...args: readonly string[]): string =>
        project.manage(['init_admin', ...args], { env: { ...production, ...chief } }).output.trim();
      expect(project.manage(['init_admin'], { env: production }).output).toContain(
        'set ADMIN_USERNAME and ADMIN_PASSWORD',
      );
      expect(initAdmin()).toBe('Created the admin user chief.');
      expect(initAdmin()).toBe('There is a user chief already; --reset restores the password.');
      expect(initAdmin('--reset')).toBe('Reset the password of chief.');
    },
    minutes,
  );

  it('sends plain HTTP to HTTPS, but answers probes', async () => {
    const plain = await fetch(`${server.origin}/login/`, { redirect: 'manual' });
    expect(plain.status).toBe(301);
    expect(plain.headers.get('location')).toBe(`${server.origin.replace('http:', 'https:')}/login/`);
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  });

  it('lets people in with secure cookies, and refuses forms of others', async () => {
    const page = await request('/login/');
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    const body = await page.text();
    const token = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(body)![1]!;
    const [cookie = ''] = page.headers.getSetCookie();
    expect(cookie).toContain('Secure');
    const send = (headers: Record<string, string>): Promise<Response> =>
      request('/login/', {
        method: 'POST',
        headers: { ...headers, referer: `${server.origin.replace('http:', 'https:')}/login/` },
        body: new URLSearchParams({
          csrfmiddlewaretoken: token,
          username: chief.ADMIN_USERNAME,
          password: chief.ADMIN_PASSWORD,
        }),
      });
    const foreign = await send({});
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('This form has expired');
    const inside = await send({ cookie: cookie.split(';')[0]! });
    expect(inside.status).toBe(302);
    expect(inside.headers.getSetCookie().find((line) => line.startsWith('sessionid='))).toMatch(
      /HttpOnly.*Secure/,
    );
  });

  it('serves files under hashed names that browsers may keep', async () => {
    const body = await (await request('/login/')).text();
    const path = /href="(\/static\/app\/site\.[0-9a-f]{12}\.css)"/.exec(body)![1]!;
    const file = await request(path);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('content-encoding')).toBe('gzip');
  });

  it('has its own page for what does not exist', async () => {
    const missing = await request('/no-such-page/');
    expect(missing.status).toBe(404);
    const text = await missing.text();
    expect(text).toContain('This page does not exist');
    expect(text).not.toContain('DEBUG');
  });

  it(
    'has its own page for its own mistakes, and logs them as JSON',
    async () => {
      const env = { ...production, DATABASE_URL: 'sqlite:///nothing-in-it.sqlite3' };
      const broken = await startWith(env);
      try {
        const failed = await request('/', { headers: { cookie: `sessionid=${'a'.repeat(32)}` } }, broken);
        expect(failed.status).toBe(500);
        expect(await failed.text()).toContain('Back to the start');
      } finally {
        await broken.stop();
      }
      const logged = entries(broken).find((entry) => entry['status'] === 500 && 'exception' in entry);
      expect(logged).toMatchObject({ level: 'ERROR', logger: 'django.request', method: 'GET', path: '/' });
      expect(logged!['exception']).toContain('no such table');
    },
    minutes,
  );

  it('writes one JSON object a line, whatever the address', async () => {
    await request('/a%22b%5Cc%0A%7B%7D/');
    await server.stop();
    const all = entries(server);
    expect(all).toContainEqual(
      expect.objectContaining({
        logger: 'gunicorn.access',
        path: '/a"b\\c\n{}/',
        method: 'GET',
        status: 404,
      }),
    );
    expect(all.every((entry) => 'time' in entry && 'level' in entry)).toBe(true);
  });
});

/** The lines that a server printed. */
function entries(server: Server): Record<string, unknown>[] {
  return server
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
