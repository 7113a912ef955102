import { defineGenerator, readmeValues } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes the README of the generated project. */
export const docs = defineGenerator<DjangoAnswers>({
  name: 'docs',
  description: 'README for people who have never seen the project',
  generate(context) {
    const names = djangoNames(context.spec);
    const values = readmeValues(context, names.warnings, (entity) => names.model(entity.name).className);
    context.tree.render('README.md.ejs', 'README.md', values);
  },
});
