// Builds an example into .tmp/ and starts its application:
// `npm run example -- [small|medium|large] [django_micro|express_micro]`.
// Without a backend it is Django where Python can be used, else Express. It listens on the first free port, or on PORT.
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

function hasPython() {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  return spawnSync('python3', ['-c', check]).status === 0;
}

const backend = process.argv[3] ?? (hasPython() ? 'django_micro' : 'express_micro');

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function choosePort(first) {
  if (process.env.PORT) return Number(process.env.PORT);
  for (let port = first; port < first + 100; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${first} to ${first + 99} is free; choose one with PORT=…`);
}

const project = path.join(root, '.tmp', `${name}-${backend}`);
if (!existsSync(path.join(project, 'dazzle.toml'))) cpSync(source, project, { recursive: true });

const cli = path.join(root, 'dist/cli/main.js');
const build = ['build', '--yes', '--backends', backend, '--skip-hook', 'display_instructions'];
const built = spawnSync(process.execPath, [cli, ...build], { cwd: project, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const app = path.join(project, 'apps', backend);
const isDjango = backend === 'django_micro';
const port = await choosePort(isDjango ? 8000 : 3000);
console.log(`\nOpen http://localhost:${port}/ and log in with:`);
console.log(readFileSync(path.join(app, '.admin_credentials'), 'utf8').split('\n').slice(0, 2).join('\n'));
console.log('Ctrl-C stops it.\n');
const python = path.join(app, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const [command, ...args] = isDjango
  ? [python, 'manage.py', 'runserver', `127.0.0.1:${port}`]
  : [process.execPath, 'src/server.js'];
const server = spawn(command, args, {
  cwd: app,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(port) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (status) => process.exit(status ?? 0));
