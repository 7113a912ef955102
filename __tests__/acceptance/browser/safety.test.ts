import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openingsOf } from '../../support/browser/addresses.ts';
import { pageBackends, startApplication, type Application } from '../../support/browser/applications.ts';
import { launchChromium, loadAfter, logIn, openWindow, type Window } from '../../support/browser/chromium.ts';
import { control, enter, submit } from '../../support/browser/fill-in.ts';
import { seedRecords } from '../../support/browser/seed-records.ts';
import { example } from '../../support/samples.ts';

const minutes = 60_000;
/** Each would do harm, or vanish, if it were taken for markup or a template. */
const hostile = [
  '<script>document.title = "owned"</script>',
  '"><img src=x onerror="document.title = \'owned\'">',
  "' onfocus='document.title=1' autofocus='",
  '{{ 7*7 }} {% now "Y" %}',
  '<%= 7*7 %> ${7*7}',
  '&lt;b&gt; & &amp;',
  '</textarea></select><h1>out</h1>',
];

let chromium: Browser;
beforeAll(async () => {
  chromium = await launchChromium();
}, minutes);
afterAll(() => chromium.close());

describe.each(pageBackends)('%s', (backend) => {
  let app: Application;
  let window: Window;
  let keys: Readonly<Record<string, string>>;
  beforeAll(async () => {
    app = await startApplication(backend, example('small', 'reading_list'));
    keys = await seedRecords(app, { Author: 1, Book: 1 });
    window = await openWindow(chromium, app);
    await logIn(window, app);
  }, 5 * minutes);
  afterAll(async () => {
    await window?.page.context().close();
    await app?.stop();
  });

  it(
    'sends everybody without a login from every page to the login page, and then back',
    async () => {
      const found: string[] = [];
      for (const { path } of [...openingsOf(app, keys), { path: '/admin/' }]) {
        for (const method of ['GET', 'POST']) {
          const body = method === 'POST' ? new URLSearchParams({ name: 'Nobody' }) : null;
          const answer = await fetch(app.origin + path, { method, body, redirect: 'manual' });
          await answer.arrayBuffer();
          const to = answer.headers.get('location') ?? '';
          const isSent = answer.status === 302 && /^\/(admin\/)?login\//.test(to);
          if (!isSent && !(method === 'POST' && answer.status === 403)) {
            found.push(`${method} ${path} answers ${answer.status} ${to}`);
          }
        }
      }
      expect(found).toEqual([]);

      const stranger = await openWindow(chromium, app);
      const { page } = stranger;
      await stranger.open(`/books/${keys['Book']}/edit/`);
      expect(new URL(page.url()).pathname).toBe('/login/');
      await enter(page, 'Username', app.username);
      await enter(page, 'Password', app.password);
      await submit(page);
      expect(new URL(page.url()).pathname).toBe(`/books/${keys['Book']}/edit/`);
      expect(stranger.wrongs).toEqual([]);
      await page.context().close();
    },
    2 * minutes,
  );

  it(
    'leads to no other host after a login',
    async () => {
      for (const next of [
        'https://example.com/',
        '//example.com/',
        '/\\example.com',
        'javascript:alert(1)',
      ]) {
        const stranger = await openWindow(chromium, app);
        await stranger.open(`/login/?next=${encodeURIComponent(next)}`);
        await enter(stranger.page, 'Username', app.username);
        await enter(stranger.page, 'Password', app.password);
        await submit(stranger.page);
        expect(`${next} leads to ${stranger.page.url()}`).toBe(`${next} leads to ${app.origin}/`);
        expect(stranger.wrongs).toEqual([]);
        await stranger.page.context().close();
      }
    },
    2 * minutes,
  );

  it(
    'says so when the password is wrong, and lets nobody in again who logged out',
    async () => {
      const stranger = await openWindow(chromium, app);
      const { page, open } = stranger;
      await open('/login/');
      await enter(page, 'Username', app.username);
      await enter(page, 'Password', 'certainly-not-it');
      await submit(page);
      expect(new URL(page.url()).pathname).toBe('/login/');
      await page.getByRole('alert').waitFor();
      expect(await control(page, 'Username').inputValue()).toBe(app.username);
      expect(await control(page, 'Password').inputValue()).toBe('');
      await enter(page, 'Password', app.password);
      await submit(page);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Reading List');
      const cookies = await page.context().cookies();
      expect(cookies.filter(({ httpOnly, sameSite }) => httpOnly && sameSite !== 'None')).not.toEqual([]);
      await loadAfter(page, () => page.getByRole('button', { name: 'Log out' }).click());
      expect(new URL(page.url()).pathname).toBe('/login/');
      await page.context().addCookies(cookies);
      await open('/books/');
      expect(new URL(page.url()).pathname).toBe('/login/');
      await page.context().close();
    },
    2 * minutes,
  );

  it(
    'refuses forms that another site sends, and saves nothing',
    async () => {
      const { page, open } = window;
      const cookies = await page.context().cookies();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const post = async (path: string, fields: Record<string, string>): Promise<number> => {
        const body = new URLSearchParams(fields);
        const answer = await fetch(app.origin + path, {
          method: 'POST',
          headers: { cookie },
          body,
          redirect: 'manual',
        });
        expect(await answer.text()).toContain('</html>');
        return answer.status;
      };
      const wrong = { csrfmiddlewaretoken: 'x'.repeat(64), _csrf: 'x'.repeat(64) };
      expect(await post('/authors/new/', { name: 'Smuggled' })).toBe(403);
      expect(await post('/authors/new/', { name: 'Smuggled', ...wrong })).toBe(403);
      expect(await post(`/books/${keys['Book']}/delete/`, {})).toBe(403);
      expect(await post('/logout/', {})).toBe(403);
      await open('/authors/?q=Smuggled');
      expect(await page.locator('tbody tr').count()).toBe(0);
      expect(await open(`/books/${keys['Book']}/`)).toBe(200);
    },
    2 * minutes,
  );

  it.each(hostile)(
    'shows %s as it was entered',
    async (text) => {
      const { page, open, wrongs } = window;
      const before = wrongs.length;
      await open('/authors/new/');
      await enter(page, 'Name', text);
      await enter(page, 'Country', text);
      await submit(page);
      expect(await page.getByRole('status').innerText()).toBe('Author created.');
      await open(`/authors/?q=${encodeURIComponent(text)}`);
      expect(await page.getByLabel('Search').inputValue()).toBe(text);
      await loadAfter(page, () => page.locator('tbody').getByRole('link', { name: text }).click());
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(text);
      expect(await page.title()).toBe(`${text} · Reading List`);
      await loadAfter(page, () => page.getByRole('link', { name: 'Edit', exact: true }).click());
      expect(await control(page, 'Country').inputValue()).toBe(text);
      await open('/books/new/');
      await enter(page, 'Title', text);
      await enter(page, 'Author', text);
      await enter(page, 'Notes', text);
      await submit(page);
      expect(await page.locator('dd', { hasText: text }).count()).toBe(3);
      await loadAfter(page, () => page.getByRole('link', { name: 'Delete' }).click());
      expect(await page.locator('main').innerText()).toContain(text);
      await submit(page);
      expect(await page.getByRole('status').innerText()).toContain(text);
      await open(`/books/?author=${encodeURIComponent(text)}&sort=${encodeURIComponent(text)}`);
      expect(await page.title()).toBe('Books · Reading List');
      expect(wrongs.slice(before)).toEqual([]);
    },
    2 * minutes,
  );
});
