import type { ExperiencePages, FormPage } from '../../../lib/index.ts';
import type { Visit } from './browser.ts';
import { entriesFor } from './entries.ts';
import { fillForm } from './forms.ts';
import type { Walk } from './walk-application.ts';

/** Opens every step, then goes through a run from the start as far as its forms lead. */
export async function walkExperience(walk: Walk, experience: ExperiencePages): Promise<void> {
  const { browser, check } = walk;
  for (const step of experience.steps) {
    const visit = await browser.get(step.path);
    check(visit.status === 200, `${step.path} answers ${visit.status}`);
  }
  let visit = await browser.get(experience.path);
  const start = experience.steps.find(({ name }) => name === experience.start)!;
  check(visit.path.startsWith(start.path), `${experience.path} starts at ${visit.path}`);
  for (let turns = 0; turns < experience.steps.length; turns++) {
    const step = experience.steps.find(({ path }) => visit.path.split('?')[0] === path);
    if (step?.page !== 'create' || step.surface === null) return;
    const next = await sendStep(walk, visit, walk.pages.bySurface[step.surface] as FormPage, 60 + turns);
    if (next === null) return;
    check(
      next.redirects > 0 && next.status === 200,
      `${step.path} refuses valid values: ${next.text.slice(0, 300)}`,
    );
    const target = experience.steps.find(({ name }) => name === step.success);
    if (target !== undefined) {
      check(next.path.startsWith(target.path), `${step.path} leads to ${next.path}, not to ${target.path}`);
    }
    visit = next;
  }
}

async function sendStep(walk: Walk, visit: Visit, page: FormPage, index: number): Promise<Visit | null> {
  const entity = walk.spec.entities.find(({ name }) => name === page.entity)!;
  const { entries, impossible } = entriesFor(visit, page, entity, index);
  return impossible === null ? walk.browser.send(fillForm(visit, entries), visit) : null;
}
