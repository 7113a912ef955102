import { defineConfig } from 'drizzle-kit';
import { databaseUrl } from './src/config.js';
import { isPostgres, migrationsFolder } from './src/db/dialect.js';

export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: './src/db/schema.js',
  out: `./${migrationsFolder}`,
  dbCredentials: { url: databaseUrl },
});
