// Requests per second of the list and the detail page of a generated Express application (examples/small, 200 books,
// logged in, production settings), as a ratio to the same pages written by hand (express/plain.js says what both have),
// and what starting it costs as a ratio to starting Node. Builds, installs and loads on this machine only; the servers
// take turns. Where other work shares the machine, the ratio of their processor time a request is the steadier one.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const cli = process.env.DAZZLE_CLI ?? path.join(root, 'dist/cli/main.js');
const books = 200;
const connections = 8;
const starts = 3;
const warmUp = 1500;
const rounds = 15;
const requests = 300;

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr || stdout}`);
}

/** Installed dependencies, kept between runs. */
function installed(manifest) {
  const { dependencies, devDependencies } = JSON.parse(manifest);
  const key = createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies]))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(tmpdir(), `dazzle-modules-${key}`);
  if (!existsSync(path.join(folder, 'ready'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies, devDependencies }),
    );
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], folder);
    writeFileSync(path.join(folder, 'ready'), '');
  }
  return path.join(folder, 'node_modules');
}

const rows = `
import { createClient } from '@libsql/client';
const db = createClient({ url: 'file:data.sqlite3' });
const id = (number) => '00000000-0000-4000-8000-' + String(number).padStart(12, '0');
for (let each = 0; each < 20; each++) {
  await db.execute({ sql: 'INSERT INTO author (id, name, country) VALUES (?, ?, ?)', args: [id(each), 'Author ' + each, 'Nowhere'] });
}
for (let each = 0; each < ${books}; each++) {
  await db.execute({
    sql: 'INSERT INTO book (id, title, author_id, status, rating, notes, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    args: [id(each), 'Book ' + each, id(each % 20), ['to_read', 'reading', 'finished'][each % 3], 1 + (each % 5), 'Notes on it. '.repeat(10), 1e12 + each],
  });
}
`;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server and gives its address, how long it took to answer, and how to stop it. */
async function start(app, file) {
  const port = await freePort();
  const begin = performance.now();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SECURE_COOKIES: 'false',
    TRUST_PROXY: '0',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const child = spawn(process.execPath, [file], { cwd: app, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/health`)).ok) break;
    } catch {
      if (child.exitCode !== null || performance.now() - begin > 60_000)
        throw new Error(`${file} does not start`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const time = performance.now() - begin;
  const stop = () => (child.kill(), ended);
  return { origin: `http://127.0.0.1:${port}`, time, processorTime: () => processorTime(child.pid), stop };
}

/** Milliseconds that a process has spent on the processor so far; null where the system does not tell. */
function processorTime(pid) {
  const threads = `/proc/${pid}/task`;
  if (!existsSync(`${threads}/${pid}/schedstat`)) return null;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Logs in and gives the cookie. */
async function logIn(origin, password) {
  const page = await fetch(`${origin}/login/`);
  const [, token] = /name="_csrf" value="([^"]*)"/.exec(await page.text());
  const cookie = page.headers.getSetCookie()[0].split(';')[0];
  const answer = await fetch(`${origin}/login/`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: token, username: 'admin', password }),
  });
  if (answer.status !== 302) throw new Error(`logging in answers ${answer.status}`);
  return (answer.headers.getSetCookie()[0] ?? cookie).split(';')[0];
}

/** The text of a page. */
function get(agent, url, cookie) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(Buffer.concat(chunks).toString())
          : reject(new Error(`${url} answers ${answer.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}

/** Requests per second, and the server's milliseconds on the processor for each. */
async function load({ origin, cookie, processorTime }, address, count) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const begin = performance.now();
  const used = processorTime();
  let left = count;
  const visit = async () => {
    while (left-- > 0) await get(agent, origin + address, cookie);
  };
  await Promise.all(Array.from({ length: connections }, visit));
  const rate = (count * 1000) / (performance.now() - begin);
  agent.destroy();
  return { rate, cost: used === null ? null : (processorTime() - used) / count };
}

/** A page without what differs by right: the token, and space between tags. */
const essence = (page) =>
  page
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const project = mkdtempSync(path.join(tmpdir(), 'dazzle-bench-express-'));
const servers = [];
try {
  cpSync(path.join(root, 'examples/small/dsl'), path.join(project, 'dsl'), { recursive: true });
  writeFileSync(
    path.join(project, 'dazzle.toml'),
    '[project]\nname = "bench"\nroot = "reading_list"\n\n[stack]\nname = "express_micro"\n',
  );
  run(process.execPath, [cli, 'build', '--yes', '--no-disk-hooks', '--cwd', project]);
  const app = path.join(project, 'apps/express_micro');
  symlinkSync(
    installed(readFileSync(path.join(app, 'package.json'), 'utf8')),
    path.join(app, 'node_modules'),
  );
  run('npm', ['run', '--silent', 'db:migrate'], app);
  run('node', ['--input-type=module', '-e', rows], app);
  cpSync(path.join(import.meta.dirname, 'express'), path.join(app, 'plain'), { recursive: true });
  await (await start(app, 'src/server.js')).stop();

  const floor = median(
    Array.from({ length: 5 }, () => {
      const begin = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      return performance.now() - begin;
    }),
  );
  const times = { generated: [], plain: [] };
  for (let round = 0; round < starts; round++) {
    for (const [name, file] of [
      ['generated', 'src/server.js'],
      ['plain', 'plain/plain.js'],
    ]) {
      const server = await start(app, file);
      times[name].push(server.time);
      if (round < starts - 1) await server.stop();
      else servers.push({ name, ...server });
    }
  }
  console.log(
    `start until /health answers: ${(median(times.generated) / floor).toFixed(1)}x node -e 0, by hand ${(median(times.plain) / floor).toFixed(1)}x`,
  );

  const password = /^Password: (.*)$/m.exec(readFileSync(path.join(app, '.admin_credentials'), 'utf8'))[1];
  for (const server of servers) server.cookie = await logIn(server.origin, password);
  const [generated, plain] = servers;
  const agent = new http.Agent();
  const filtered = '/books/?q=1&status=reading&sort=-author&page=2';
  const pages = { 'list, 25 of 200 rows': '/books/', detail: '/books/00000000-0000-4000-8000-000000000007/' };
  for (const address of [filtered, ...Object.values(pages)]) {
    const [one, other] = await Promise.all(
      servers.map(({ origin, cookie }) => get(agent, origin + address, cookie)),
    );
    if (essence(one) !== essence(other)) throw new Error(`${address} is not the same page on both`);
  }
  for (const [what, address] of Object.entries(pages)) {
    const loads = { generated: [], plain: [] };
    for (const server of servers) await load(server, address, warmUp);
    for (let round = 0; round < rounds; round++) {
      for (const server of servers) loads[server.name].push(await load(server, address, requests));
    }
    const ratios = (compare) =>
      median(loads.generated.map((one, round) => compare(one, loads.plain[round]))).toFixed(2);
    const rate = (name) => median(loads[name].map((each) => each.rate)).toFixed(0);
    const cost = (name) => median(loads[name].map((each) => each.cost)).toFixed(2);
    console.log(
      `${what}: ${ratios((one, other) => one.rate / other.rate)}x by hand (${rate('generated')} and ${rate('plain')} requests a second)`,
    );
    if (generated.processorTime() !== null && plain.processorTime() !== null)
      console.log(
        `${what}, by processor time: ${ratios((one, other) => other.cost / one.cost)}x by hand (${cost('generated')} and ${cost('plain')} ms a request)`,
      );
  }
} finally {
  for (const { stop } of servers) await stop();
  rmSync(project, { recursive: true, force: true });
}
