import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pageBackends, startApplication, type Application } from '../../support/browser/applications.ts';
import { logInWithoutScripts } from '../../support/browser/seed-records.ts';
import { repository } from '../../support/django-project.ts';
import { openBrowser, textOf, type Browser, type Visit } from '../../support/walk/browser.ts';
import { fillForm, findControl, isMarkedWrong, optionsOf, type Entry } from '../../support/walk/forms.ts';

const minutes = 60_000;
const shop = {
  name: 'shop',
  files: [join(repository, '__tests__', 'support', 'browser', 'shop.dsl')],
  root: 'shop',
};
/** What is entered under a label, and what is then said about it. */
const wrong: readonly (readonly [label: string, entered: string, said: string])[] = [
  ['Code in %', '', 'Code in % is required'],
  ['Code in %', 'ABCDEF', 'Code in % is longer than its max length of 5'],
  ['Code in %', 'abc', 'Code in % does not match the pattern ^[A-Z]+$'],
  ['Mail', 'nobody', 'Mail is not an email address'],
  ['Mail', 'anna@example.com', 'Mail must be unique: this one already exists'],
  ['Home page', 'no page', 'Home page is not a web address'],
  ['Stars', 'many', 'Stars is not a whole number'],
  ['Stars', '1.5', 'Stars is not a whole number'],
  ['Stars', '0', 'Stars must be at least 1'],
  ['Stars', '6', 'Stars must be at most 5'],
  ['Price', 'cheap', 'Price is not a number'],
  ['Price', '0.49', 'Price must be at least 0.50'],
  ['Price', '999.01', 'Price must be at most 999.00'],
  ['Price', '1.234', 'Price has more than 2 decimal places'],
  ['Price', '12345.6', 'Price has more than 4 digits before the point'],
  ['Price', '12345.67', 'Price has more than 6 digits'],
  ['Weight', 'heavy', 'Weight is not a number'],
  ['Weight', '0.25', 'Weight must be at least 0.5'],
  ['Day', '', 'Day is required'],
  ['Day', '2024-02-30', 'Day is not a date'],
  ['At', '25:00', 'At is not a time'],
  ['Moment', 'soon', 'Moment is not a date and time'],
  ['Key', 'key', 'Key is not a UUID'],
  ['Extra', '{', 'Extra is not valid JSON'],
  ['Kind', '', 'Kind is required'],
  ['Kind', 'huge', 'Kind has an invalid choice: huge'],
  ['Owner', '', 'Owner is required'],
  ['Owner', 'nobody', 'Owner was not found: nobody'],
  ['Tags', 'none', 'Tags were not found: none'],
];
const names = ['Ulrich', 'anna', 'Mia', 'Zoe', 'bert', 'Ada', 'Olga', 'carl'];
const inOrder = ['Ada', 'anna', 'bert', 'carl', 'Mia', 'Olga', 'Ulrich', 'Zoe'];

