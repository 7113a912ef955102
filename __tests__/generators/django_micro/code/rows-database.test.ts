import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TreeHookContext } from '../../../../lib/index.ts';
import { lookAtRows } from '../../../../lib/kit/rows/look-at-rows.ts';
import type { Diagnostic } from '../../../../lib/index.ts';
import { databaseUrl, sqliteFile } from '../../../../generators/django_micro/code/database-file.ts';
import { djangoRules, keptTables } from '../../../../generators/django_micro/code/schema/kept-tables.ts';
import { rowsDatabase } from '../../../../generators/django_micro/code/rows-database.ts';
import { djangoNames } from '../../../../generators/django_micro/naming.ts';
import type { DjangoAnswers } from '../../../../generators/django_micro/prompting.ts';
import { extendHistory } from '../../../../generators/django_micro/code/schema/extend-history.ts';
import { printHistory } from '../../../../generators/django_micro/code/schema/schema-history.ts';
import { specOf } from '../generate.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const whenPython = hasPython ? describe : describe.skip; // only where python3 can ask SQLite
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const before = 'entity Ticket:\n  id: uuid pk\n  from: str(9)\n\nentity Person:\n  id: uuid pk\n';

const sqliteEnv = 'DATABASE_URL=sqlite:///db.sqlite3\n';

function look(dsl: string, rows: number, env = sqliteEnv): Promise<readonly Diagnostic[]> {
  const context = contextOf(dsl, rows, env);
  return lookAtRows(rowsDatabase(context), keptTables(context));
}

function contextOf(dsl: string, rows: number, env: string): TreeHookContext<DjangoAnswers> {
  const projectDir = mkdtempSync(join(tmpdir(), 'dazzle-rows-'));
  folders.push(projectDir);
  mkdirSync(join(projectDir, 'app'));
  const sql = `import sqlite3; d = sqlite3.connect("app/db.sqlite3"); d.execute("CREATE TABLE app_ticket (id, 'from')"); d.executemany("INSERT INTO app_ticket VALUES (?, 'long')", [(n,) for n in range(${rows})]); d.commit()`;
  spawnSync('python3', ['-c', sql], { cwd: projectDir });
  const former = specOf(before);
  const existing: Readonly<Record<string, string>> = {
    'app/schema_history.json': printHistory(
      extendHistory(null, former, djangoNames(former), [], djangoRules(former)),
    ),
    '.env': env,
  };
  return {
    backendName: 'django_micro',
    spec: specOf(dsl),
    renames: [{ kind: 'field', entity: 'Ticket', from: 'from', to: 'origin' }],
    projectDir,
    outputDir: 'app',
    environment: {},
    existing: { read: (path: string) => existing[path], list: () => [] },
    run: async (command: string, args: readonly string[], { stdin = '' } = {}) => {
      const ended = spawnSync(command, args, { encoding: 'utf8', input: stdin });
      return { status: ended.status ?? 127, stdout: ended.stdout, lastLines: [] };
    },
  } as unknown as TreeHookContext<DjangoAnswers>;
}

whenPython('the rows of a database under Django', () => {
  const person = '\nentity Person:\n  id: uuid pk\n';

  it.each([
    ['owner: ref Person required', 'is required, but'],
    ['code: str(5) required unique', 'is required and unique, but'],
  ])('refuses "%s" where there are rows', async (field, words) => {
    const found = await look(`entity Ticket:\n  id: uuid pk\n  ${field}\n${person}`, 2);
    expect(found).toMatchObject([
      { code: 'DZL371', severity: 'error', message: expect.stringContaining(words), place: { line: 5 } },
    ]);
    expect(found[0]!.fix).toContain('make it optional first');
  });

  it('has nothing against it in an empty table', async () => {
    expect(await look(`entity Ticket:\n  id: uuid pk\n  owner: ref Person required\n${person}`, 0)).toEqual(
      [],
    );
  });

  it('looks at a field under its former name, which Django could not use', async () => {
    const spec = `entity Ticket:\n  id: uuid pk\n  origin: str(3)\n${person}`;
    expect(await look(spec, 2)).toMatchObject([
      { code: 'DZL372', message: expect.stringContaining('does not fit 2 rows'), place: { line: 5 } },
    ]);
    expect(await look(spec.replace('str(3)', 'str(4)'), 2)).toEqual([]);
  });

  it.each([
    ['mysql://localhost/shop', 'only SQLite and PostgreSQL are looked at'],
    ['postgres://localhost/shop', 'psycopg is not installed in app/.venv'],
  ])('says why it did not look at %s', async (url, why) => {
    const spec = `entity Ticket:\n  id: uuid pk\n  origin: str(3)\n${person}`;
    expect(await look(spec, 2, `DATABASE_URL=${url}\n`)).toMatchObject([
      { code: 'DZL374', message: expect.stringContaining(why) },
    ]);
  });

  it.each(['owner: ref Person', 'size: int', 'done: bool unique'])('lets "%s" pass', async (field) => {
    expect(await look(`entity Ticket:\n  id: uuid pk\n  ${field}\n${person}`, 2)).toEqual([]);
  });
});

describe('databaseUrl', () => {
  it('is that of `.env`, unless dazzle.toml lets that of the shell through', () => {
    const env = 'DATABASE_URL=sqlite:///one.sqlite3';
    expect(databaseUrl(env, {})).toBe('sqlite:///one.sqlite3');
    const url = 'postgres://localhost/shop';
    expect(databaseUrl(env, { DATABASE_URL: url })).toBe(url);
  });
});

describe('sqliteFile', () => {
  it.each([
    [undefined, 'db.sqlite3'],
    ['SECRET_KEY=x\n', 'db.sqlite3'],
    ['DATABASE_URL=sqlite:///data/my.sqlite3\n', 'data/my.sqlite3'],
    ['DATABASE_URL="sqlite:////var/my.sqlite3"\n', '/var/my.sqlite3'],
    ['DATABASE_URL=postgres://localhost/shop\n', null],
  ])('reads %j as %j', (env, file) => {
    expect(sqliteFile(databaseUrl(env, {}))).toBe(file);
  });
});
