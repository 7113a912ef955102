import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startSession, type Session } from '../../cli/support/pty.ts';
import { commandLine, runCommand, type Ended } from '../django-project.ts';
import { serve, type Server } from '../serve.ts';
import type { Step } from './read-page.ts';

/** Somebody in an empty folder, who does what a page says in one shell. */
export class Newcomer {
  readonly #root = mkdtempSync(join(tmpdir(), 'dazzle-newcomer-'));
  readonly #state = join(this.#root, 'state.json');
  #env: Readonly<Record<string, string>>;
  readonly #servers: Server[] = [];
  readonly #open = new Set<Session>();

  constructor() {
    const bin = join(this.#root, 'bin');
    const work = join(this.#root, 'work');
    for (const folder of [bin, work]) mkdirSync(folder);
    writeFileSync(join(bin, 'dazzle'), `#!/bin/sh\nexec '${process.execPath}' '${commandLine}' "$@"\n`);
    chmodSync(join(bin, 'dazzle'), 0o755);
    const person = { NAME: 'Newcomer', EMAIL: 'newcomer@example.com' };
    this.#env = {
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      PWD: work,
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...Object.fromEntries(
        Object.entries(person).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
  }

  /** The folder that the shell is in. */
  get folder(): string {
    return this.#env['PWD']!;
  }

  /** Runs a line of shell; `cd` and `export` hold for the lines after it. */
  run(line: string): Ended {
    const keep = `"$NODE" -p 'JSON.stringify(process.env)' > "$STATE"`;
    const ended = runCommand('bash', ['-c', `${line}\nended=$?\n${keep}\nexit $ended`], {
      cwd: this.folder,
      env: { ...this.#env, STATE: this.#state, NODE: process.execPath },
    });
    this.#env = JSON.parse(readFileSync(this.#state, 'utf8')) as Record<string, string>;
    return ended;
  }

  /** Starts a server by a line of shell, on a free port, and waits until it answers. */
  async serve(line: string): Promise<Server> {
    const settings = { WEB_CONCURRENCY: '1' };
    const server = await serve(
      (port) => ({
        file: 'bash',
        args: ['-c', `exec ${line}${line.endsWith('runserver') ? ` --noreload ${port}` : ''}`],
        env: { ...this.#env, ...settings, PORT: `${port}` },
      }),
      this.folder,
    );
    this.#servers.push(server);
    return server;
  }

  /** Runs a line that begins with `dazzle` in a terminal. */
  open(line: string): Session {
    const session = startSession(line.split(' ').slice(1), this.folder, 100);
    this.#open.add(session);
    const close = (): boolean => this.#open.delete(session);
    session.ended.then(close, close);
    return session;
  }

  /** Writes or changes a file as the page says. */
  edit(step: Step & { kind: 'file' }): void {
    if (step.language === 'diff') this.#change(step.file, step.text);
    else if (existsSync(join(this.folder, step.file))) this.#addMethod(step);
    else this.write(step.file, step.text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  /** Ends what still runs, and removes the folder. */
  async leave(): Promise<void> {
    for (const session of this.#open) {
      session.kill();
      await session.ended;
    }
    for (const server of this.#servers) await server.stop();
    rmSync(this.#root, { recursive: true, force: true });
  }

  #change(file: string, diff: string): void {
    const side = (marks: string): string =>
      diff.replaceAll(/^(.)(.*\n)/gm, (_, mark: string, line: string) => (marks.includes(mark) ? line : ''));
    const before = `\n${this.read(file)}`;
    const parts = before.split(`\n${side(' -')}`);
    if (parts.length !== 2) throw new Error(`${file} has this ${parts.length - 1} times:\n${side(' -')}`);
    this.write(file, parts.join(`\n${side(' +')}`).slice(1));
  }

  /** Adds the block at the end of the method that the page names: "below `method` of `Class`". */
  #addMethod({ file, text, told }: Step & { kind: 'file' }): void {
    const [, method, owner] = /below `(\w+)` of `(\w+)`/.exec(told) ?? [];
    const place = new RegExp(
      `^class ${owner}\\b(?:(?!^class )[^])*?^    def ${method}\\(.*\n(?:        .*\n)+`,
      'm',
    );
    const found = place.exec(this.read(file));
    if (found === null) throw new Error(`${file} has no method ${method} of ${owner}`);
    this.write(
      file,
      this.read(file).replace(place, (all) => `${all}\n${text}`),
    );
  }
}
