import type { FormFieldModel } from '../pages/form-model.ts';
import type { FormPage, FreePage, PageLink } from '../pages/page-model.ts';
import { actionParts, deleteParts } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';
import { screenWords } from './screen-words.ts';

/** What stands on a form, first to last. */
export interface FormScreen {
  /** The entity of the record at hand; null where there is none, or none yet. */
  readonly entity: string | null;
  /** The pages above it: the list, and the record's own. */
  readonly list: PageLink | null;
  readonly record: PageLink | null;
  /** What is entered, in all sections. */
  readonly inputs: readonly FormFieldModel[];
  /** At its head. */
  readonly actions: readonly ScreenPart[];
  /** At its end. */
  readonly buttons: readonly ScreenPart[];
}

/** A form over a record can be saved and left; one without an entity has the buttons that its surface names. */
export function formScreen(page: FormPage | FreePage): FormScreen {
  const inputs = page.sections.flatMap(({ fields }) => fields.filter((field) => !field.isReadOnly));
  const links = actionParts(page.actions.filter(({ control }) => control === 'link'));
  const submits = page.actions
    .filter(({ control }) => control === 'submit')
    .map(({ name, label }, index) => savePart(label, name, index === 0));
  if (page.kind === 'free')
    return { entity: null, list: null, record: null, inputs, actions: links, buttons: submits };
  const isSaved = submits.length === 0 && inputs.length > 0;
  return {
    entity: page.kind === 'create' ? null : page.entity,
    list: page.list,
    record: page.cancel?.takesId === true ? page.cancel : null,
    inputs,
    actions: [...links, ...deleteParts(page.delete)],
    buttons: [
      ...submits,
      ...(isSaved ? [savePart(screenWords.save, null, true)] : []),
      { kind: 'link', label: screenWords.cancel, link: page.cancel, look: 'usual' },
    ],
  };
}

function savePart(label: string, action: string | null, isMain: boolean): ScreenPart {
  return { kind: 'save', label, action, look: isMain ? 'main' : 'usual' };
}
