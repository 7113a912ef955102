import { defineGenerator, plural, serviceValues } from '../../../lib/index.ts';
import { expressNames } from '../naming.ts';
import type { ExpressAnswers } from '../prompting.ts';

/** Writes the README of the generated project. */
export const docs = defineGenerator<ExpressAnswers>({
  name: 'docs',
  description: 'README for people who have never seen the project',
  generate({ spec, facts, outputDir, tree }) {
    const names = expressNames(spec);
    tree.render('README.md.ejs', 'README.md', {
      title: spec.title,
      ...serviceValues(facts),
      outputDir,
      entities: spec.entities.map((entity) => ({
        title: plural(entity.title),
        table: names.entity(entity.name).table,
      })),
      hasTests: spec.tests.length > 0,
      hasExperiences: spec.experiences.length > 0,
      renamed: names.warnings.map((warning) => warning.message),
    });
  },
});
