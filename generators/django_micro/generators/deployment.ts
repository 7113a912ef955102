import { defineGenerator, packageName, serviceValues } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes what hosting platforms and CI read. */
export const deployment = defineGenerator<DjangoAnswers>({
  name: 'deployment',
  description: 'Procfile, Dockerfile, Render, Fly, CI workflow',
  generate({ spec, facts, tree }) {
    const values = { slug: packageName(spec), ...serviceValues(facts) };
    for (const path of [
      'Procfile',
      'gunicorn.conf.py',
      'Dockerfile',
      '.dockerignore',
      'render.yaml',
      'fly.toml',
      '.github/workflows/ci.yml',
    ]) {
      tree.render(`${path}.ejs`, path, values);
    }
  },
});
