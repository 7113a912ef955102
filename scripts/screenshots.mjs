// Photographs the application of examples/medium: `npm run build && node scripts/screenshots.mjs [NAME…]`.
// It is built, filled with the data below, started, and driven in Chromium; the pictures go to docs/screenshots/, with the
// diagram of its entities.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { djangoRows, expressRows } from './screenshots/library-rows.mjs';

const root = path.resolve(import.meta.dirname, '..');
const main = path.resolve(process.env.DAZZLE_MAIN ?? path.join(root, 'dist/cli/main.js'));
const target = path.join(root, 'docs/screenshots');
const wanted = process.argv.slice(2);
const sizes = { wide: { width: 1200, height: 750 }, narrow: { width: 390, height: 800 } };

const djangoPages = {
  login: { address: '/login/', visitor: true },
  list: { address: '/books/' },
  detail: { address: '/books/', open: 'The Compass Rose' },
  form: { address: '/books/new/', submit: { Title: 'Maps', Pages: '0', ISBN: '12345' } },
};

/** The pages are those of Django, in the same design: only what is Express's own besides one of them. */
const expressPages = {
  'express-list': { address: '/books/' },
  'express-admin': { address: '/admin/books/' },
};

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let attempt = 0; attempt < 150; attempt++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

async function logIn(page, origin, credentials) {
  await page.goto(`${origin}/login/`);
  await page.getByLabel('Username').fill(/^Username: (.*)$/m.exec(credentials)[1]);
  await page.getByLabel('Password').fill(/^Password: (.*)$/m.exec(credentials)[1]);
  await page.getByRole('button', { name: /log in/i }).click();
}

function edit(file, from, to) {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}`);
  writeFileSync(file, text.replace(from, to));
}

/** The page of `dazzle diff --web`, over a new project where an edit and the spec disagree. */
async function shootReview(browser) {
  const shop = path.join(folder, 'shop');
  const options = { stdio: 'ignore' };
  execFileSync(process.execPath, [main, 'init', shop, '--yes', '--no-disk-hooks'], options);
  edit(
    path.join(shop, 'apps/django_micro/app/models.py'),
    'max_length=120, unique',
    'max_length=150, unique',
  );
  edit(path.join(shop, 'dsl/app.dsl'), 'name: str(120)', 'name: str(200)');
  edit(path.join(shop, 'dsl/app.dsl'), '  due_on: date\n', '  due_on: date\n  hours: int\n');
  const review = spawn(process.execPath, [main, 'diff', '--web', '--cwd', shop], {
    env: { ...process.env, BROWSER: 'true' },
  });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = '';
      for (const stream of [review.stdout, review.stderr]) {
        stream.on('data', (text) => {
          said += text;
          const [found] = /http:\/\/\S+\/(?=\s)/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
      }
      review.on('exit', () => reject(new Error(said)));
    });
    const page = await browser.newPage({ viewport: sizes.wide });
    await page.goto(address);
    await page.getByRole('button', { name: 'Go to the first question' }).click();
    await page.getByText('Conflict 1:').waitFor();
    await page.screenshot({ path: path.join(target, 'review-wide.png') });
  } finally {
    review.kill('SIGINT');
  }
}

async function shoot(browser, origin, credentials, pages) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const [name, { address, visitor, open, submit }] of Object.entries(pages)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      if (!visitor) await logIn(page, origin, credentials);
      await page.goto(`${origin}${address}`);
      if (open !== undefined) await page.getByRole('link', { name: open }).first().click();
      for (const [label, value] of Object.entries(submit ?? {}))
        await page.getByLabel(label).first().fill(value);
      if (submit !== undefined) await page.locator('main form button[type=submit]').first().click();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: path.join(target, `${name}-${size}.png`) });
      await context.close();
    }
  }
}

mkdirSync(target, { recursive: true });
const diagram = path.join(target, 'entities.svg');
execFileSync(process.execPath, [
  main,
  'graph',
  '--cwd',
  path.join(root, 'examples/medium'),
  '--out',
  diagram,
]);

const folder = mkdtempSync(path.join(tmpdir(), 'dazzle-screenshots-'));
const project = path.join(folder, 'library');
const options = { stdio: ['pipe', 'ignore', 'inherit'] };

/** Starts an application of the project, and photographs its pages. */
async function shootServer(browser, app, command, pages) {
  const port = await freePort();
  const [program, ...rest] = command(port);
  const env = { ...process.env, PORT: String(port) };
  const server = spawn(program, rest, { cwd: app, env, stdio: 'ignore' });
  try {
    await answers(`http://127.0.0.1:${port}/health`);
    const credentials = readFileSync(path.join(app, '.admin_credentials'), 'utf8');
    await shoot(browser, `http://localhost:${port}`, credentials, pages);
  } finally {
    server.kill();
  }
}

let browser;
try {
  cpSync(path.join(root, 'examples/medium/dsl'), path.join(project, 'dsl'), { recursive: true });
  cpSync(path.join(root, 'examples/medium/dazzle.toml'), path.join(project, 'dazzle.toml'));
  const backends = ['--backends', 'django_micro,express_micro'];
  execFileSync(
    process.execPath,
    [main, 'build', '--yes', ...backends, '--skip-hook', 'run_tests', '--cwd', project],
    options,
  );
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const django = path.join(project, 'apps/django_micro');
  const python = path.join(django, '.venv/bin/python');
  execFileSync(python, ['manage.py', 'shell'], { ...options, cwd: django, input: djangoRows });
  const serve = (port) => [python, 'manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`];
  await shootServer(browser, django, serve, djangoPages);
  const express = path.join(project, 'apps/express_micro');
  execFileSync(process.execPath, ['--input-type=module'], { ...options, cwd: express, input: expressRows });
  await shootServer(browser, express, () => [process.execPath, 'src/server.js'], expressPages);
  await shootReview(browser);
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
