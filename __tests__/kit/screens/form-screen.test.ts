import { describe, expect, it } from '@jest/globals';
import type { FormPage, FreePage, PageModel } from '../../../lib/kit/pages/page-model.ts';
import { formScreen } from '../../../lib/kit/screens/form-screen.ts';
import { pagesOf, surface, ticket } from '../pages/page-specs.ts';
import { asWords } from './part-text.ts';

/** What stands on the form of a surface, in lines. */
function screenOf(model: PageModel, name: string): object {
  const page = model.bySurface[name] as FormPage | FreePage;
  const { list, record, sections, actions, buttons } = formScreen(asWords, page);
  const fields = sections.flatMap((section) => section.fields.map(({ input, value }) => input ?? value));
  return { above: [list?.path, record?.path], fields, actions, buttons };
}

describe('a form', () => {
  const model = pagesOf(
    ticket +
      surface('tickets', 'list', ['title']) +
      surface('one', 'view', ['title']) +
      surface(
        'add',
        'create',
        ['title', 'owner'],
        '  action keep "Keep":\n    on submit -> surface tickets\n  action more "Keep, and more":\n    on submit -> surface add\n',
      ) +
      surface('change', 'edit', ['title', 'created_at']) +
      `surface contact "Contact":\n  mode: custom\n  section main:\n    field message\n  action send "Send":\n    on submit -> surface tickets\n  action back "Back":\n    on click -> surface tickets\n`,
  );

  it('that makes a record has no record at hand, and the buttons of its actions', () => {
    expect(screenOf(model, 'add')).toEqual({
      above: ['/tickets/', undefined],
      fields: ['text title', 'record owner'],
      actions: [],
      buttons: [
        'save Keep as keep (main)',
        'save Keep, and more as more (usual)',
        'link Cancel -> /tickets/ (usual)',
      ],
    });
  });

  it('that changes a record can be saved without an action, and leads to what deletes it', () => {
    expect(screenOf(model, 'change')).toEqual({
      above: ['/tickets/', '/tickets/:id/'],
      fields: ['text title', 'Ticket.created_at in a page'],
      actions: ['link Delete -> /tickets/:id/delete/ (danger)'],
      buttons: ['save Save as null (main)', 'link Cancel -> /tickets/:id/ (usual)'],
    });
  });

  it('without an entity has no other buttons than those of its surface', () => {
    expect(screenOf(model, 'contact')).toEqual({
      above: [undefined, undefined],
      fields: ['text message'],
      actions: ['link Back -> /tickets/ (usual)'],
      buttons: ['save Send as send (main)'],
    });
  });

  it('that nothing is entered in has nothing to save, and leads home where nothing else is', () => {
    const alone = pagesOf(ticket + surface('seen', 'edit', ['created_at']));
    expect(screenOf(alone, 'seen')).toMatchObject({
      fields: ['Ticket.created_at in a page'],
      buttons: ['link Cancel -> / (usual)'],
    });
  });
});
