import { defineGenerator, plural, serviceValues } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes the README of the generated project. */
export const docs = defineGenerator<DjangoAnswers>({
  name: 'docs',
  description: 'README for people who have never seen the project',
  generate({ spec, facts, outputDir, tree }) {
    const names = djangoNames(spec);
    tree.render('README.md.ejs', 'README.md', {
      title: spec.title,
      ...serviceValues(facts),
      outputDir,
      entities: spec.entities.map((entity) => ({
        title: plural(entity.title),
        model: names.model(entity.name).className,
      })),
      renamed: names.warnings.map((warning) => warning.message),
    });
  },
});
