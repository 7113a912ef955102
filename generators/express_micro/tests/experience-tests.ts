import { js } from '../../../lib/index.ts';
import type { ExperiencePages, StepPage } from '../../../lib/index.ts';
import { valuesLines } from './form-tests.ts';
import { groupOf, keyCodeOf, loginTest, makeCode } from './test-scope.ts';
import type { TestCase, TestGroup, TestScope } from './test-scope.ts';

/** Tests of an experience: each step opens, and success leads through to the end. */
export function experienceTests(scope: TestScope, experience: ExperiencePages): TestGroup {
  const start = experience.steps.find((step) => step.name === experience.start)!;
  const tests: TestCase[] = [
    loginTest(js(experience.path)),
    {
      title: 'starts at its first step',
      lines: [
        `const { location } = await app.person.get(${js(experience.path)});`,
        `assert.equal(location, ${js(start.path)});`,
      ],
    },
    ...experience.steps.map((step): TestCase => ({
      title: `opens its step ${step.name}`,
      lines: [`await app.getPage(${js(step.path)});`],
    })),
    ...experience.steps.map((step) => cancelTest(experience, step)),
  ];
  const walk = walkLines(scope, experience, start);
  if (walk !== null) tests.push({ title: 'leads through to the end', lines: walk });
  return groupOf(scope, experience.title, null, tests);
}

function cancelTest(experience: ExperiencePages, step: StepPage): TestCase {
  const target = experience.steps.find(({ name }) => name === step.cancel);
  return {
    title: `can be cancelled at ${step.name}`,
    lines: [
      `await app.person.get(${js(step.path)});`,
      `const { location } = await app.send(${js(step.path)}, { _cancel: 'yes' });`,
      `assert.equal(location, ${js(target?.path ?? '/')});`,
    ],
  };
}

/** The way of success from the start; null where a step's record cannot be made up, or the way has no end. */
function walkLines(scope: TestScope, experience: ExperiencePages, start: StepPage): string[] | null {
  const lines = [`await app.person.get(${js(experience.path)});`];
  const seen = new Set<string>();
  const held = new Set<string>();
  let step: StepPage | undefined = start;
  while (step !== undefined) {
    if (seen.has(step.name) || (step.entity !== null && scope.unmakeable.has(step.entity))) return null;
    seen.add(step.name);
    const next: StepPage | undefined = experience.steps.find(({ name }) => name === step!.success);
    lines.push(...stepLines(scope, step, held));
    lines.push(
      next === undefined
        ? 'assert.equal(page.status, 302);'
        : `assert.equal(page.location, ${js(next.path)});`,
    );
    step = next;
  }
  const declared = ['page', 'values'].filter((name) => lines.some((line) => line.startsWith(`${name} =`)));
  return [`let ${declared.join(', ')};`, ...lines];
}

function stepLines(scope: TestScope, step: StepPage, held: Set<string>): string[] {
  const address = js(step.path);
  const page = step.surface === null ? undefined : scope.pages.bySurface[step.surface];
  if (page === undefined) return [`page = await app.send(${address}, { _outcome: 'success' });`];
  const chosen = page.entity === null ? '' : keyCodeOf(scope, page.entity, `(${makeCode(page.entity)})`);
  const choose = `await app.send(${address}, { _choose: ${chosen} });`;
  const lines = step.needsRecord && !held.has(page.entity!) ? [choose] : [];
  if (page.entity !== null) held.add(page.entity);
  if (page.kind === 'list' && step.choosesRecord) return [`page = ${choose}`];
  if (page.kind === 'list' || page.kind === 'view') {
    return [...lines, `page = await app.send(${address}, { _continue: 'yes' });`];
  }
  const inputs = page.sections.flatMap((section) => section.fields.filter((field) => !field.isReadOnly));
  if (page.kind === 'free') {
    const values = js(Object.fromEntries(inputs.map(({ field }) => [field, 'some text'])));
    return [...lines, `page = await app.send(${address}, ${values});`];
  }
  return [
    ...lines,
    ...valuesLines(scope, page.entity, inputs).map((line) => line.replace(/^const values/, 'values')),
    `page = await app.send(${address}, values);`,
  ];
}
