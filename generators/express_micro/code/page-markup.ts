import { fieldKinds, html, lookClasses, pageProtocol, screenWords } from '../../../lib/index.ts';
import type {
  Address,
  FormFieldModel,
  ListFilter,
  ScreenPart,
  ScreenPrinter,
  ShownField,
} from '../../../lib/index.ts';
import { objectCode, viewCode } from './javascript.ts';

const dash = '<span class="muted">–</span>';

/** Writes the parts of a page as EJS markup, in which `record` is the record of the page or of the table row. */
export const pagePrinter: ScreenPrinter = {
  part: partMarkup,
  value: (field, _, where) => valueMarkup(field, where),
  link: (field, _, page) => linkMarkup(field, page),
  input: fieldMarkup,
};

function valueMarkup(field: ShownField, where: 'cell' | 'page'): string {
  const value = `record.values.${field.field}`;
  const { display } = fieldKinds[field.kind];
  const present = presentMarkup(field, where);
  if (display === 'yes-no') return present;
  if (display === 'records') {
    const links = `record.links.${field.field}`;
    return `<% ${links}.forEach((other, index) => { %><% if (index > 0) { %>, <% } %>${present}<% }) %><% if (${links}.length === 0) { %>${dash}<% } %>`;
  }
  return field.isNeverEmpty
    ? present
    : `<% if (${value} !== null) { %>${present}<% } else { %>${dash}<% } %>`;
}

function presentMarkup(field: ShownField, where: 'cell' | 'page'): string {
  const value = `record.values.${field.field}`;
  const text = `<%= ${textCode(field)} %>`;
  const { display } = fieldKinds[field.kind];
  switch (display) {
    case 'plain':
    case 'decimal':
    case 'yes-no':
    case 'date':
    case 'time':
    case 'date-time':
      return text;
    case 'badge':
      return `<span class="badge">${text}</span>`;
    case 'long-text':
      return where === 'cell' ? text : `<div class="preformatted"><%= ${value} %></div>`;
    case 'json':
      return where === 'cell' ? text : `<pre class="preformatted"><%= asJson(${value}) %></pre>`;
    case 'mail-address':
      return `<a href="mailto:<%= encodeURIComponent(${value}).replaceAll('%40', '@') %>"><%= ${value} %></a>`;
    case 'web-address':
      return `<%- include('/partials/web-address', { address: ${value} }) %>`;
    case 'record':
      return recordLink(field.targetPage, value, `record.labels.${field.field}`);
    case 'records':
      return recordLink(field.targetPage, 'other.key', 'other.label');
  }
}

/** An expression for a field's value as text on one line; long text and JSON are cut. */
function textCode(field: ShownField): string {
  const value = `record.values.${field.field}`;
  const { display } = fieldKinds[field.kind];
  switch (display) {
    case 'yes-no':
      return `asYesNo(${value})`;
    case 'time':
      return `asTime(${value})`;
    case 'date-time':
      return `asDateTime(${value})`;
    case 'decimal':
      return `asDecimal(${value}, ${field.scale})`;
    case 'long-text':
      return `shorten(${value})`;
    case 'json':
      return `shorten(asJson(${value}))`;
    case 'badge':
    case 'record':
      return `record.labels.${field.field}`;
    case 'plain':
    case 'date':
    case 'mail-address':
    case 'web-address':
    case 'records':
      return value;
  }
}

/**
 * A link to the record's page with the field's value as its text: the record's label instead where the value is null or
 * cannot be the text of a link.
 */
function linkMarkup(field: ShownField, page: Address): string {
  const text = textCode(field);
  const present = field.isNeverEmpty
    ? text
    : `record.values.${field.field} === null ? record.label : ${text}`;
  return recordLink(page, 'record.key', fieldKinds[field.kind].isLinkText ? present : 'record.label');
}

function recordLink(page: Address | null, key: string, text: string): string {
  const shown = `<%= ${text} %>`;
  return page === null ? shown : `<a href="${addressMarkup(page, key)}">${shown}</a>`;
}

/** The markup of a page's address; `key` is the code of the key that replaces `:id`. */
function addressMarkup({ path }: Pick<Address, 'path'>, key: string): string {
  return path.replace(':id', keyMarkup(key));
}

function keyMarkup(key: string): string {
  return `<%= encodeURIComponent(${key}) %>`;
}

function fieldMarkup(field: FormFieldModel): string {
  const attributes: Record<string, string | number> = {
    ...(field.placeholder === null ? {} : { placeholder: field.placeholder }),
    ...(field.maxLength === null ? {} : { maxlength: field.maxLength }),
    ...(field.step === null ? {} : { step: field.step }),
    ...(field.min === null ? {} : { min: field.min }),
    ...(field.max === null ? {} : { max: field.max }),
    ...(field.input === 'time' || field.input === 'datetime-local' ? { step: 'any' } : {}),
  };
  return includeField('form', {
    name: field.field,
    label: field.label,
    input: inputOf(field.input),
    ...(field.input === 'records' ? { multiple: true } : {}),
    ...(field.required ? { required: true } : {}),
    ...(field.help === null ? {} : { help: field.help }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  });
}

const filterInputs: Readonly<Record<ListFilter['control'], string>> = {
  choice: 'select',
  record: 'select',
  'yes-no': 'select',
  text: 'text',
  uuid: 'text',
  time: 'text',
  number: 'number',
  date: 'date',
};

/** The EJS include that shows the input of a list's filter. */
export function filterMarkup(filter: ListFilter): string {
  const input = filterInputs[filter.control];
  return includeField('list.filters', {
    name: filter.parameter,
    label: filter.label,
    input,
    ...(input === 'select' ? { empty: screenWords.all } : {}),
    ...(input === 'number' ? { attributes: { step: 'any' } } : {}),
  });
}

/** The EJS include of `partials/field`; `form` is the code of the view's form object, `options` are plain values. */
export function includeField(form: string, options: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(options).map(([name, value]) => [name, viewCode(value)]);
  const code = objectCode({ form, ...Object.fromEntries(entries) });
  return `<%- include('/partials/field', ${code}) %>`;
}

function inputOf(input: FormFieldModel['input']): string {
  if (input === 'json') return 'textarea';
  return input === 'record' || input === 'records' ? 'select' : input;
}

function partMarkup(part: ScreenPart): string {
  const [look, label] = [lookClasses[part.look], html(part.label)];
  if (part.kind === 'link') {
    const { record, query } = part.address;
    const ref = record?.kind === 'ref' ? `record.values.${record.field}` : null;
    const parameter = query === null ? '' : `?${query.name}=${query.before}${keyMarkup('record.key')}`;
    const url = addressMarkup(part.address, ref ?? 'record.key') + parameter;
    const link = `<a class="${look}" href="${url}">${label}</a>`;
    return ref === null ? link : `<% if (${ref} !== null) { %>${link}<% } %>`;
  }
  const name = part.action === null ? '' : ` name="${pageProtocol.form.action}" value="${html(part.action)}"`;
  const button = `<button class="${look}" type="submit"${name}>${label}</button>`;
  return part.isAlone ? `<form method="post"><%- include('/partials/csrf') %>${button}</form>` : button;
}
