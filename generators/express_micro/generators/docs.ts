import { defineGenerator, readmeValues } from '../../../lib/index.ts';
import { expressNames } from '../naming.ts';
import type { ExpressAnswers } from '../prompting.ts';

/** Writes the README of the generated project. */
export const docs = defineGenerator<ExpressAnswers>({
  name: 'docs',
  description: 'README for people who have never seen the project',
  generate(context) {
    const names = expressNames(context.spec);
    const values = readmeValues(context, names.warnings, (entity) => names.entity(entity.name).table);
    context.tree.render('README.md.ejs', 'README.md', values);
  },
});
