// Builds an example into .tmp/<name> and starts its application: `npm run example -- [small|medium|large]`.
// It listens on the first free port from 8000 on, or on PORT.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const name = process.argv[2] ?? 'small';
const source = path.join(root, 'examples', name);
if (!existsSync(path.join(source, 'dazzle.toml'))) {
  console.error(`There is no example "${name}"; try small, medium or large.`);
  process.exit(1);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function choosePort() {
  if (process.env.PORT) return Number(process.env.PORT);
  for (let port = 8000; port < 8100; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error('no port from 8000 to 8099 is free; choose one with PORT=…');
}

const project = path.join(root, '.tmp', name);
if (!existsSync(path.join(project, 'dazzle.toml'))) cpSync(source, project, { recursive: true });

const cli = path.join(root, 'dist/cli/main.js');
const build = ['build', '--yes', '--skip-hook', 'display_instructions'];
const built = spawnSync(process.execPath, [cli, ...build], { cwd: project, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const app = path.join(project, 'apps/django_micro');
const python = path.join(app, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const port = await choosePort();
console.log(`\nOpen http://localhost:${port}/ and log in with:`);
console.log(readFileSync(path.join(app, '.admin_credentials'), 'utf8').split('\n').slice(0, 2).join('\n'));
console.log('Ctrl-C stops it.\n');
const server = spawn(python, ['manage.py', 'runserver', `127.0.0.1:${port}`], { cwd: app, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (status) => process.exit(status ?? 0));
