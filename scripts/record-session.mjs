// Records a real session and writes it as docs/session.svg: `npm run build && node scripts/record-session.mjs`.
// Nothing is acted: each scene is a command typed into bash on a pseudo terminal, and the screen that it left.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawSession } from './record-session/draw-session.mjs';
import { openShell } from './record-session/open-shell.mjs';

const root = path.resolve(import.meta.dirname, '..');
const main = path.resolve(process.env.DAZZLE_MAIN ?? path.join(root, 'dist/cli/main.js'));
const target = path.join(root, 'docs/session.svg');
const columns = 112;

const home = mkdtempSync(path.join(tmpdir(), 'dazzle-session-'));
mkdirSync(path.join(home, 'bin'));
symlinkSync(main, path.join(home, 'bin/dazzle'));

/** Replaces text in a file of the recorded project, as a person's editor would. */
function edit(file, from, to) {
  const full = path.join(home, 'shop', file);
  const text = readFileSync(full, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}`);
  writeFileSync(full, text.replace(from, to));
}

const models = 'apps/django_micro/app/models.py';

/** What is shown, in order. `key` is the scene for readers who want nothing to move. */
const scenes = [
  { caption: 'From an empty folder to a running application', commands: ['dazzle init shop --yes'] },
  { commands: ['cd shop && git init -q && git add -A && git commit -qm "The first build"'] },
  {
    caption: 'It was made from a spec like this',
    commands: ['head -n 23 dsl/app.dsl'],
  },
  {
    caption: 'Pages, login, search, an admin area, tests: ready to use',
    commands: ['cd apps/django_micro && .venv/bin/python manage.py runserver'],
    serves: { ready: 'Quit the server', visits: ['/', '/login/', '/health'] },
  },
  { commands: ['cd ../..'] },
  {
    caption: 'The code is yours: an edit made by hand',
    before: () =>
      edit(
        models,
        '        return self.title\n',
        '        return self.title\n\n    def is_open(self):\n        return self.status != self.Status.DONE\n',
      ),
    commands: ['git diff'],
  },
  {
    caption: 'Later, the spec changes',
    before: () => {
      edit('dsl/app.dsl', '  due_on: date\n', '  due_on: date\n  hours: int min=1 max=40\n');
      edit('dsl/app.dsl', '    field due_on "Due"\n', '    field due_on "Due"\n    field hours "Hours"\n');
    },
    commands: ['git diff dsl'],
  },
  { caption: 'Build again: the new code comes in', commands: ['dazzle build'], key: true },
  { caption: 'Both changes are in the file', commands: [`git diff -U1 ${models}`] },
  {
    caption: 'No question is asked twice, and each build can be undone',
    commands: ['dazzle diff', 'dazzle undo --list'],
  },
];

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Plays one scene; gives a screen for each command. */
async function play(shell, { before, commands, serves }) {
  before?.();
  const screens = [];
  for (const command of commands) {
    await shell.clear();
    if (serves === undefined) {
      await shell.type(command);
      screens.push(shell.read());
      continue;
    }
    const back = shell.type(command);
    await shell.see(serves.ready);
    for (const address of serves.visits) {
      await fetch(`http://127.0.0.1:8000${address}`, { redirect: 'manual' });
    }
    await shell.see(serves.visits.at(-1));
    screens.push(shell.read());
    shell.interrupt();
    await back;
  }
  return screens;
}

if (!(await isFree(8000))) throw new Error('port 8000 is taken; the recorded application needs it');
const shell = await openShell(home, columns);
const recorded = [];
try {
  for (const scene of scenes) {
    const screens = await play(shell, scene);
    if (scene.caption !== undefined) recorded.push({ ...scene, screens });
  }
} finally {
  shell.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
writeFileSync(target, drawSession(recorded, columns));
console.log(path.relative(process.cwd(), target));
