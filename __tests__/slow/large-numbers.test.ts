import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProject } from '../support/django-project.ts';
import { makeExpressProject } from '../support/express-project.ts';
import { logIn } from '../support/log-in.ts';
import type { Server } from '../support/serve.ts';

const minutes = 60_000;

const fields = ['name', 'balance', 'serial'];
const section = `  section main "A":\n${fields.map((name) => `    field ${name} "${name}"\n`).join('')}`;
const surfaces = ['list', 'view', 'create', 'edit'].map(
  (mode) => `surface account_${mode} "Accounts":\n  uses entity Account\n  mode: ${mode}\n${section}`,
);
const dsl = `app bank "Bank"\n\nentity Account "Account":
  id: int pk
  name: str(40) required
  balance: decimal(21,2)
  serial: int\n\n${surfaces.join('\n')}`;

/** Rows that no form takes, but that an older version or somebody with SQL may have left. */
const rows = (table: string): string[] =>
  ['99999999999999999.99', '1e30', '123456789012345678901234'].map(
    (balance, index) =>
      `insert into ${table} (name, balance, serial) values ('big${index}', ${balance}, 9223372036854775807)`,
  );

describe('numbers that are too large for SQLite', () => {
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dazzle-large-'));
    file = join(folder, 'bank.dsl');
    writeFileSync(file, dsl);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Every page of the entity answers over such rows, and a form refuses such a number with the reason. */
  async function assertBears(
    running: Server,
    password: string,
    adminPages: readonly string[],
  ): Promise<void> {
    try {
      const person = await logIn(running.origin, password);
      const own = [1, 2, 3].flatMap((key) =>
        ['', 'edit/', 'delete/'].map((page) => `/accounts/${key}/${page}`),
      );
      for (const path of ['/accounts/', '/accounts/?sort=balance', ...own, ...adminPages]) {
        expect({ path, status: (await person.get(path)).status }).toEqual({ path, status: 200 });
      }
      const refused = await person.post('/accounts/new/', { name: 'x', balance: '99999999999999999.99' });
      expect(await refused.text()).toContain(
        'has more than 15 digits, which is what the database keeps exactly',
      );
      const taken = await person.post('/accounts/new/', { name: 'x', balance: '9999999999999.99' });
      expect(taken.status).toBe(302);
      expect(await (await person.get('/accounts/4/')).text()).toContain('9999999999999.99');
    } finally {
      await running.stop();
    }
  }

  it(
    'are refused and borne by Express',
    async () => {
      const project = makeExpressProject({ name: 'bank', files: [file] });
      try {
        const built = project.dazzle(['build', '--yes', '--no-disk-hooks']);
        expect(built.output).toContain('DZL382');
        const insert = `
          import { createClient } from '@libsql/client';
          await createClient({ url: 'file:data.sqlite3' }).batch(${JSON.stringify(rows('account'))});`;
        for (const args of [['src/auth/init-admin.js'], ['--input-type=module', '-e', insert]])
          expect(project.run(process.execPath, args)).toMatchObject({ status: 0 });
        const admin = ['/admin/accounts/', '/admin/accounts/1/edit/', '/admin/accounts/delete/?key=2'];
        await assertBears(await project.serve(), project.password(), admin);
      } finally {
        project.remove();
      }
    },
    5 * minutes,
  );

  it(
    'are refused and borne by Django',
    async () => {
      const project = makeProject([file]);
      try {
        const built = project.dazzle(['build', '--yes', '--backends', 'django_micro']);
        expect(built.output).toContain('DZL382');
        project.python(
          [
            'from django.db import connection',
            `for line in ${JSON.stringify(rows('app_account'))}: connection.cursor().execute(line)`,
          ].join('\n'),
        );
        const admin = ['/admin/app/account/', '/admin/app/account/1/change/', '/admin/app/account/2/delete/'];
        await assertBears(await project.serve(), project.password(), admin);
      } finally {
        project.remove();
      }
    },
    5 * minutes,
  );
});
