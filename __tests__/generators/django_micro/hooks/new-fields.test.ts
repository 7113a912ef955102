import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TreeHookContext } from '../../../../lib/index.ts';
import { sqliteFile } from '../../../../generators/django_micro/hooks/database-file.ts';
import { fieldsWithoutValue } from '../../../../generators/django_micro/hooks/new-fields.ts';
import { djangoNames } from '../../../../generators/django_micro/naming.ts';
import type { DjangoAnswers } from '../../../../generators/django_micro/prompting.ts';
import { extendHistory, printHistory } from '../../../../generators/django_micro/schema-record.ts';
import { specOf } from '../generate.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const before = 'entity Ticket:\n  id: uuid pk\n\nentity Person:\n  id: uuid pk\n';

function contextOf(dsl: string, rows: number): TreeHookContext<DjangoAnswers> {
  const projectDir = mkdtempSync(join(tmpdir(), 'dazzle-rows-'));
  folders.push(projectDir);
  mkdirSync(join(projectDir, 'app'));
  const sql = `import sqlite3; d = sqlite3.connect("app/db.sqlite3"); d.execute("CREATE TABLE app_ticket (id)"); d.executemany("INSERT INTO app_ticket VALUES (?)", [(n,) for n in range(${rows})]); d.commit()`;
  spawnSync('python3', ['-c', sql], { cwd: projectDir });
  const former = specOf(before);
  const existing: Readonly<Record<string, string>> = {
    'app/schema_history.json': printHistory(extendHistory(null, former, djangoNames(former), [])),
    '.env': 'DATABASE_URL=sqlite:///db.sqlite3\n',
  };
  return {
    spec: specOf(dsl),
    renames: [],
    projectDir,
    outputDir: 'app',
    existing: { read: (path: string) => existing[path], list: () => [] },
    run: async (command: string, args: readonly string[]) => {
      const ended = spawnSync(command, args, { encoding: 'utf8' });
      return { status: ended.status ?? 127, stdout: ended.stdout, lastLines: [] };
    },
  } as unknown as TreeHookContext<DjangoAnswers>;
}

(hasPython ? describe : describe.skip)('fieldsWithoutValue', () => {
  // asks SQLite through Python
  const person = '\nentity Person:\n  id: uuid pk\n';

  it.each([
    ['owner: ref Person required', 'is required, but'],
    ['code: str(5) required unique', 'is required and unique, but'],
  ])('refuses "%s" where there are rows', async (field, words) => {
    const found = await fieldsWithoutValue(
      contextOf(`entity Ticket:\n  id: uuid pk\n  ${field}\n${person}`, 2),
    );
    expect(found).toMatchObject([
      { code: 'DZL371', severity: 'error', message: expect.stringContaining(words), place: { line: 5 } },
    ]);
    expect(found[0]!.fix).toContain('make it optional first');
  });

  it('has nothing against it in an empty table', async () => {
    expect(
      await fieldsWithoutValue(
        contextOf(`entity Ticket:\n  id: uuid pk\n  owner: ref Person required\n${person}`, 0),
      ),
    ).toEqual([]);
  });

  it.each(['owner: ref Person', 'size: int required', 'done: bool unique'])(
    'lets "%s" pass',
    async (field) => {
      expect(
        await fieldsWithoutValue(contextOf(`entity Ticket:\n  id: uuid pk\n  ${field}\n${person}`, 2)),
      ).toEqual([]);
    },
  );
});

describe('sqliteFile', () => {
  it.each([
    [undefined, 'db.sqlite3'],
    ['SECRET_KEY=x\n', 'db.sqlite3'],
    ['DATABASE_URL=sqlite:///data/my.sqlite3\n', 'data/my.sqlite3'],
    ['DATABASE_URL="sqlite:////var/my.sqlite3"\n', '/var/my.sqlite3'],
    ['DATABASE_URL=postgres://localhost/shop\n', null],
  ])('reads %j as %j', (env, file) => {
    expect(sqliteFile(env)).toBe(file);
  });
});
