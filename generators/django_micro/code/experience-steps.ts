import { py } from '../../../lib/index.ts';
import type { ExperiencePages, PageModel, StepPage } from '../../../lib/index.ts';
import { docstring, titleDocstring } from './docstring.ts';
import { templateOf } from './page-names.ts';
import { importLines } from './python-imports.ts';
import type { PythonImport } from './python-imports.ts';
import type { WebScope } from './web-scope.ts';

const mixins = {
  list: 'ListStepMixin',
  view: 'DetailStepMixin',
  create: 'FormStepMixin',
  edit: 'FormStepMixin',
  custom: 'FormStepMixin',
  free: 'FormStepMixin',
} as const;

/** Template values of `app/views/experiences.py`: a start view for each experience, a view for each step. */
export function experienceValues(web: WebScope, pages: PageModel): object {
  const imports: PythonImport[] = [{ module: '.steps', name: 'StartView' }];
  const experiences = pages.experiences.map((experience) => describe(web, pages, experience, imports));
  return { experiences, imports: importLines(imports) };
}

function describe(
  web: WebScope,
  pages: PageModel,
  experience: ExperiencePages,
  imports: PythonImport[],
): object {
  const start = experience.steps.find((step) => step.name === experience.start)!;
  const stepsName = `${experience.name.toUpperCase()}_STEPS`;
  return {
    name: py(experience.name),
    stepsName,
    steps: py(Object.fromEntries(experience.steps.map((step) => [step.name, step.title]))),
    start: {
      name: web.pages.start(experience.name),
      docstring: docstring(`Begins “${experience.title}”.`),
      route: py(start.routeName),
    },
    classes: experience.steps.map((step) => stepValues(web, pages, experience, step, stepsName, imports)),
  };
}

function stepValues(
  web: WebScope,
  pages: PageModel,
  experience: ExperiencePages,
  step: StepPage,
  stepsName: string,
  imports: PythonImport[],
): object {
  const routeOf = (name: string): string =>
    py(experience.steps.find((candidate) => candidate.name === name)!.routeName);
  const body = [
    `experience = ${py(experience.name)}`,
    `step = ${py(step.name)}`,
    `steps = ${stepsName}`,
    `title = ${py(step.title)}`,
  ];
  if (step.entity !== null) body.push(`entity = ${py(step.entity)}`);
  if (step.needsRecord) body.push('needs_record = True');
  if (step.choosesRecord) body.push('chooses_record = True');
  if (step.prefills.length > 0) {
    const fills = step.prefills.map(({ field, entity }) => [web.attribute(step.entity!, field), entity]);
    body.push(`prefills = ${py(Object.fromEntries(fills))}`);
  }
  for (const outcome of ['success', 'failure', 'cancel'] as const) {
    const next = step[outcome];
    if (next !== null) body.push(`${outcome} = ${routeOf(next)}`);
  }
  return {
    name: web.pages.step(experience.name, step.name),
    docstring: titleDocstring(step.title),
    bases: basesOf(web, pages, step, body, imports),
    body,
  };
}

/**
 * The base classes of a step's view. A step that shows a surface extends the view of that surface, with a
 * mixin before it: `ListStepMixin, TicketListView`. Any other step extends `OutcomeStepView`.
 */
function basesOf(
  web: WebScope,
  pages: PageModel,
  step: StepPage,
  body: string[],
  imports: PythonImport[],
): string {
  if (step.surface === null || step.page === null) {
    imports.push({ module: '.steps', name: 'OutcomeStepView' });
    return 'OutcomeStepView';
  }
  const { entity } = pages.bySurface[step.surface]!;
  const module = entity === null ? 'general' : web.pages.module(entity);
  const view = web.pages.view(step.surface);
  body.push(`page_template = ${py(templateOf(pages.bySurface[step.surface]!))}`);
  imports.push({ module: `.${module}`, name: view }, { module: '.steps', name: mixins[step.page] });
  return `${mixins[step.page]}, ${view}`;
}
