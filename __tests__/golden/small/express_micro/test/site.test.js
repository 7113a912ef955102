import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openApplication } from './support/application.js';

const app = await openApplication();

/** Entities of which the tests can make a record. */
const makeable = ['Author', 'Book'];

/** Addresses of the links on a page. */
function linksOf({ text }) {
  const links = text.matchAll(/<a [^>]*?href="(\/[^"]*)"/g);
  return [...links].map(([, link]) => link.replaceAll('&amp;', '&'));
}

describe('The site', () => {
  test('asks strangers to log in', () => app.assertNeedsLogin('/'));

  test('leads from its home to each list', async () => {
    const links = linksOf(await app.getPage('/'));
    for (const list of ['/authors/', '/books/']) assert.ok(links.includes(list), list);
  });

  test('has no link that leads nowhere', async () => {
    for (const name of makeable) await app.make(name);
    const waiting = ['/'];
    const seen = new Set(waiting);
    while (waiting.length > 0 && seen.size < 300) {
      const address = waiting.pop();
      const page = await app.person.get(address);
      assert.ok(page.status === 200 || page.status === 302, `${address} answers ${page.status}`);
      for (const link of linksOf(page)) {
        if (seen.has(link) || link.startsWith('/admin/') || link.startsWith('/static/')) continue;
        seen.add(link);
        waiting.push(link);
      }
    }
  });

  test('says that an unknown page is not found', () => app.assertNotFound('/no-such-page/'));

  test('leads to the address with a slash at its end', async () => {
    const { status, location } = await app.person.get('/no-such-page', { q: 'a b' });
    assert.deepEqual({ status, location }, { status: 301, location: '/no-such-page/?q=a%20b' });
  });

  test('shows markup as text', async () => {
    await app.addUser('<b>me</b>');
    const me = await app.logIn('<b>me</b>');
    const page = await me.get('/');
    app.assertShows(page, '<b>me</b>');
    assert.ok(!page.text.includes('<b>me</b>'));
  });
});
