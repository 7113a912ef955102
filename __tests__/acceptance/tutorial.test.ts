import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { key } from '../cli/support/pty.ts';
import { repository, type Ended } from '../support/django-project.ts';
import { Newcomer } from '../support/tutorial/newcomer.ts';
import { readPage, type Step } from '../support/tutorial/read-page.ts';
import {
  beAsked,
  findMistake,
  lendTool,
  lookAtServer,
  models,
  openReview,
} from '../support/tutorial/visits.ts';

jest.setTimeout(360_000);

const page = readFileSync(join(repository, 'docs', 'tutorial.md'), 'utf8');
const sections = readPage(page);
const app = 'apps/django_micro';

/** Does what the command is for, and looks at what the page says of it; gives what was printed. */
type Doing = (newcomer: Newcomer, command: string) => string | Promise<string>;

/** Runs it to its end, with this status. */
const runs =
  (status = 0, look: (newcomer: Newcomer, ended: Ended) => void = () => undefined): Doing =>
  (newcomer, command) => {
    const ended = newcomer.run(command);
    expect({ status: ended.status, output: ended.output }).toMatchObject({ status });
    look(newcomer, ended);
    return ended.output;
  };

const prints = (...texts: readonly string[]): Doing =>
  runs(0, (_, { output }) => {
    for (const text of texts) expect(output).toContain(text);
  });

const succeeds = runs();

const holds = (...texts: readonly string[]): Doing =>
  runs(0, (newcomer) => {
    for (const text of texts) expect(newcomer.read(models)).toContain(text);
  });

interface Elsewhere {
  /** Why nobody does it here. */
  readonly because: string;
  /** A file that has to be there for it: of the deployed application, or of this repository. */
  readonly file: string;
  readonly has: RegExp;
  /** What the application's README says of it. */
  readonly readme?: string;
}

