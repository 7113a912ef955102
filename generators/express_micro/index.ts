import { defineBackend } from '../../lib/index.ts';
import { admin } from './generators/admin.ts';
import { deployment } from './generators/deployment.ts';
import { models } from './generators/models.ts';
import { records } from './generators/records.ts';
import { routes } from './generators/routes.ts';
import { server } from './generators/server.ts';
import { tests } from './generators/tests.ts';
import { validation } from './generators/validation.ts';
import { views } from './generators/views.ts';
import { postBuildHooks } from './hooks/post_build.ts';
import { preBuildHooks } from './hooks/pre_build.ts';
import { questions } from './prompting.ts';
import type { ExpressAnswers } from './prompting.ts';
import { overSafeSpec } from './code/safe-spec.ts';
import { facts } from './service.ts';

/** An Express application: drizzle models, EJS pages, an admin area, login, tests and deployment files. */
export default defineBackend<ExpressAnswers>({
  name: 'express_micro',
  summary: 'an Express application with web pages, an admin area, SQLite or PostgreSQL',
  templates: new URL('../../templates/express_micro/', import.meta.url),
  questions,
  facts,
  generators: [models, validation, records, server, routes, views, admin, tests, deployment].map(
    overSafeSpec,
  ),
  hooks: [...preBuildHooks, ...postBuildHooks],
});
