import { defineGenerator, packageName, serviceValues } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';

const files = [
  'package.json',
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
  generate({ spec, facts, tree }) {
    const values = { packageName: packageName(spec), title: spec.title, ...serviceValues(facts) };
    for (const file of files) tree.render(`${file}.ejs`, file, values);
  },
});