/** What the page tells to do and this test does not, by the page's word for it. */
const elsewhere: Readonly<Record<string, Elsewhere>> = {
  'npm ci && npm link': {
    because: 'it installs the checkout, which the test runs from, into folders of the whole machine',
    file: join(repository, 'package.json'),
    has: /"bin": \{\s+"dazzle": "dist\/cli\/main\.js"/,
  },
  'BEHIND_PROXY=true': {
    because: 'it needs a proxy that ends HTTPS',
    file: '.env.example',
    has: /BEHIND_PROXY=/,
  },
  DATABASE_URL: {
    because: 'it needs a server of PostgreSQL',
    file: '.env.example',
    has: /postgres:\/\/.*\nDATABASE_URL=/,
  },
  Procfile: {
    because: 'a push to a platform needs an account there',
    file: 'Procfile',
    has: /^release: .*manage\.py migrate[^]*^web: gunicorn config\.wsgi$/m,
    readme: '`Procfile`',
  },
  Dockerfile: {
    because: 'not every machine has Docker',
    file: 'Dockerfile',
    has: /migrate[^]*gunicorn/,
    readme: 'docker build',
  },
  'render.yaml': {
    because: 'Render needs an account',
    file: 'render.yaml',
    has: /DATABASE_URL/,
    readme: '`render.yaml`',
  },
  'fly.toml': {
    because: 'Fly needs an account',
    file: 'fly.toml',
    has: /\[http_service\]/,
    readme: 'fly launch',
  },
};

/** Every command of the page in its order, with what the page says of it. */
const doings: readonly (readonly [command: string, doing: Doing])[] = [
  ['npm ci && npm link', () => ''],
  [
    'dazzle init shed --from shed.dsl --yes',
    runs(0, (newcomer, { output }) => {
      for (const done of ['dependencies are installed', 'database is up to date', 'its tests pass'])
        expect(output).toMatch(new RegExp(`done: .*${done}`));
      expect(output).toContain('manage.py runserver, then open http://localhost:8000/');
      expect(newcomer.read('shed/dsl/app.dsl')).toBe(newcomer.read('shed.dsl'));
    }),
  ],
  ['cd shed/apps/django_micro', succeeds],
  ['.venv/bin/python manage.py runserver', lendTool],
  ['cd ../..', succeeds],
  [
    'git init && git add -A && git commit -m "The first build"',
    runs(0, (_, { output }) => {
      expect(output).toContain(models);
      expect(output).not.toMatch(/\.env$|\.admin_credentials|\.sqlite3|\.venv/m);
    }),
  ],
  ['dazzle validate', findMistake],
  ['dazzle diff --stat', runs(2)],
  [
    'dazzle build',
    runs(0, (newcomer, { output }) => {
      expect(output).toContain(`merge  ${models}`);
      expect(output).toContain('its tests pass');
      for (const part of ['remarks = ', 'due = ', 'def days_out'])
        expect(newcomer.read(models)).toContain(part);
      const code =
        'from app.models import Loan; loan = Loan.objects.get(); print(loan.tool.remarks, loan.days_out())';
      const asked = newcomer.run(`${app}/.venv/bin/python ${app}/manage.py shell -v0 -c "${code}"`);
      expect(asked.output).toMatch(/^Keep it dry [01]$/m);
    }),
  ],
  ['git diff', prints('+  remarks: text was=notes', '+    remarks = ')],
  [
    'git add -A && git commit -m "Remarks, and due dates"',
    prints(`create mode 100644 ${app}/app/migrations/0002_`),
  ],
  ['dazzle build', beAsked],
  ['dazzle diff --web', openReview],
  [
    'dazzle build --yes',
    runs(2, (newcomer, { output }) => {
      expect(output).toContain('1 conflict left');
      expect(newcomer.read(models)).toContain('max_length=100');
      expect(newcomer.run('dazzle build --yes').status).toBe(2);
    }),
  ],
  [`dazzle resolve ${models} --take`, holds('borrower = models.CharField(max_length=120)')],
  ['dazzle build', prints('its tests pass')],
  ['dazzle undo --list', prints('files created')],
  [
    'dazzle undo',
    runs(0, (newcomer, { output }) => {
      expect(output).toMatch(/DZL442[^]*unapply them with "python manage\.py migrate app /);
      expect(newcomer.read(models)).toContain('max_length=100');
      expect(newcomer.run('dazzle diff --stat').output).toContain(`conflict  ${models}`);
    }),
  ],
  ['dazzle redo', holds('borrower = models.CharField(max_length=120)')],
  [
    'git add -A && git commit -m "Longer names of borrowers"',
    runs(0, (newcomer) => expect(newcomer.run('dazzle diff --stat').status).toBe(0)),
  ],
  ['cd ..', succeeds],
  ['git clone shed server', succeeds],
  ['cd server/apps/django_micro', succeeds],
  ['python3 -m venv .venv', succeeds],
  ['.venv/bin/pip install -r requirements.txt', succeeds],
  [`export SECRET_KEY="$(python3 -c 'import secrets; print(secrets.token_urlsafe(50))')"`, succeeds],
  ['export ALLOWED_HOSTS=localhost,shed.example.com', succeeds],
  ['.venv/bin/python manage.py check --deploy', prints('no issues')],
  ['.venv/bin/python manage.py collectstatic --noinput', prints('post-processed')],
  ['.venv/bin/python manage.py migrate --noinput', prints('Applying app.0002_')],
  [
    'ADMIN_USERNAME=owner ADMIN_PASSWORD=… .venv/bin/python manage.py init_admin',
    (newcomer, command) =>
      prints('Created the admin user owner.')(newcomer, command.replace('…', 'a-Long-enough-1')),
  ],
  ['.venv/bin/gunicorn config.wsgi', lookAtServer],
];

describe('the tutorial', () => {
  let newcomer: Newcomer;
  beforeEach(() => {
    newcomer = new Newcomer();
  });
  afterEach(() => newcomer.leave());

  it('has the commands that this test knows, in this order', () => {
    const steps = sections.flatMap((section) => section.steps);
    const told = steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []));
    expect(told).toEqual(doings.map(([command]) => command));
  });

  it('holds, step by step', async () => {
    const left = doings.map(([, doing]) => doing);
    for (const { heading, steps } of sections) {
      let printed = '';
      for (const step of steps) {
        try {
          if (step.kind === 'file') newcomer.edit(step);
          else if (step.kind === 'output') expectShown(step.lines, printed);
          else printed = await left.shift()!(newcomer, step.command);
        } catch (error) {
          throw new Error(`"${heading}", ${describeStep(step)}: ${String(error)}`, { cause: error });
        }
      }
    }
    for (const [name, { because, file, has, readme = '' }] of Object.entries(elsewhere)) {
      const text = file.startsWith(repository) ? readFileSync(file, 'utf8') : newcomer.read(file);
      expect({ name, because, text }).toMatchObject({ text: expect.stringMatching(has) });
      expect(page).toContain(`\`${name}\``);
      expect(newcomer.read('README.md')).toContain(readme);
    }
  });

  it('tells what the wizard asks, in its order', async () => {
    const questions: Readonly<Record<string, RegExp>> = {
      'where to start from': /Where shall it start from\?/,
      'what the application is called': /What is the application called\?/,
      'the stack': /What shall be made of it\?/,
      'the database': /Which database/,
      'the time zone': /time zone/,
    };
    const topics = /a wizard asks first: ([^.]+)\./.exec(page.replaceAll('\n', ' '))![1]!.split(', ');
    expect(topics).toEqual(Object.keys(questions));
    const [spec] = sections.flatMap(({ steps }) => steps.filter((step) => step.kind === 'file'));
    newcomer.edit(spec!);
    for (const [command, asked] of [
      ['dazzle init shed', topics],
      ['dazzle init shed --from shed.dsl', topics.slice(2)],
    ] as const) {
      const session = newcomer.open(command);
      for (const topic of asked) {
        await session.see(questions[topic]!);
        for (const later of topics.slice(topics.indexOf(topic) + 1))
          expect(session.all()).not.toMatch(questions[later]!);
        session.press(key.enter);
      }
      await session.see('Shall it be made?');
      for (const topic of topics.filter((each) => !asked.includes(each)))
        expect(session.all()).not.toMatch(questions[topic]!);
      session.press(key.interrupt);
      expect(await session.ended).toBe(130);
      expect(newcomer.has('shed')).toBe(false);
    }
  });
});

const describeStep = (step: Step): string =>
  step.kind === 'command' ? step.command : step.kind === 'file' ? step.file : step.lines[0]!;

/** Each line in its order; how many lines a template adds is no matter of the page. */
function expectShown(lines: readonly string[], printed: string): void {
  const plain = (text: string): string =>
    text
      .replaceAll(/\+\d+ -\d+/g, '+N -N')
      .replaceAll(/ +/g, ' ')
      .trim();
  const shown = lines.map(plain).filter((line) => line !== '…');
  const seen = printed.split('\n').map(plain);
  expect(seen.filter((line) => shown.includes(line))).toEqual(shown);
}
