import { formInputs } from '../pages/entity-pages.ts';
import type { FormFieldModel } from '../pages/form-model.ts';
import type { PageLink } from '../pages/page-link.ts';
import type { FormPage, FreePage } from '../pages/page-model.ts';
import { actionParts, deleteParts, linkPart } from './screen-part.ts';
import type { ScreenPart } from './screen-part.ts';
import type { ScreenPrinter } from './screen-printer.ts';
import { screenWords } from './screen-words.ts';

/**
 * What a form page shows, in order. Actions, buttons, inputs and values are template code made by a
 * `ScreenPrinter`.
 */
export interface FormScreen {
  readonly words: typeof screenWords;
  readonly title: string;
  readonly purpose: string | null;
  /** The entity's list, for the breadcrumbs; null: none. */
  readonly list: PageLink | null;
  /** The record's own page, for the breadcrumbs; null: none. */
  readonly record: PageLink | null;
  /** The inputs of all sections, without the fields that are only shown. */
  readonly inputs: readonly FormFieldModel[];
  /** `input` is null for a field that is only shown; `value` is empty for one with an input. */
  readonly sections: readonly {
    readonly title: string;
    readonly fields: readonly {
      readonly label: string;
      readonly input: string | null;
      readonly value: string;
    }[];
  }[];
  /** Actions at the top of the page. */
  readonly actions: readonly string[];
  /** Buttons at the end of the form. */
  readonly buttons: readonly string[];
}

/**
 * A form over a record has the submit buttons of its surface, or else Save, and a Cancel link; a form without
 * an entity has only the buttons of its surface.
 */
export function formScreen(print: ScreenPrinter, page: FormPage | FreePage): FormScreen {
  const inputs = formInputs(page);
  // A create form has no record that its links could refer to.
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
