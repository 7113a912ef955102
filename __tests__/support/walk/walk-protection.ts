import type { EntityPages } from '../../../lib/index.ts';
import { fillForm } from './forms.ts';
import { linksOf, rowsOf } from './walk-application.ts';
import type { Walk } from './walk-application.ts';

/** Records that others need stay, with a message: of all records of an entity at least one is needed by the rows there. */
export async function walkProtection(walk: Walk, pages: EntityPages): Promise<void> {
  const { browser, check } = walk;
  const list = pages.lists[0];
  if (pages.delete === null || list === undefined || !(await hasDependents(walk, pages))) return;
  const start = `/${pages.slug}/`;
  const ids = new Set<string>();
  for (let page = 1; page <= 3; page++) {
    for (const link of linksOf(await browser.get(`${list.path}?page=${page}`))) {
      const id = link.startsWith(start) ? /^([^/?]+)\//.exec(link.slice(start.length))?.[1] : undefined;
      if (id !== undefined) ids.add(id);
    }
  }
  let refused = 0;
  for (const id of ids) {
    const path = pages.delete.path.replace(':id', id);
    const question = await browser.get(path);
    if (question.status !== 200) continue;
    const buttons = question.document.querySelectorAll('main form[method=post] button');
    const answer = buttons.length === 0 ? question : await browser.send(fillForm(question, {}), question);
    check(answer.status < 500, `${pages.delete.path} of a needed record answers ${answer.status}`);
    if ((await browser.get(path)).status === 200) refused++;
  }
  check(refused > 0, `${pages.delete.path} deletes records that others need`);
}

/** Claims that some row refers to a record of the entity and must. */
async function hasDependents(walk: Walk, pages: EntityPages): Promise<boolean> {
  for (const { entity } of pages.delete?.protectedBy ?? []) {
    const list = walk.pages.entities.find((each) => each.entity === entity)?.lists[0];
    if (list !== undefined && rowsOf(await walk.browser.get(list.path)).length > 0) return true;
  }
  return false;
}
