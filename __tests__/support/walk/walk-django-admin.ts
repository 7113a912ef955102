import { openBrowser, textOf } from './browser.ts';
import type { Browser, Visit } from './browser.ts';
import { linksOf } from './walk-application.ts';
import type { RunningApplication } from './walk-application.ts';

/** Links of a list page that sort, filter or group it. */
const queries = /^\?(?!.*(?:_popup|_to_field))/;

/**
 * Clicks through Django's admin area: each model's list, its filters, sorting and search, the form for a new record, the
 * form over the first record, which is saved as it is, its history, and the choices of its autocomplete inputs.
 */
export async function walkDjangoAdmin(app: RunningApplication): Promise<{
  readonly problems: readonly string[];
  /** Paths of the models whose form over a record was saved. */
  readonly saved: readonly string[];
  /** Paths of all models. */
  readonly models: readonly string[];
  /** How many pages were looked at. */
  readonly visits: number;
}> {
  const browser = openBrowser(app.origin);
  const problems: string[] = [];
  const saved: string[] = [];
  let visits = 0;
  const visit = async (path: string): Promise<Visit> => {
    visits++;
    const page = await browser.get(path);
    if (page.status !== 200) problems.push(`${path} answers ${page.status}`);
    return page;
  };
  await logIn(browser, app);
  const index = await visit('/admin/');
  const models = [...new Set(linksOf(index).filter((link) => /^\/admin\/(?:app|auth)\/\w+\/$/.test(link)))];
  for (const model of models) {
    const list = await visit(model);
    const links = linksOf(list).filter((link) => queries.test(link));
    for (const link of new Set(links)) {
      const page = await visit(`${model}${link}`);
      if (page.path.includes('e=1')) problems.push(`${model}${link} is no query of the list`);
    }
    if (list.document.querySelector('#searchbar') === null) problems.push(`${model} has no search`);
    else await visit(`${model}?q=a`);
    const add = await visit(`${model}add/`);
    for (const select of add.document.querySelectorAll('select.admin-autocomplete')) {
      const names = ['app-label', 'model-name', 'field-name'];
      const [label, name, field] = names.map((each) => select.getAttribute(`data-${each}`));
      await visit(`/admin/autocomplete/?term=a&app_label=${label}&model_name=${name}&field_name=${field}`);
    }
    const record = linksOf(list).find((link) => link.startsWith(model) && link.endsWith('/change/'));
    if (record === undefined) continue;
    const form = await visit(record);
    await visit(record.replace('/change/', '/history/'));
    await visit(record.replace('/change/', '/delete/'));
    const answer = await browser.send(asShown(form), form);
    if (answer.redirects > 0) saved.push(model);
    else problems.push(`${record} cannot be saved as it is: ${errorsOf(answer)}`);
  }
  return { problems, saved, models, visits };
}

async function logIn(browser: Browser, app: RunningApplication): Promise<void> {
  const page = await browser.get('/admin/');
  const form = asShown(page);
  form.fields.set('username', app.username);
  form.fields.set('password', app.password);
  await browser.send(form, page);
}

/** The page's main form with what it shows; unlike the pages' own, its labels are Django's. */
function asShown(page: Visit) {
  const fields = new URLSearchParams();
  const form = page.document.querySelector('#content form[method=post]')!;
  for (const control of form.querySelectorAll('input, select, textarea')) {
    const name = control.getAttribute('name');
    const type = control.getAttribute('type');
    if (
      name === undefined ||
      type === 'submit' ||
      (type === 'checkbox' && !control.hasAttribute('checked'))
    ) {
      continue;
    }
    if (control.tagName === 'SELECT') {
      for (const option of control.querySelectorAll('option[selected]')) {
        fields.append(name, option.getAttribute('value') ?? '');
      }
    } else {
      const text = control.tagName === 'TEXTAREA' ? control.text.replace(/^\r?\n/, '') : null;
      fields.append(name, text ?? control.getAttribute('value') ?? (type === 'checkbox' ? 'on' : ''));
    }
  }
  return { method: 'post' as const, action: '', fields };
}

function errorsOf(page: Visit): string {
  return page.document
    .querySelectorAll('.errornote, .errorlist')
    .map((each) => textOf(each))
    .join(' ');
}
