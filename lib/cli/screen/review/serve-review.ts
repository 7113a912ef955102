import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What the page asks of the review behind it; values are plain JSON. */
export interface ReviewActions {
  /** The list of changes and what is settled so far. */
  overview(): unknown;
  /** The segments of one file; null for a path that is not in the plan. */
  file(path: string): Promise<unknown | null>;
  /** Settles one file; returns what is wrong with the request, or undefined. */
  settle(request: unknown): string | undefined;
  /** Builds where the request confirms what stays open; otherwise says why not. */
  build(request: unknown): string | undefined;
  /** The person pressed "Close". */
  close(): void;
  /** Resolves once there is a plan with a greater number. */
  nextRound(after: number): Promise<void>;
}

/** A running review page; `address` holds the token and is only for the person at this machine. */
export interface ReviewServer {
  readonly address: string;
  close(): Promise<void>;
}

const assets: Readonly<Record<string, string>> = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'draw.js': 'text/javascript; charset=utf-8',
  'draw-file.js': 'text/javascript; charset=utf-8',
  'draw-plan.js': 'text/javascript; charset=utf-8',
};

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Largest request body, in bytes: an edited hunk. */
const bodyLimit = 4_000_000;

/**
 * Serves the review page on 127.0.0.1 until it is closed. Every address begins with a random token, the `Host` header must be
 * the server's own, and nothing is loaded from elsewhere.
 *
 * @param folder where page.html, page.css and page.js lie
 */
export async function serveReview(folder: string, actions: ReviewActions): Promise<ReviewServer> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    respond(request, response).catch((cause: unknown) => {
      send(response, 500, 'text/plain', cause instanceof Error ? cause.message : 'fault');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, given = '', name = ''] = url.pathname.split('/');
    if (request.headers.host !== `127.0.0.1:${port}` || !isToken(given))
      return send(response, 404, 'text/plain', 'not found');
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== `http://127.0.0.1:${port}`)
      return send(response, 403, 'text/plain', 'forbidden');
    if (request.method === 'GET') return get(response, name, url.searchParams);
    if (request.method === 'POST') return post(request, response, name);
    return send(response, 405, 'text/plain', 'method not allowed');
  }

  async function get(response: ServerResponse, name: string, query: URLSearchParams): Promise<void> {
    if (name === '')
      return send(response, 200, 'text/html; charset=utf-8', await readFile(path.join(folder, 'page.html')));
    const type = assets[name];
    if (type !== undefined) return send(response, 200, type, await readFile(path.join(folder, name)));
    if (name === 'overview') return sendJson(response, 200, actions.overview());
    if (name === 'round') {
      await actions.nextRound(Number(query.get('after')));
      return sendJson(response, 200, actions.overview());
    }
    if (name !== 'file') return send(response, 404, 'text/plain', 'not found');
    const file = await actions.file(query.get('path') ?? '');
    return file === null
      ? sendJson(response, 404, { error: 'no such file in this plan' })
      : sendJson(response, 200, file);
  }

  async function post(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.headers['content-type'] !== 'application/json')
      return send(response, 415, 'text/plain', 'JSON only');
    const body = await readBody(request);
    if (body === null) return send(response, 413, 'text/plain', 'too large');
    if (name === 'close') {
      sendJson(response, 200, { ok: true });
      return actions.close();
    }
    if (name !== 'settle' && name !== 'build') return send(response, 404, 'text/plain', 'not found');
    const problem = actions[name](body);
    if (problem === undefined) return sendJson(response, 200, actions.overview());
    return sendJson(response, name === 'build' ? 409 : 400, { error: problem });
  }

  function isToken(given: string): boolean {
    const [a, b] = [Buffer.from(given), Buffer.from(token)];
    return a.length === b.length && timingSafeEqual(a, b);
  }

  return {
    address: `http://127.0.0.1:${port}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as unknown;
  } catch {
    return {};
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...headers, 'Content-Type': type }).end(body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value));
}
