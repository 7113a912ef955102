import { js, pageProtocol } from '../../../../lib/index.ts';
import type { ExperienceCase, ExperiencePages, PageModel, WalkedStep } from '../../../../lib/index.ts';
import { entriesLines } from './form-tests.ts';
import { keyCodeOf, loginTest, makeCode, testCase } from './test-case.ts';
import type { TestCase } from './test-case.ts';

const { form, pressed } = pageProtocol;

/** The tests that assert a case of an experience. */
export function experienceTest(
  pages: PageModel,
  experience: ExperiencePages,
  each: ExperienceCase,
): TestCase | readonly TestCase[] {
  const address = js(experience.path);
  switch (each.kind) {
    case 'needs-login':
      return loginTest(address);
    case 'starts-at-its-first-step':
      return testCase(
        'starts at its first step',
        `const { location } = await app.person.get(${address});`,
        `assert.equal(location, ${js(each.step.path)});`,
      );
    case 'opens-each-step':
      return each.steps.map((step) => ({
        title: `opens its step ${step.name}`,
        lines: [`await app.getPage(${js(step.path)});`],
      }));
    case 'cancels': {
      const path = js(each.step.path);
      return testCase(
        `can be cancelled at ${each.step.name}`,
        `await app.person.get(${path});`,
        `const { location } = await app.send(${path}, ${js({ [form.cancel]: pressed })});`,
        `assert.equal(location, ${js(each.target?.path ?? '/')});`,
      );
    }
    case 'leads-through-to-the-end': {
      const lines = each.walk.flatMap((walked) => walkLines(pages, walked));
      const declared = ['page', 'values'].filter((name) =>
        lines.some((line) => line.startsWith(`${name} =`)),
      );
      return testCase(
        'leads through to the end',
        `let ${declared.join(', ')};`,
        `await app.person.get(${address});`,
        ...lines,
      );
    }
  }
}

function walkLines(pages: PageModel, { step, choosesFirst, act, next }: WalkedStep): readonly string[] {
  const address = js(step.path);
  const choose = (entity: string): string =>
    `await app.send(${address}, { ${form.choose}: ${keyCodeOf(pages, entity, `(${makeCode(entity)})`)} });`;
  const first = choosesFirst === null ? [] : [choose(choosesFirst)];
  const end =
    next === null ? 'assert.equal(page.status, 302);' : `assert.equal(page.location, ${js(next.path)});`;
  switch (act.kind) {
    case 'press':
      return [...first, `page = await app.send(${address}, ${js({ [act.name]: act.value })});`, end];
    case 'choose':
      return [...first, `page = ${choose(act.entity)}`, end];
    case 'send-texts': {
      const values = js(Object.fromEntries(act.fields.map((field) => [field, 'some text'])));
      return [...first, `page = await app.send(${address}, ${values});`, end];
    }
    case 'send-entries': {
      const values = entriesLines(pages, act.entries).map((line) => line.replace(/^const values/, 'values'));
      return [...first, ...values, `page = await app.send(${address}, values);`, end];
    }
  }
}
