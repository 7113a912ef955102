import { createApp } from './app.js';
import { ensureAdmin } from './auth/admin-account.js';
import { pruneSessions } from './auth/session-store.js';
import { readConfig } from './config.js';
import { openDatabase } from './db/client.js';
import { migrateDatabase } from './db/migrate.js';
import { createLog } from './log.js';

const config = readConfig();
const log = createLog(config);
const db = await openDatabase(config.databaseUrl);
await migrateDatabase(db, { ...config, log });
if ((await ensureAdmin(db, { secret: config.adminSecret })) === 'created') {
  log.info('made the first user: see .admin_credentials');
}
await pruneSessions(db, log);

const server = createApp({ db, config, log }).listen(config.port, config.host, (error) => {
  if (error) throw error;
  log.info(`listening on http://${config.host}:${config.port}`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    log.info(`${signal}: finishing the open requests`);
    server.close(async () => {
      await db.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
