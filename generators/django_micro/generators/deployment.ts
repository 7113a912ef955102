import { defineGenerator, kebab } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes what hosting platforms and CI read, and the example of the environment. */
export const deployment = defineGenerator<DjangoAnswers>({
  name: 'deployment',
  description: 'Procfile, Dockerfile, Render, Fly, CI workflow, .env.example',
  generate({ spec, answers, tree }) {
    const slug = kebab(spec.name) || 'app';
    const values = {
      slug,
      title: spec.title,
      database: answers.database,
      timeZone: answers.time_zone,
      databaseUrl:
        answers.database === 'postgresql'
          ? `postgres://postgres:postgres@localhost:5432/${slug.replaceAll('-', '_')}`
          : 'sqlite:///db.sqlite3',
    };
    for (const path of [
      'Procfile',
      'gunicorn.conf.py',
      'Dockerfile',
      '.dockerignore',
      'render.yaml',
      'fly.toml',
      '.github/workflows/ci.yml',
      '.env.example',
    ]) {
      tree.render(`${path}.ejs`, path, values);
    }
  },
});
