import { defineGenerator, packageName, readmeValues, serviceValues } from '../../../lib/index.ts';
import { expressNames } from '../naming.ts';
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

/** Writes `package.json`, the lint and format settings, the files for CI and deployment, and the README. */
export const deployment = defineGenerator<ExpressAnswers>({
  name: 'deployment',
  description:
    'package.json, lint and format settings, Procfile, Dockerfile, CI workflow; README for people who have never seen the project',
  generate(context) {
    const { spec, facts, tree } = context;
    const values = { packageName: packageName(spec), title: spec.title, ...serviceValues(facts) };
    for (const file of files) tree.render(`${file}.ejs`, file, values);
    const { warnings, entity } = expressNames(spec);
    const readme = readmeValues(context, warnings, ({ name }) => entity(name).table);
    tree.render('README.md.ejs', 'README.md', readme);
  },
});
