import { py, snake } from '../../../lib/index.ts';
import type { ExperiencePages, PageModel, StepPage } from '../../../lib/index.ts';
import { freeName } from './forms.ts';
import { makeCode } from './page-tests.ts';
import type { PageTest, PageTests } from './page-tests.ts';
import type { WebScope } from './view-values.ts';

/** Tests of experiences: each step opens, and success leads through to the end. */
export function experienceTests(
  web: WebScope,
  pages: PageModel,
  unmakeable: ReadonlySet<string>,
): readonly PageTests[] {
  return pages.experiences.map((experience) => {
    const start = experience.steps.find((step) => step.name === experience.start)!;
    const tests: PageTest[] = [
      {
        name: 'test_needs_login',
        lines: [`self.assert_needs_login(reverse(${py(experience.routeName)}))`],
      },
      {
        name: 'test_starts_at_its_first_step',
        lines: [
          `response = self.client.get(reverse(${py(experience.routeName)}))`,
          `self.assertRedirects(response, reverse(${py(start.routeName)}))`,
        ],
      },
      {
        name: 'test_opens_each_step',
        lines: [
          `for step in ${py(experience.steps.map((step) => step.routeName))}:`,
          '    self.get_page(reverse(step))',
        ],
      },
      ...experience.steps.map((step) => cancelTest(experience, step)),
    ];
    const walk = walkLines(web, pages, experience, start, unmakeable);
    if (walk !== null) tests.push({ name: 'test_leads_through_to_the_end', lines: walk });
    return { name: `${web.pages.start(experience.name).replace(/Start$/, '')}ExperienceTests`, tests };
  });
}

function cancelTest(experience: ExperiencePages, step: StepPage): PageTest {
  const target = experience.steps.find((candidate) => candidate.name === step.cancel);
  return {
    name: `test_cancels_at_${snake(step.name)}`,
    lines: [
      `response = self.client.post(reverse(${py(step.routeName)}), {"_cancel": "yes"})`,
      `self.assertEqual(response.url, reverse(${py(target?.routeName ?? 'home')}))`,
    ],
  };
}

/** The way of success from the start; null where a step's record cannot be made up, or the way has no end. */
function walkLines(
  web: WebScope,
  pages: PageModel,
  experience: ExperiencePages,
  start: StepPage,
  unmakeable: ReadonlySet<string>,
): readonly string[] | null {
  const lines = [`self.client.get(reverse(${py(experience.routeName)}))`];
  const seen = new Set<string>();
  const held = new Set<string>();
  let step: StepPage | undefined = start;
  while (step !== undefined) {
    if (seen.has(step.name) || (step.entity !== null && unmakeable.has(step.entity))) return null;
    seen.add(step.name);
    const next: StepPage | undefined = experience.steps.find((candidate) => candidate.name === step!.success);
    lines.push(...stepLines(web, pages, step, held));
    lines.push(
      next === undefined
        ? 'self.assertEqual(response.status_code, 302)'
        : `self.assertEqual(response.url, reverse(${py(next.routeName)}))`,
    );
    step = next;
  }
  return [...lines, `self.assertNotIn(${py(`experience:${experience.name}`)}, self.client.session)`];
}

function stepLines(web: WebScope, pages: PageModel, step: StepPage, held: Set<string>): readonly string[] {
  const address = `reverse(${py(step.routeName)})`;
  const page = step.surface === null ? undefined : pages.bySurface[step.surface];
  if (page === undefined) return [`response = self.client.post(${address}, {"_outcome": "success"})`];
  const lines: string[] = [];
  const choose = `self.client.post(${address}, {"_choose": ${page.entity === null ? '' : makeCode(web, page.entity)}.pk})`;
  if (step.needsRecord && !held.has(page.entity!)) lines.push(choose);
  if (page.entity !== null) held.add(page.entity);
  if (page.kind === 'list') {
    return [
      `response = ${step.choosesRecord ? choose : `self.client.post(${address}, {"_continue": "yes"})`}`,
    ];
  }
  if (page.kind === 'view')
    return [...lines, `response = self.client.post(${address}, {"_continue": "yes"})`];
  const inputs = page.sections.flatMap((section) => section.fields.filter((field) => !field.isReadOnly));
  if (page.kind === 'free') {
    const values = Object.fromEntries(inputs.map((field) => [freeName(field.field), 'some text']));
    return [...lines, `response = self.send(${address}, ${py(values)})`];
  }
  const names = inputs
    .filter((field) => !field.isFreeText)
    .map((field) => web.attribute(page.entity, field.field));
  return [
    ...lines,
    `sample = values_of(${py(web.names.model(page.entity).className)})`,
    `values = {name: sample[name] for name in ${py(names)} if name in sample}`,
    `response = self.send(${address}, values)`,
  ];
}
