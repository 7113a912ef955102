import type { EntitySpec, FieldSpec, FormPage, ListPage } from '../../../lib/index.ts';
import type { Entry } from './forms.ts';
import { fillForm, isMarkedWrong } from './forms.ts';
import { inputsOf } from './entries.ts';
import { rowsOf } from './walk-application.ts';
import type { RunningApplication, Walk } from './walk-application.ts';

/** Addresses that look like pages of this site, and are of another one or of none. */
const foreignAddresses = [
  '//example.com/',
  '/.//example.com/',
  '/a/..//example.com/',
  '//localhost//example.com/',
  '/\\example.com/',
  '/\texample.com/',
  '//[',
  'https://example.com/',
  'javascript:alert(1)',
];

/** Looks at what strangers are sent: nothing leads to another site, and every page says what it may load. */
export async function walkStrangers({ check }: Walk, app: RunningApplication): Promise<void> {
  for (const next of foreignAddresses) {
    const login = await fetch(new URL(`/login/?next=${encodeURIComponent(next)}`, app.origin));
    const page = await login.text();
    const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
    const token = /name="(_csrf|csrfmiddlewaretoken)" value="([^"]+)"/.exec(page);
    if (!check(login.status === 200 && token !== null, `/login/?next=${next} answers ${login.status}`))
      continue;
    const answer = await fetch(new URL('/login/', app.origin), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookie.join('; '), origin: app.origin, referer: `${app.origin}/login/` },
      body: new URLSearchParams({
        [token![1]!]: token![2]!,
        username: app.username,
        password: app.password,
        next,
      }),
    });
    const location = answer.headers.get('location') ?? '';
    check(
      answer.status === 302 && new URL(location, app.origin).origin === app.origin,
      `logging in with next=${next} answers ${answer.status} and leads to ${location}`,
    );
  }
  const { headers } = await fetch(new URL('/login/', app.origin));
  const policy = headers.get('content-security-policy') ?? '';
  check(policy.includes("frame-ancestors 'none'"), `the content security policy is "${policy}"`);
  check(
    headers.get('x-frame-options') === 'DENY',
    `pages may be framed: ${headers.get('x-frame-options') ?? ''}`,
  );
  check(headers.get('x-content-type-options') === 'nosniff', 'browsers may guess content types');
  const missing = await fetch(new URL('/no-such-page/', app.origin), { redirect: 'manual' });
  check(
    missing.headers.getSetCookie().length === 0,
    'a stranger gets a session for a page that is not shown',
  );
}

/** Looks at page numbers that do not exist: the nearest page that does is shown. */
export async function walkPageNumbers({ browser, check }: Walk, list: ListPage): Promise<void> {
  const first = rowsOf(await browser.get(list.path)).join('\n');
  for (const page of ['0', '-1', '-99', 'abc', '1.9', '%00', '']) {
    const visit = await browser.get(`${list.path}?page=${page}`);
    check(
      visit.status === 200 && rowsOf(visit).join('\n') === first,
      `${list.path}?page=${page} is not the first page`,
    );
  }
  const last = rowsOf(await browser.get(`${list.path}?page=2`)).join('\n');
  for (const page of ['3', '99999999999999999999']) {
    const visit = await browser.get(`${list.path}?page=${page}`);
    check(rowsOf(visit).join('\n') === last, `${list.path}?page=${page} is not the last page`);
  }
}

/** Values that no database can keep: they are refused, and marked at their input. */
export async function walkUnstorable(
  walk: Walk,
  page: FormPage,
  entity: EntitySpec,
  entries: Readonly<Record<string, Entry>>,
): Promise<void> {
  for (const input of inputsOf(page)) {
    const field = entity.fields.find(({ name }) => name === input.field);
    for (const value of field === undefined ? [] : unstorableValues(field)) {
      const form = await walk.browser.get(page.path);
      const rest = { ...entries };
      delete rest[input.label];
      const answer = await walk.browser.send(fillForm(form, rest, { raw: { [input.label]: value } }), form);
      const where = `${page.path}: ${input.label} with ${JSON.stringify(value.slice(0, 20))}`;
      walk.check(
        answer.redirects === 0 && answer.status < 500 && isMarkedWrong(answer, input.label),
        `${where} answers ${answer.status} after ${answer.redirects} redirects, not marked at its input`,
      );
    }
  }
}

function unstorableValues({ type }: FieldSpec): readonly string[] {
  if (type.kind === 'json')
    return ['NaN', '[1e400]', '['.repeat(5000) + ']'.repeat(5000), '{"a": "\\u0000"}', '["\\ud800"]'];
  return type.kind === 'str' || type.kind === 'text' ? ['a\0b'] : [];
}
