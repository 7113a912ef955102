import { camel, capitalize, claimName, js, screenWords } from '../../../lib/index.ts';
import type { ExperiencePages, PageModel, StepPage } from '../../../lib/index.ts';
import { commentText, importLines, objectCode, type JavaScriptImport } from './javascript.ts';
import type { PageNames } from './page-names.ts';

/** The template values of `src/routes/experiences.js`: each experience with its steps and the pages they use. */
export function experienceValues(pages: PageModel, names: PageNames): object {
  const taken = new Set<string>();
  const experiences = pages.experiences.map((experience) => {
    const name = `${camel(experience.name)}Experience`;
    const constant = claimName(taken, name, (count) => name + 'Steps'.repeat(count - 1));
    const comment = commentText(experience.title);
    return { comment, constant, code: experienceCode(pages, names, experience) };
  });
  const code = experiences.map((each) => each.code).join('\n');
  return { experiences, imports: importLines(`${code} Router( runRoutes(`, importsFor(pages, names)) };
}

/** The message after a form page is saved: `Ticket created.` of a create page, else `Ticket saved.` */
export function savedText(pages: PageModel, surface: string): string {
  const page = pages.bySurface[surface]!;
  const { noun } = pages.entities.find(({ entity }) => entity === page.entity)!;
  return screenWords[page.kind === 'create' ? 'created' : 'saved'](capitalize(noun));
}

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