describe.each(pageBackends)('the forms of %s', (backend) => {
  let app: Application;
  let browser: Browser;
  const save = async (path: string, entries: Record<string, Entry>): Promise<Visit> => {
    const form = await browser.get(path);
    return browser.send(fillForm(form, entries), form);
  };
  const choicesOf = (visit: Visit, label: string): string[] =>
    optionsOf(findControl(visit, label)!).map(({ text }) => text);
  const shownAt = (visit: Visit, label: string): string[] => {
    const entry = visit.document.querySelectorAll('dl > div').find((each) => textOf(each).startsWith(label));
    return textOf(entry!.querySelector('dd')!).split(', ');
  };

  beforeAll(async () => {
    app = await startApplication(backend, shop);
    browser = await logInWithoutScripts(app);
    for (const Name of names) {
      await save('/people/new/', { Name });
      await save('/tags/new/', { Name });
    }
    await save('/tags/new/', { Name: '' });
  }, 5 * minutes);
  afterAll(() => app?.stop());

  it(
    'offer records by what they are called, as do filters, and pages show them so',
    async () => {
      const form = await browser.get('/things/new/');
      const nameless = choicesOf(form, 'Tags').at(-1)!;
      expect(nameless).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      expect(choicesOf(form, 'Editors')).toEqual(inOrder);
      expect(choicesOf(form, 'Owner')).toEqual(inOrder);
      expect(choicesOf(form, 'Tags')).toEqual([...inOrder, nameless]);
      const entries = { Owner: 'Zoe', Editors: names, Tags: [...names, nameless] };
      for (const Name of ['Pear', 'apple']) await save('/things/new/', { Name, ...entries });
      const thing = await save('/things/new/', { Name: 'Plum', Sisters: ['Pear', 'apple'], ...entries });
      expect(shownAt(thing, 'Editors')).toEqual(inOrder);
      expect(shownAt(thing, 'Tags')).toEqual([...inOrder, nameless]);
      expect(shownAt(thing, 'Sisters')).toEqual(['apple', 'Pear']);
      const list = await browser.get('/things/');
      expect(choicesOf(list, 'Owner')).toEqual(inOrder);
      expect(choicesOf(list, 'Tags')).toEqual([...inOrder, nameless]);
      const cells = list.document.querySelectorAll('td[data-label="Tags"]').map(textOf);
      expect(cells).toEqual(Array(3).fill([...inOrder, nameless].join(', ')));
    },
    2 * minutes,
  );

  it(
    'want at least one record where many are required, in the admin area too',
    async () => {
      const before = (await browser.get('/things/')).document.querySelectorAll('tbody tr').length;
      for (const path of ['/things/new/', backend === 'express_micro' ? '/admin/things/new/' : null]) {
        if (path === null) continue;
        const refused = await save(path, { Name: 'Nobody edits this', Owner: 'Ada' });
        expect(refused.document.querySelectorAll('.field-error')).toHaveLength(1);
        expect(isMarkedWrong(refused, 'Editors')).toBe(true);
      }
      const after = await browser.get('/things/');
      expect(after.document.querySelectorAll('tbody tr')).toHaveLength(before);
    },
    2 * minutes,
  );

  it(
    'say the same about wrong values beside the field and in the summary, which leads there',
    async () => {
      const right = {
        'Code in %': 'ABC',
        Mail: 'anna@example.com',
        Day: '2024-02-29',
        Kind: 'Small',
        Owner: 'Ada',
        Tags: ['Ada'],
        Row: '1',
        Seat: '2',
      };
      expect((await save('/entries/new/', right)).redirects).toBe(1);
      const found: (readonly string[])[] = [];
      for (const [label, entered] of wrong) {
        const form = await browser.get('/entries/new/');
        const others = { ...right, Mail: 'bert@example.com', Row: '2' };
        const raw = { [label]: entered };
        const filled = fillForm(form, omit(others, label), { raw });
        const refused = await browser.send(filled, form);
        const beside = refused.document.querySelectorAll('.field-error').map(textOf);
        const links = refused.document.querySelectorAll('.error-summary a');
        const control = findControl(refused, label)!;
        expect(links.map((link) => link.getAttribute('href'))).toEqual([`#${control.getAttribute('id')}`]);
        expect(links.map(textOf)).toEqual(beside);
        found.push([label, entered, beside.join('; ')]);
      }
      expect(found).toEqual(wrong);
      const together = await save('/entries/new/', { ...right, Mail: 'bert@example.com' });
      expect(together.document.querySelectorAll('.error-summary li').map(textOf)).toEqual([
        'Row and Seat must be unique together: this combination already exists',
      ]);
    },
    2 * minutes,
  );

  it(
    'say so in filters and at the login too',
    async () => {
      const list = await browser.get('/entries/?stars=many&day=soon&key=key');
      expect(list.document.querySelectorAll('.field-error').map(textOf)).toEqual([
        'Stars is not a number',
        'Day is not a date',
        'Key is not a UUID',
      ]);
      const stranger = openBrowser(app.origin);
      const login = await stranger.get('/login/');
      const refused = await stranger.send(fillForm(login, { Username: '', Password: '' }), login);
      expect(refused.document.querySelectorAll('.field-error').map(textOf)).toEqual([
        'Username is required',
        'Password is required',
      ]);
    },
    2 * minutes,
  );
});

function omit(entries: Readonly<Record<string, Entry>>, label: string): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== label));
}
