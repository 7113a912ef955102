import type { HTMLElement } from 'node-html-parser';
import type { FilledForm, Visit } from './browser.ts';
import { textOf } from './browser.ts';

/** What a person enters: text, a tick, the text of an option, or those of several. */
export type Entry = string | boolean | readonly string[];

/** The control that a person finds by its label, or undefined. */
export function findControl(visit: Visit, label: string): HTMLElement | undefined {
  for (const element of visit.document.querySelectorAll('main label')) {
    if (labelText(element) !== label) continue;
    const id = element.getAttribute('for');
    const control =
      id === undefined
        ? element.querySelector('input, select, textarea')
        : visit.document
            .querySelectorAll('input, select, textarea')
            .find((each) => each.getAttribute('id') === id);
    if (control) return control;
  }
  return undefined;
}

/** A label's words, without the marks that say whether the field is required. */
function labelText(label: HTMLElement): string {
  return textOf(label)
    .replace(/\s*(?:\*|\((?:required|optional)\))\s*$/i, '')
    .trim();
}

/** Claims that the page marks the control as wrong. */
export function isMarkedWrong(visit: Visit, label: string): boolean {
  return findControl(visit, label)?.getAttribute('aria-invalid') === 'true';
}

/** The texts of a select's options with a value. */
export function optionsOf(control: HTMLElement): { value: string; text: string }[] {
  return control
    .querySelectorAll('option')
    .map((option) => ({ value: option.getAttribute('value') ?? textOf(option), text: textOf(option) }))
    .filter(({ value }) => value !== '');
}

/**
 * The form that has the labelled controls, filled in; other controls keep what they show. `button` is the text of the
 * submit button to press (default: the first). Throws where a label, an option or the button is missing.
 */
export function fillForm(
  visit: Visit,
  entries: Readonly<Record<string, Entry>>,
  { button, raw = {} }: { readonly button?: string; readonly raw?: Readonly<Record<string, string>> } = {},
): FilledForm {
  const form = formWith(visit, Object.keys({ ...entries, ...raw }), button);
  const fields = new URLSearchParams();
  const entered = new Map<HTMLElement, Entry>();
  for (const [label, entry] of Object.entries(entries)) entered.set(findControl(visit, label)!, entry);
  const typed = new Map<HTMLElement, string>();
  for (const [label, text] of Object.entries(raw)) typed.set(findControl(visit, label)!, text);
  for (const control of form.querySelectorAll('input, select, textarea')) {
    const name = control.getAttribute('name');
    if (name === undefined || control.hasAttribute('disabled')) continue;
    const text = typed.get(control);
    if (text !== undefined) fields.append(name, text);
    else for (const value of valuesOf(control, entered.get(control))) fields.append(name, value);
  }
  const pressed = buttonOf(form, button);
  const name = pressed?.getAttribute('name');
  if (pressed !== undefined && name !== undefined) fields.append(name, pressed.getAttribute('value') ?? '');
  const action = pressed?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  return { method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get', action, fields };
}

function formWith(visit: Visit, labels: readonly string[], button: string | undefined): HTMLElement {
  for (const label of labels) {
    if (findControl(visit, label) === undefined)
      throw new Error(`${visit.path} has no input labelled "${label}"`);
  }
  const forms = visit.document.querySelectorAll('main form');
  const controls = labels.map((label) => findControl(visit, label)!);
  const form = forms.find(
    (candidate) =>
      controls.every((control) => candidate.querySelectorAll('input, select, textarea').includes(control)) &&
      (controls.length > 0 || candidate.getAttribute('method')?.toLowerCase() === 'post') &&
      (button === undefined || buttonOf(candidate, button) !== undefined),
  );
  if (form === undefined)
    throw new Error(`${visit.path} has no form with ${[...labels, button ?? ''].join(', ')}`);
  return form;
}

function buttonOf(form: HTMLElement, text: string | undefined): HTMLElement | undefined {
  const buttons = form
    .querySelectorAll('button, input[type=submit]')
    .filter((button) => (button.getAttribute('type') ?? 'submit') === 'submit');
  return text === undefined ? buttons[0] : buttons.find((button) => textOf(button) === text);
}

function valuesOf(control: HTMLElement, entry: Entry | undefined): string[] {
  const tag = control.tagName.toLowerCase();
  if (tag === 'select') return selected(control, entry);
  if (tag === 'textarea') return [String(entry ?? control.text.replace(/^\r?\n/, ''))];
  const type = control.getAttribute('type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') {
    const ticked = entry === undefined ? control.hasAttribute('checked') : entry === true || entry === 'true';
    return ticked ? [control.getAttribute('value') ?? 'on'] : [];
  }
  if (['submit', 'button', 'image', 'reset', 'file'].includes(type)) return [];
  return [String(entry ?? control.getAttribute('value') ?? '')];
}

function selected(control: HTMLElement, entry: Entry | undefined): string[] {
  const options = control.querySelectorAll('option');
  if (entry === undefined) {
    const chosen = options.filter((option) => option.hasAttribute('selected'));
    const shown = chosen.length > 0 || control.hasAttribute('multiple') ? chosen : options.slice(0, 1);
    return shown.map((option) => option.getAttribute('value') ?? textOf(option));
  }
  const texts = typeof entry === 'object' ? entry : [String(entry)];
  return texts.map((text) => {
    const option = options.find((each) => textOf(each) === text);
    if (option === undefined) throw new Error(`"${control.getAttribute('name')}" has no option "${text}"`);
    return option.getAttribute('value') ?? text;
  });
}
