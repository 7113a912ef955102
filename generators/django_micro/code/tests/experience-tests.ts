import { pageProtocol, py, snake } from '../../../../lib/index.ts';
import type { ExperienceCase, ExperiencePages, WalkedStep } from '../../../../lib/index.ts';
import { entriesLines, textsCode } from './form-tests.ts';
import { makeCode, method } from './test-method.ts';
import type { TestMethod } from './test-method.ts';
import type { WebScope } from '../web-scope.ts';

const { form, pressed } = pageProtocol;

/** The test of one case of an experience. */
export function experienceTest(web: WebScope, experience: ExperiencePages, each: ExperienceCase): TestMethod {
  const address = reverse(experience);
  switch (each.kind) {
    case 'needs-login':
      return method('needs_login', `self.assert_needs_login(${address})`);
    case 'starts-at-its-first-step':
      return method(
        'starts_at_its_first_step',
        `response = self.client.get(${address})`,
        `self.assertRedirects(response, ${reverse(each.step)})`,
      );
    case 'opens-each-step':
      return method(
        'opens_each_step',
        `for step in ${py(each.steps.map((step) => step.routeName))}:`,
        '    self.get_page(reverse(step))',
      );
    case 'cancels':
      return method(
        `cancels_at_${snake(each.step.name)}`,
        `response = self.client.post(${reverse(each.step)}, ${py({ [form.cancel]: pressed })})`,
        `self.assertEqual(response.url, ${reverse(each.target ?? { routeName: 'home' })})`,
      );
    case 'leads-through-to-the-end':
      return method(
        'leads_through_to_the_end',
        `self.client.get(${address})`,
        ...each.walk.flatMap((walked) => walkLines(web, walked)),
        `self.assertNotIn(${py(`experience:${experience.name}`)}, self.client.session)`,
      );
  }
}

function walkLines(web: WebScope, { step, choosesFirst, act, next }: WalkedStep): readonly string[] {
  const address = reverse(step);
  const choose = (entity: string): string =>
    `self.client.post(${address}, {${py(form.choose)}: ${makeCode(web, entity)}.pk})`;
  const first = choosesFirst === null ? [] : [choose(choosesFirst)];
  const end =
    next === null
      ? 'self.assertEqual(response.status_code, 302)'
      : `self.assertEqual(response.url, ${reverse(next)})`;
  switch (act.kind) {
    case 'press':
      return [...first, `response = self.client.post(${address}, ${py({ [act.name]: act.value })})`, end];
    case 'choose':
      return [...first, `response = ${choose(act.entity)}`, end];
    case 'send-texts':
      return [...first, `response = self.send(${address}, ${textsCode(act.fields)})`, end];
    case 'send-entries':
      return [...first, ...entriesLines(web, act.entries), `response = self.send(${address}, values)`, end];
  }
}

function reverse({ routeName }: { readonly routeName: string }): string {
  return `reverse(${py(routeName)})`;
}
