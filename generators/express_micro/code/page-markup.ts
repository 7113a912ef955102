import { fieldKinds, html, isNeverEmpty, screenWords } from '../../../lib/index.ts';
import type {
  AppSpec,
  EntityPages,
  FieldSpec,
  FormFieldModel,
  ListFilter,
  PageLink,
  PageModel,
  PartLook,
  ScreenPart,
  ShownField,
  Target,
} from '../../../lib/index.ts';
import { objectCode, viewCode } from './javascript.ts';

const dash = '<span class="muted">–</span>';

/** What the markup of a page is made from. */
export interface MarkupScope {
  readonly spec: AppSpec;
  readonly pages: PageModel;
}

/** The value of a field as a view shows it; `where` tells apart a table's cell and a record's page. */
export function valueMarkup(
  scope: MarkupScope,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
  const value = `record.values.${field.field}`;
  const { display } = fieldKinds[field.kind];
  const present = presentMarkup(scope, entity, field, where);
  if (display === 'yes-no') return present;
  if (display === 'records') {
    const links = `record.links.${field.field}`;
    return `<% ${links}.forEach((other, index) => { %><% if (index > 0) { %>, <% } %>${present}<% }) %><% if (${links}.length === 0) { %>${dash}<% } %>`;
  }
  return isNeverEmpty(fieldOf(scope, entity, field.field))
    ? present
    : `<% if (${value} !== null) { %>${present}<% } else { %>${dash}<% } %>`;
}

function presentMarkup(
  scope: MarkupScope,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
  const value = `record.values.${field.field}`;
  const text = `<%= ${textCode(scope, entity, field)} %>`;
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
      return linkedText(scope, field.target!, value, `record.labels.${field.field}`);
    case 'records':
      return linkedText(scope, field.target!, 'other.key', 'other.label');
  }
}

/** The short text of a value, as an expression. */
function textCode(scope: MarkupScope, entity: string, field: ShownField): string {
  const value = `record.values.${field.field}`;
  const { display } = fieldKinds[field.kind];
  switch (display) {
    case 'yes-no':
      return `asYesNo(${value})`;
    case 'time':
      return `asTime(${value})`;
    case 'date-time':
      return `asDateTime(${value})`;
    case 'decimal': {
      const { type } = fieldOf(scope, entity, field.field);
      return `asDecimal(${value}, ${type.kind === 'decimal' ? type.scale : 0})`;
    }
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

/** The text of a list's first column: a link to the record, never empty. */
export function linkedValueMarkup(scope: MarkupScope, entity: string, field: ShownField): string {
  const page = recordPath(scope, entity);
  if (page === null) return valueMarkup(scope, entity, field, 'cell');
  const text = textCode(scope, entity, field);
  const isSafe = isNeverEmpty(fieldOf(scope, entity, field.field));
  const present = isSafe ? text : `record.values.${field.field} === null ? record.label : ${text}`;
  const shown = fieldKinds[field.kind].isLinkText ? present : 'record.label';
  return `<a href="${page.replace(':id', keyMarkup('record.key'))}"><%= ${shown} %></a>`;
}

function linkedText(scope: MarkupScope, entity: string, key: string, label: string): string {
  const page = recordPath(scope, entity);
  if (page === null) return `<%= ${label} %>`;
  return `<a href="${page.replace(':id', keyMarkup(key))}"><%= ${label} %></a>`;
}

/** The address of an entity's record page with `:id` in it, or null. */
export function recordPath(scope: MarkupScope, entity: string): string | null {
  const { recordPage } = pagesOf(scope, entity);
  return recordPage === null ? null : scope.pages.bySurface[recordPage]!.path;
}

/** The pages of an entity. */
export function pagesOf(scope: MarkupScope, entity: string): EntityPages {
  return scope.pages.entities.find((candidate) => candidate.entity === entity)!;
}

function keyMarkup(key: string): string {
  return `<%= encodeURIComponent(${key}) %>`;
}

function fieldOf(scope: MarkupScope, entity: string, name: string): FieldSpec {
  return scope.spec.entities
    .find((candidate) => candidate.name === entity)!
    .fields.find((candidate) => candidate.name === name)!;
}

/** The include of an input. `form` is an expression for the form it belongs to. */
export function fieldMarkup(field: FormFieldModel, form = 'form'): string {
  const attributes: Record<string, string | number> = {
    ...(field.placeholder === null ? {} : { placeholder: field.placeholder }),
    ...(field.maxLength === null ? {} : { maxlength: field.maxLength }),
    ...(field.step === null ? {} : { step: field.step }),
    ...(field.min === null ? {} : { min: field.min }),
    ...(field.max === null ? {} : { max: field.max }),
    ...(field.input === 'time' || field.input === 'datetime-local' ? { step: 'any' } : {}),
  };
  return includeField(form, {
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

/** The include of a list's filter. */
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

/** The include of an input with ready options. */
export function includeField(form: string, options: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(options).map(([name, value]) => [name, viewCode(value)]);
  const code = objectCode({ form, ...Object.fromEntries(entries) });
  return `<%- include('/partials/field', ${code}) %>`;
}

function inputOf(input: FormFieldModel['input']): string {
  if (input === 'json') return 'textarea';
  return input === 'record' || input === 'records' ? 'select' : input;
}

/** The address of a page of the same entity. */
function linkUrl(link: PageLink): string {
  return link.path.replace(':id', keyMarkup('record.key'));
}

const looks: Readonly<Record<PartLook, string>> = {
  main: 'button button-primary',
  danger: 'button button-danger',
  small: 'button button-small',
  usual: 'button',
};

/** Something to press; `entity` is that of the record at hand, null where there is none. */
export function partMarkup(part: ScreenPart, entity: string | null): string {
  const look = looks[part.look];
  switch (part.kind) {
    case 'link':
      return buttonLink(part.link === null ? '/' : linkUrl(part.link), part.label, look);
    case 'save':
      return `<button class="${look}" type="submit"${part.action === null ? '' : actionName(part.action)}>${html(part.label)}</button>`;
    case 'action': {
      const { name, label, target } = part.action;
      if (target.kind === 'integration')
        return `<form method="post"><%- include('/partials/csrf') %><button class="${look}" type="submit"${actionName(name)}>${html(label)}</button></form>`;
      const link = buttonLink(targetUrl(entity, target), label, look);
      if (target.kind !== 'page' || target.record?.kind !== 'ref') return link;
      return `<% if (record.values.${target.record.field} !== null) { %>${link}<% } %>`;
    }
  }
}

function buttonLink(url: string, label: string, look: string): string {
  return `<a class="${look}" href="${url}">${html(label)}</a>`;
}

function actionName(name: string): string {
  return ` name="_action" value="${html(name)}"`;
}

function targetUrl(entity: string | null, target: Target): string {
  if (target.kind === 'home' || target.kind === 'integration') return '/';
  if (target.kind === 'experience') {
    return target.carriesRecord ? `${target.path}?record=${entity}:${keyMarkup('record.key')}` : target.path;
  }
  const key = target.record?.kind === 'ref' ? `record.values.${target.record.field}` : 'record.key';
  const prefill = target.prefill === null ? '' : `?${target.prefill}=${keyMarkup('record.key')}`;
  return target.path.replace(':id', keyMarkup(key)) + prefill;
}
