import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../../../lib/cli/package-root.ts';
import { serveReview } from '../../../../lib/cli/screen/review/serve-review.ts';
import type { ReviewServer } from '../../../../lib/cli/screen/review/serve-review.ts';

let server: ReviewServer;
let asked: unknown[];
let problem: string | undefined;

beforeEach(async () => {
  asked = [];
  problem = undefined;
  const note = (name: string) => (body: unknown) => {
    asked.push([name, body]);
    return problem;
  };
  server = await serveReview(join(packageRoot(), 'templates', 'review'), {
    overview: () => ({ project: 'shop' }),
    file: (path) =>
      path === 'broken'
        ? Promise.reject(new Error('no disk'))
        : Promise.resolve(path === 'a.py' ? { path } : null),
    settle: note('settle'),
    build: note('build'),
    close: () => void asked.push('close'),
    nextRound: (after) => Promise.resolve(void asked.push(after)),
  });
});
afterEach(() => server.close());

async function get(name: string): Promise<[status: number, body: string]> {
  const response = await fetch(server.address + name);
  return [response.status, await response.text()];
}

async function post(name: string, body: string, type = 'application/json'): Promise<[number, string]> {
  const response = await fetch(server.address + name, {
    method: 'POST',
    body,
    headers: { 'Content-Type': type },
  });
  return [response.status, await response.text()];
}

/** The status of a request with headers that a browser would not let a page set. */
function statusWith(
  headers: Record<string, string>,
  address = server.address,
  method = 'GET',
): Promise<number> {
  return new Promise((done, fail) => {
    request(address, { headers, method }, (response) => done(response.resume().statusCode!))
      .on('error', fail)
      .end();
  });
}

describe('the page', () => {
  it.each(['page.css', 'page.js', 'draw.js', 'draw-file.js', 'draw-plan.js'])(
    'is served with its %s',
    async (name) => {
      expect((await get(name))[0]).toBe(200);
    },
  );

  it('loads nothing from elsewhere, and stands in no other page', async () => {
    const response = await fetch(server.address);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['overview', 200, '{"project":"shop"}'],
    ['round?after=3', 200, '{"project":"shop"}'],
    ['file?path=a.py', 200, '{"path":"a.py"}'],
    ['file?path=b.py', 404, '{"error":"no such file in this plan"}'],
    ['file', 404, '{"error":"no such file in this plan"}'],
    ['file?path=broken', 500, 'no disk'],
    ['page.html', 404, 'not found'],
    ['..%2Freview%2Fpage.css', 404, 'not found'],
  ])('gets %s: %i', async (name, status, body) => {
    expect(await get(name)).toEqual([status, body]);
  });

  it('waits for the plan after the one it has', async () => {
    await get('round?after=3');
    expect(asked).toEqual([3]);
  });
});

describe('what the page asks for', () => {
  it.each(['settle', 'build'])('is done: %s', async (name) => {
    expect(await post(name, '{"path":"a.py"}')).toEqual([200, '{"project":"shop"}']);
    expect(asked).toEqual([[name, { path: 'a.py' }]]);
  });

  it.each([
    ['settle', 400],
    ['build', 409],
  ])('is refused with its reason: %s', async (name, status) => {
    problem = 'the build has begun';
    expect(await post(name, '{}')).toEqual([status, '{"error":"the build has begun"}']);
  });

  it('is an empty request where it is no JSON', async () => {
    await post('settle', '{');
    await post('settle', '');
    expect(asked).toEqual([
      ['settle', {}],
      ['settle', {}],
    ]);
  });

  it('closes the review', async () => {
    expect(await post('close', '{}')).toEqual([200, '{"ok":true}']);
    expect(asked).toEqual(['close']);
  });

  it.each([
    ['of another kind than JSON', 415, () => post('settle', 'a=1', 'application/x-www-form-urlencoded')],
    ['of more than four megabytes', 413, () => post('settle', `"${'x'.repeat(4_000_000)}"`)],
    ['for something else', 404, () => post('delete', '{}')],
  ])('is not heard %s', async (_, status, send) => {
    expect((await send())[0]).toBe(status);
    expect(asked).toEqual([]);
  });
});

describe('anybody else', () => {
  it('finds nothing without the token', async () => {
    const { origin, pathname } = new URL(server.address);
    const other = `/${'x'.repeat(pathname.length - 2)}/`;
    for (const path of ['/', '/short/', other]) expect((await fetch(origin + path)).status).toBe(404);
  });

  it('finds nothing under another name of the machine', async () => {
    expect(await statusWith({ Host: 'shop.example' })).toBe(404);
    expect(await statusWith({})).toBe(200);
  });

  it('may not ask from another page', async () => {
    expect(await statusWith({ Origin: 'http://shop.example' })).toBe(403);
    expect(await statusWith({ Origin: new URL(server.address).origin })).toBe(200);
  });

  it('may only get and post', async () => {
    expect(await statusWith({}, server.address, 'DELETE')).toBe(405);
  });
});
