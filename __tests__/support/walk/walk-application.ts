import { buildPages } from '../../../lib/index.ts';
import type { AppSpec, EntityPages, EntitySpec, PageModel } from '../../../lib/index.ts';
import { openBrowser, textOf } from './browser.ts';
import type { Browser, Visit } from './browser.ts';
import { fillForm } from './forms.ts';
import { walkStrangers } from './walk-abuse.ts';
import { walkEntity } from './walk-entity.ts';
import { walkExperience } from './walk-experience.ts';
import { walkProtection } from './walk-protection.ts';

/** Where the application runs and who may enter. */
export interface RunningApplication {
  readonly origin: string;
  readonly spec: AppSpec;
  readonly username: string;
  readonly password: string;
}

/** Notes what is wrong instead of stopping, so that one walk finds everything. */
export interface Walk {
  readonly browser: Browser;
  readonly spec: AppSpec;
  readonly pages: PageModel;
  readonly problems: string[];
  /** Facts that held. */
  checks: number;
  /** Values of each record made, by entity. */
  readonly made: Map<string, Record<string, unknown>[]>;
  check(fact: boolean, problem: string): boolean;
}

/**
 * Walks through every page of an application with an empty database, as a person would: logs in, creates, lists,
 * searches, filters, sorts, turns pages, views, edits, is told about mistakes, deletes, and logs out.
 */
export async function walkApplication(app: RunningApplication): Promise<Walk> {
  const problems: string[] = [];
  const walk: Walk = {
    browser: openBrowser(app.origin),
    spec: app.spec,
    pages: buildPages(app.spec),
    problems,
    checks: 0,
    made: new Map(),
    check(fact, problem) {
      if (fact) walk.checks++;
      else problems.push(problem);
      return fact;
    },
  };
  await walkStrangers(walk, app);
  await walkLogin(walk, app);
  await walkHome(walk);
  for (const { pages, entity } of inOrderOfNeed(walk)) {
    await guarded(walk, `pages of ${entity.name}`, () => walkEntity(walk, pages, entity));
  }
  for (const { pages, entity } of inOrderOfNeed(walk)) {
    await guarded(walk, `protection of ${entity.name}`, () => walkProtection(walk, pages));
  }
  for (const page of walk.pages.freePages) {
    const visit = await walk.browser.get(page.path);
    walk.check(visit.status === 200, `${page.path} answers ${visit.status}`);
  }
  for (const experience of walk.pages.experiences) {
    await guarded(walk, `experience ${experience.name}`, () => walkExperience(walk, experience));
  }
  await walkLogout(walk);
  return walk;
}

async function guarded(walk: Walk, what: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    walk.problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function walkLogin(walk: Walk, app: RunningApplication): Promise<void> {
  const { browser, check } = walk;
  const health = await browser.get('/health');
  check(health.status === 200 && /^\{\s*"status"\s*:\s*"ok"\s*\}\s*$/.test(health.body), '/health is not ok');
  const outside = await browser.get('/');
  check(outside.path.startsWith('/login/'), `/ without a login leads to ${outside.path}`);
  const wrong = await browser.send(
    fillForm(outside, { Username: app.username, Password: 'certainly-not-it' }),
    outside,
  );
  check(wrong.path.startsWith('/login/'), 'a wrong password lets people in');
  const inside = await browser.send(
    fillForm(wrong, { Username: app.username, Password: app.password }),
    wrong,
  );
  check(
    inside.status === 200 && inside.path === '/',
    `logging in leads to ${inside.path} (${inside.status})`,
  );
}

async function walkHome({ browser, check, pages }: Walk): Promise<void> {
  const home = await browser.get('/');
  const links = linksOf(home);
  for (const link of [...pages.home.lists, ...pages.home.experiences]) {
    check(links.includes(link.path), `home has no link to ${link.path}`);
  }
  const unknown = await browser.get('/no-such-page/');
  check(unknown.status === 404, `an unknown page answers ${unknown.status}`);
}

async function walkLogout({ browser, check }: Walk): Promise<void> {
  const home = await browser.get('/');
  const form = home.document
    .querySelectorAll('form')
    .find((each) => each.getAttribute('action') === '/logout/');
  if (!check(form !== undefined, 'no page has a button to log out')) return;
  const fields = new URLSearchParams();
  for (const input of form!.querySelectorAll('input')) {
    fields.append(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '');
  }
  await browser.send({ method: 'post', action: '/logout/', fields }, home);
  const after = await browser.get('/');
  check(after.path.startsWith('/login/'), 'logging out does not log out');
}

/** Paths that a page links to. */
export function linksOf(visit: Visit): string[] {
  return visit.document.querySelectorAll('a[href]').map((link) => link.getAttribute('href')!);
}

/** Texts of the rows of a list. */
export function rowsOf(visit: Visit): string[] {
  return visit.document.querySelectorAll('main tbody tr').map(textOf);
}

/** Entities after those that they need. */
function inOrderOfNeed({ spec, pages }: Walk): { pages: EntityPages; entity: EntitySpec }[] {
  const byName = new Map(spec.entities.map((entity) => [entity.name, entity]));
  const ordered = new Set<string>();
  const add = (name: string, path: readonly string[]): void => {
    if (ordered.has(name) || path.includes(name)) return;
    for (const field of byName.get(name)!.fields) {
      if (field.type.kind === 'ref' || field.type.kind === 'many') add(field.type.entity, [...path, name]);
    }
    ordered.add(name);
  };
  for (const { name } of spec.entities) add(name, []);
  const pagesOf = new Map(pages.entities.map((each) => [each.entity, each]));
  return [...ordered].flatMap((name) => {
    const own = pagesOf.get(name);
    return own === undefined ? [] : [{ pages: own, entity: byName.get(name)! }];
  });
}
