import { buildPages, camel, defineGenerator, js, screenWords } from '../../../lib/index.ts';
import type { ExperiencePages, PageModel, StepPage } from '../../../lib/index.ts';
import { commentText, importLines, objectCode, type JavaScriptImport } from '../javascript.ts';
import { pageNames, type PageNames } from '../page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { savedText } from './routes.ts';

/** Writes experiences as steps over the pages of their surfaces; nothing where the spec has none. */
export const experiences = defineGenerator<ExpressAnswers>({
  name: 'experiences',
  description: 'experiences as multi-step flows in the session',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    if (pages.experiences.length === 0) return;
    const names = pageNames(spec);
    const taken = new Set<string>();
    const described = pages.experiences.map((experience) => {
      let constant = `${camel(experience.name)}Experience`;
      while (taken.has(constant)) constant += 'Steps';
      taken.add(constant);
      return {
        comment: commentText(experience.title),
        constant,
        code: experienceCode(pages, names, experience),
      };
    });
    const code = described.map((each) => each.code).join('\n');
    tree.render('src/routes/experiences.js.ejs', 'src/routes/experiences.js', {
      experiences: described,
      imports: importLines(`${code} Router( runRoutes(`, importsFor(pages, names)),
    });
    for (const name of ['routes', 'run', 'steps']) {
      tree.render(`src/experiences/${name}.js.ejs`, `src/experiences/${name}.js`, {});
    }
    for (const view of ['partials/run', 'partials/steps', 'experiences/choose', 'experiences/outcome']) {
      tree.render(`views/${view}.ejs.ejs`, `views/${view}.ejs`, { words: screenWords });
    }
  },
});

function importsFor(pages: PageModel, names: PageNames): JavaScriptImport[] {
  return [
    { module: 'express', name: 'Router' },
    { module: '../experiences/routes.js', name: 'runRoutes' },
    ...Object.values(pages.bySurface).flatMap(({ surface, entity }) => {
      const module = `./${entity === null ? 'pages' : names.file(entity)}.js`;
      return [names.page(surface), names.after(surface)].map((name) => ({ module, name }));
    }),
  ];
}

function experienceCode(pages: PageModel, names: PageNames, experience: ExperiencePages): string {
  return objectCode({
    name: js(experience.name),
    title: js(experience.title),
    start: js(experience.start),
    steps: objectCode(
      Object.fromEntries(experience.steps.map((step) => [step.name, stepCode(pages, names, step)])),
    ),
  });
}

function stepCode(pages: PageModel, names: PageNames, step: StepPage): string {
  const { surface } = step;
  const isForm = surface !== null && step.page !== 'list' && step.page !== 'view';
  const prefills = Object.fromEntries(step.prefills.map(({ field, entity }) => [field, entity]));
  return objectCode({
    title: js(step.title),
    page: js(step.page === null ? 'outcome' : step.page === 'custom' ? 'edit' : step.page),
    entity: step.entity === null ? undefined : js(step.entity),
    view: surface === null ? undefined : js(names.view(surface)),
    list: surface !== null && step.page === 'list' ? names.page(surface) : undefined,
    form: isForm ? names.page(surface) : undefined,
    after: isForm ? names.after(surface) : undefined,
    said: isForm && step.page !== 'free' ? js(savedText(pages, surface)) : undefined,
    prefills: step.prefills.length > 0 ? js(prefills) : undefined,
    choosesRecord: step.choosesRecord ? 'true' : undefined,
    success: step.success === null ? undefined : js(step.success),
    failure: step.failure === null ? undefined : js(step.failure),
    cancel: step.cancel === null ? undefined : js(step.cancel),
  });
}
