import { buildPages, defineGenerator, py, screenWords } from '../../../lib/index.ts';
import type { ExperiencePages, PageModel, StepPage } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { importLines } from './python-imports.ts';
import type { PythonImport } from './model-fields.ts';
import { templateOf, webScope } from './view-values.ts';
import type { WebScope } from './view-values.ts';
import { docstring } from './views.ts';

const mixins = {
  list: 'ListStepMixin',
  view: 'DetailStepMixin',
  create: 'FormStepMixin',
  edit: 'FormStepMixin',
  custom: 'FormStepMixin',
  free: 'FormStepMixin',
} as const;

const templateNames = ['choose_record', 'detail_step', 'form_step', 'list_step', 'outcome_step'];

/** Writes the steps of experiences as views over the pages of their surfaces; nothing where the spec has none. */
export const experiences = defineGenerator<DjangoAnswers>({
  name: 'experiences',
  description: 'experiences as multi-step flows in the session',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    if (pages.experiences.length === 0) return;
    const web = webScope(spec);
    const imports: PythonImport[] = [{ module: '.steps', name: 'StartView' }];
    tree.render('app/views/steps.py.ejs', 'app/views/steps.py', {});
    tree.render('app/views/experiences.py.ejs', 'app/views/experiences.py', {
      experiences: pages.experiences.map((experience) => experienceValues(web, pages, experience, imports)),
      imports: importLines(imports),
    });
    for (const name of templateNames) {
      const file = `app/templates/app/experiences/${name}.html`;
      tree.render(`${file}.ejs`, file, { words: screenWords });
    }
    const steps = 'app/templates/app/includes/steps.html';
    tree.render(`${steps}.ejs`, steps, { words: screenWords });
  },
});

function experienceValues(
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
    docstring: docstring(`${step.title.replace(/[.\s]+$/, '')}.`),
    bases: basesOf(web, pages, step, body, imports),
    body,
  };
}

/** A step of a surface is its page with a mixin before it. */
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
