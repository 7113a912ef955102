import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pageBackends, startApplication, type Application } from '../../support/browser/applications.ts';
import { logInWithoutScripts } from '../../support/browser/seed-records.ts';
import { repository } from '../../support/django-project.ts';
import { textOf, type Browser, type Visit } from '../../support/walk/browser.ts';
import { fillForm, findControl, isMarkedWrong, optionsOf, type Entry } from '../../support/walk/forms.ts';

const minutes = 60_000;
const shop = {
  name: 'shop',
  files: [join(repository, '__tests__', 'support', 'browser', 'shop.dsl')],
  root: 'shop',
};
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
});
