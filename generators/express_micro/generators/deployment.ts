import { defineGenerator, kebab } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';

const files = [
  'eslint.config.js',
  '.prettierrc.json',
  '.prettierignore',
  'Procfile',
  'Dockerfile',
  '.dockerignore',
  '.github/workflows/ci.yml',
];

/** Writes the package, and what it takes to check and to run it elsewhere. */
export const deployment = defineGenerator<ExpressAnswers>({
  name: 'deployment',
  description: 'package.json, lint and format settings, Procfile, Dockerfile, CI workflow',
  generate({ spec, answers, tree }) {
    tree.render('package.json.ejs', 'package.json', {
      packageName: kebab(spec.name) || 'app',
      title: spec.title,
    });
    for (const file of files) tree.render(`${file}.ejs`, file, { database: answers.database });
  },
});
