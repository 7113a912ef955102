import { readConfig } from '../config.js';
import { openDatabase } from '../db/client.js';
import { migrateDatabase } from '../db/migrate.js';
import { createLog } from '../log.js';
import { ensureAdmin } from './admin-account.js';

const config = readConfig();
const log = createLog(config);
const db = await openDatabase(config.databaseUrl);
await migrateDatabase(db, { ...config, log });
const done = await ensureAdmin(db, {
  secret: config.adminSecret,
  reset: process.argv.includes('--reset'),
});
const messages = {
  created: 'made the first user',
  kept: 'the first user is there already; --reset restores its password',
  reset: 'restored the password of the first user',
  missing:
    'there is no .admin_credentials: set ADMIN_USERNAME and ADMIN_PASSWORD, or run `dazzle build` to have it made',
};
log[done === 'missing' ? 'error' : 'info'](messages[done]);
await db.close();
if (done === 'missing') process.exitCode = 1;
