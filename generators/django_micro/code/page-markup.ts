import { fieldKinds, html, longestCell, lookClasses, pageProtocol } from '../../../lib/index.ts';
import type {
  Address,
  DisplayKind,
  ScreenPart,
  ScreenPrinter,
  ShownField,
  TargetAddress,
} from '../../../lib/index.ts';
import { freeName } from './page-names.ts';
import { parameterOf } from './web-scope.ts';
import type { WebScope } from './web-scope.ts';

/** Prints what stands on pages for Django templates, where the record of a page is called `record`. */
export function pagePrinter(web: WebScope): ScreenPrinter {
  return {
    part: (part, entity) => partMarkup(web, part, entity),
    value: (field, entity, where) => valueMarkup(web, entity, field, where),
    link: (field, entity, page) => linkMarkup(web, entity, field, page),
    input: ({ field, isFreeText }, entity) => (isFreeText ? freeName(field) : web.attribute(entity!, field)),
  };
}

const dash = '<span class="muted">–</span>';

/** The template filters that turn a value into a short text, by the way it is displayed; empty: none. */
const textFilters: Readonly<Record<DisplayKind, string>> = {
  plain: '',
  decimal: '',
  'yes-no': '|yesno:"Yes,No,–"',
  badge: '',
  date: '|date:"Y-m-d"',
  time: '|time:"H:i"',
  'date-time': '|date:"Y-m-d H:i"',
  'long-text': `|truncatechars:${longestCell}`,
  json: `|as_json|truncatechars:${longestCell}`,
  'mail-address': '',
  'web-address': '',
  record: '',
  records: '',
};

function valueMarkup(web: WebScope, entity: string, field: ShownField, where: 'cell' | 'page'): string {
  const value = `record.${web.attribute(entity, field.field)}`;
  const { display } = fieldKinds[field.kind];
  const present = presentMarkup(web, entity, field, where);
  if (display === 'yes-no') return present;
  if (display === 'records')
    return `{% for other in ${value}.all %}${present}{% if not forloop.last %}, {% endif %}{% empty %}${dash}{% endfor %}`;
  return field.isNeverEmpty ? present : `{% if ${value} is not None %}${present}{% else %}${dash}{% endif %}`;
}

function presentMarkup(web: WebScope, entity: string, field: ShownField, where: 'cell' | 'page'): string {
  const value = `record.${web.attribute(entity, field.field)}`;
  const text = `{{ ${textCode(web, entity, field)} }}`;
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
      return where === 'cell' ? text : `<div class="preformatted">{{ ${value} }}</div>`;
    case 'json':
      return where === 'cell' ? text : `<pre class="preformatted">{{ ${value}|as_json }}</pre>`;
    case 'mail-address':
      return `<a href="mailto:{{ ${value}|urlencode:"@" }}">{{ ${value} }}</a>`;
    case 'web-address':
      return `{{ ${value}|urlize }}`;
    case 'record':
      return recordLink(field.targetPage, `${value}_id`, value);
    case 'records':
      return recordLink(field.targetPage, 'other.pk', 'other');
  }
}

/** The short text of a value as a template expression without braces: `record.due_on|date:"Y-m-d"`. */
function textCode(web: WebScope, entity: string, field: ShownField): string {
  const attribute = web.attribute(entity, field.field);
  const { display } = fieldKinds[field.kind];
  return display === 'badge'
    ? `record.get_${attribute}_display`
    : `record.${attribute}${textFilters[display]}`;
}

/**
 * A link to the page of the record. It shows the value of the field, or what the record is called where that
 * value is empty or cannot be a link's text.
 */
function linkMarkup(web: WebScope, entity: string, field: ShownField, page: Address): string {
  const text = textCode(web, entity, field);
  const shown = field.isNeverEmpty ? text : `${text}|default:record`;
  return recordLink(page, 'record.pk', fieldKinds[field.kind].isLinkText ? shown : 'record');
}

function recordLink(page: Address | null, key: string, text: string): string {
  return page === null ? `{{ ${text} }}` : `<a href="{% url '${page.routeName}' ${key} %}">{{ ${text} }}</a>`;
}

function partMarkup(web: WebScope, part: ScreenPart, entity: string | null): string {
  const [look, label] = [lookClasses[part.look], html(part.label)];
  if (part.kind === 'link') {
    const url = addressUrl(web, entity, part.address);
    const link = `<a class="${look}" href="${url}">${label}</a>`;
    const { record } = part.address;
    // A target behind an optional ref only exists where the ref is set.
    if (record?.kind !== 'ref') return link;
    return `{% if record.${web.attribute(entity!, record.field)}_id is not None %}${link}{% endif %}`;
  }
  const name = part.action === null ? '' : ` name="${pageProtocol.form.action}" value="${html(part.action)}"`;
  const button = `<button class="${look}" type="submit"${name}>${label}</button>`;
  return part.isAlone ? `<form method="post">{% csrf_token %}${button}</form>` : button;
}

/**
 * An address as a template tag, with its query parameter:
 * `{% url 'task_create' %}?project={{ record.pk|urlencode:"" }}`.
 */
function addressUrl(
  web: WebScope,
  entity: string | null,
  { routeName, record, query }: TargetAddress,
): string {
  const key = record?.kind === 'ref' ? `${web.attribute(entity!, record.field)}_id` : 'pk';
  const parameter =
    query === null ? '' : `?${parameterOf(web, query)}=${query.before}{{ record.pk|urlencode:"" }}`;
  return `{% url '${routeName}'${record === null ? '' : ` record.${key}`} %}${parameter}`;
}
