import { defineBackend } from '../../lib/index.ts';
import { admin } from './generators/admin.ts';
import { deployment } from './generators/deployment.ts';
import { forms } from './generators/forms.ts';
import { models } from './generators/models.ts';
import { settings } from './generators/settings.ts';
import { templates } from './generators/templates.ts';
import { tests } from './generators/tests.ts';
import { urls } from './generators/urls.ts';
import { views } from './generators/views.ts';
import { postBuildHooks } from './hooks/post_build.ts';
import { preBuildHooks } from './hooks/pre_build.ts';
import { questions } from './prompting.ts';
import type { DjangoAnswers } from './prompting.ts';
import { facts } from './service.ts';

/** A single Django project: models, admin, server-rendered pages, login, tests and deployment files. */
export default defineBackend<DjangoAnswers>({
  name: 'django_micro',
  summary: 'a Django project with web pages, an admin area, SQLite or PostgreSQL',
  templates: new URL('../../templates/django_micro/', import.meta.url),
  questions,
  facts,
  generators: [settings, models, admin, forms, views, urls, templates, tests, deployment],
  hooks: [...preBuildHooks, ...postBuildHooks],
});
