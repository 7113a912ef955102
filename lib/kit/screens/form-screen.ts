import { formInputs } from '../pages/entity-pages.ts';
import type { FormFieldModel } from '../pages/form-model.ts';
import type { PageLink } from '../pages/page-link.ts';
import type { FormPage, FreePage } from '../pages/page-model.ts';
import { actionParts, deleteParts, linkPart } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';
import type { ScreenPrinter } from './screen-printer.ts';
import { screenWords } from './screen-words.ts';

/** What stands on a form, first to last. */
export interface FormScreen {
  readonly words: typeof screenWords;
  readonly title: string;
  readonly purpose: string | null;
  /** The pages above it: the list, and the record's own. */
  readonly list: PageLink | null;
  readonly record: PageLink | null;
  /** What is entered, in all sections. */
  readonly inputs: readonly FormFieldModel[];
  /** A field has an input, or is only shown: then that is null. */
  readonly sections: readonly {
    readonly title: string;
    readonly fields: readonly {
      readonly label: string;
      readonly input: string | null;
      readonly value: string;
    }[];
  }[];
  /** At its head. */
  readonly actions: readonly string[];
  /** At its end. */
  readonly buttons: readonly string[];
}

/** A form over a record can be saved and left; one without an entity has the buttons that its surface names. */
export function formScreen(print: ScreenPrinter, page: FormPage | FreePage): FormScreen {
  const inputs = formInputs(page);
  // Before a record is made there is none at hand.
  const entity = page.kind === 'create' ? null : page.entity;
  const parts = (all: readonly ScreenPart[]): string[] => all.map((part) => print.part(part, entity));
  const links = actionParts(
    page.actions.filter(({ control }) => control === 'link'),
    entity,
  );
  const buttons: ScreenPart[] = page.actions
    .filter(({ control }) => control === 'submit')
    .map(({ name, label }, index) => savePart(label, name, index === 0));
  const over = page.kind === 'free' ? null : page;
  if (over !== null) {
    if (buttons.length === 0 && inputs.length > 0) buttons.push(savePart(screenWords.save, null, true));
    buttons.push(linkPart(screenWords.cancel, over.cancel));
  }
  return {
    words: screenWords,
    title: page.title,
    purpose: page.purpose,
    list: over?.list ?? null,
    record: over?.cancel?.takesId === true ? over.cancel : null,
    inputs,
    sections: page.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map((field) => ({
        label: field.label,
        input: field.shown === null ? print.input(field, page.entity) : null,
        value: field.shown === null ? '' : print.value(field.shown, page.entity!, 'page'),
      })),
    })),
    actions: parts([...links, ...deleteParts(over?.delete ?? null)]),
    buttons: parts(buttons),
  };
}

function savePart(label: string, action: string | null, isMain: boolean): ScreenPart {
  return { kind: 'submit', label, look: isMain ? 'main' : 'usual', action, isAlone: false };
}
