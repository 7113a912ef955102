// Photographs the application of examples/medium: `npm run build && node scripts/screenshots.mjs [NAME…]`.
// It is built, filled with the data below, started, and driven in Chromium; the pictures go to docs/screenshots/, with the
// diagram of its entities.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..');
const main = path.resolve(process.env.DAZZLE_MAIN ?? path.join(root, 'dist/cli/main.js'));
const target = path.join(root, 'docs/screenshots');
const sizes = { wide: { width: 1200, height: 750 }, narrow: { width: 390, height: 800 } };

const pages = {
  login: { address: '/login/', visitor: true },
  list: { address: '/books/' },
  detail: { address: '/books/', open: 'The Compass Rose' },
  form: { address: '/books/new/', submit: { Title: 'Maps', Pages: '0', ISBN: '12345' } },
};

const rows = `
from datetime import date
from app.models import *
def make(model, **values):
    return model.objects.create(**values)
people = [make(Person, name=n, born=date(y, 3, 9)) for n, y in [("Ada Moreno", 1951), ("Jonas Berg", 1974), ("Mina Okafor", 1986)]]
subjects = [make(Subject, code=c, name=n) for c, n in [("TRV", "Travel"), ("NAT", "Nature"), ("HIS", "History")]]
shelves = [make(Class, name=n, from_field=f, to=t) for n, f, t in [("Geography", "G", "GV"), ("Science", "Q", "QR"), ("Fiction", "P", "PZ")]]
titles = [
    ("The Compass Rose", 0, 0, "english", 1998, 312, "18.50"), ("Winter Harbours", 1, 0, "english", 2011, 240, "22.00"),
    ("Kleine Flüsse", 1, 1, "german", 2016, 188, "15.90"), ("A Field Guide to Moss", 2, 1, "english", 2020, 420, "34.00"),
    ("Les Sentiers", 0, 0, "french", 2003, 275, "19.00"), ("The Salt Roads", 2, 2, "english", 2009, 361, "12.75"),
    ("Historia del Mapa", 0, 0, "spanish", 1987, 510, "41.20"), ("Night Trains", 1, 2, "english", 2014, 198, "9.95"),
]
for number, (title, author, shelf, language, year, pages, price) in enumerate(titles):
    book = make(Book, title=title, class_field=shelves[shelf], language=language, published=date(year, 5, 1), pages=pages,
                price=price, isbn=f"97800000000{number:02}", summary="What travellers drew before there were maps, and why they drew it.")
    book.authors.set([people[author]] if number else people[:2])
    book.subjects.set([subjects[author], subjects[2]])
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
    await page.getByText('Conflict 1:').waitFor();
    await page.screenshot({ path: path.join(target, 'review-wide.png') });
  } finally {
    review.kill('SIGINT');
  }
}

async function shoot(browser, origin, credentials, wanted) {
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
let server;
try {
  cpSync(path.join(root, 'examples/medium/dsl'), path.join(project, 'dsl'), { recursive: true });
  cpSync(path.join(root, 'examples/medium/dazzle.toml'), path.join(project, 'dazzle.toml'));
  const options = { stdio: ['pipe', 'ignore', 'inherit'] };
  execFileSync(
    process.execPath,
    [main, 'build', '--yes', '--skip-hook', 'run_tests', '--cwd', project],
    options,
  );
  const app = path.join(project, 'apps/django_micro');
  const python = path.join(app, '.venv/bin/python');
  execFileSync(python, ['manage.py', 'shell'], { ...options, cwd: app, input: rows });
  const port = await freePort();
  server = spawn(python, ['manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`], {
    cwd: app,
    stdio: 'ignore',
  });
  const origin = `http://localhost:${port}`;
  await answers(`http://127.0.0.1:${port}/health`);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  await shoot(
    browser,
    origin,
    readFileSync(path.join(app, '.admin_credentials'), 'utf8'),
    process.argv.slice(2),
  );
  await shootReview(browser);
  await browser.close();
} finally {
  server?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
