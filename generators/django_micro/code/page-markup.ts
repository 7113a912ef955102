import { fieldKinds, html, isNeverEmpty } from '../../../lib/index.ts';
import type { DisplayKind, PageLink, PartLook, ScreenPart, ShownField, Target } from '../../../lib/index.ts';
import type { WebScope } from './web-scope.ts';

/** Where records lead, by the names of their routes. */
export interface PageNavigation {
  recordPage(entity: string): string | null;
}

const dash = '<span class="muted">–</span>';

/** The filters by which a template makes a short text of a value. */
const textFilters: Readonly<Record<DisplayKind, string>> = {
  plain: '',
  decimal: '',
  'yes-no': '|yesno:"Yes,No,–"',
  badge: '',
  date: '|date:"Y-m-d"',
  time: '|time:"H:i"',
  'date-time': '|date:"Y-m-d H:i"',
  'long-text': '|truncatechars:80',
  json: '|as_json|truncatechars:80',
  'mail-address': '',
  'web-address': '',
  record: '',
  records: '',
};

/** The value of a field as a template shows it; `in` tells apart a table's cell and a record's page. */
export function valueMarkup(
  web: WebScope,
  navigation: PageNavigation,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
  const value = `record.${web.attribute(entity, field.field)}`;
  const { display } = fieldKinds[field.kind];
  const present = presentMarkup(web, navigation, entity, field, where);
  if (display === 'yes-no') return present;
  if (display === 'records')
    return `{% for other in ${value}.all %}${present}{% if not forloop.last %}, {% endif %}{% empty %}${dash}{% endfor %}`;
  return isNeverEmpty(web.field(entity, field.field))
    ? present
    : `{% if ${value} is not None %}${present}{% else %}${dash}{% endif %}`;
}

function presentMarkup(
  web: WebScope,
  navigation: PageNavigation,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
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
      return recordLink(navigation, field.target!, `${value}_id`, value);
    case 'records':
      return recordLink(navigation, field.target!, 'other.pk', 'other');
  }
}

/** The short text of a value, as a template's expression. */
function textCode(web: WebScope, entity: string, field: ShownField): string {
  const attribute = web.attribute(entity, field.field);
  const { display } = fieldKinds[field.kind];
  return display === 'badge'
    ? `record.get_${attribute}_display`
    : `record.${attribute}${textFilters[display]}`;
}

/** The text of a list's first column: a link to the record, never empty. */
export function linkedValueMarkup(
  web: WebScope,
  navigation: PageNavigation,
  entity: string,
  field: ShownField,
): string {
  const page = navigation.recordPage(entity);
  if (page === null) return valueMarkup(web, navigation, entity, field, 'cell');
  const text = textCode(web, entity, field);
  const { isLinkText } = fieldKinds[field.kind];
  const isSafe = isNeverEmpty(web.field(entity, field.field));
  const shown = isLinkText ? (isSafe ? text : `${text}|default:record`) : 'record';
  return `<a href="{% url '${page}' record.pk %}">{{ ${shown} }}</a>`;
}

function recordLink(navigation: PageNavigation, entity: string, key: string, label: string): string {
  const page = navigation.recordPage(entity);
  return page === null ? `{{ ${label} }}` : `<a href="{% url '${page}' ${key} %}">{{ ${label} }}</a>`;
}

/** The address of a page of the same entity. */
export function linkUrl(link: PageLink): string {
  return link.takesId ? `{% url '${link.routeName}' record.pk %}` : `{% url '${link.routeName}' %}`;
}

const looks: Readonly<Record<PartLook, string>> = {
  main: 'button button-primary',
  danger: 'button button-danger',
  small: 'button button-small',
  usual: 'button',
};

/** Something to press; `entity` is that of the record at hand, null where there is none. */
export function partMarkup(web: WebScope, part: ScreenPart, entity: string | null): string {
  const look = looks[part.look];
  switch (part.kind) {
    case 'link':
      return buttonLink(part.link === null ? "{% url 'home' %}" : linkUrl(part.link), part.label, look);
    case 'save':
      return `<button class="${look}" type="submit"${part.action === null ? '' : actionName(part.action)}>${html(part.label)}</button>`;
    case 'action': {
      const { name, label, target } = part.action;
      if (target.kind === 'integration')
        return `<form method="post">{% csrf_token %}<button class="${look}" type="submit"${actionName(name)}>${html(label)}</button></form>`;
      return guarded(web, entity, target, buttonLink(targetUrl(web, entity, target), label, look));
    }
  }
}

function buttonLink(url: string, label: string, look: string): string {
  return `<a class="${look}" href="${url}">${html(label)}</a>`;
}

function actionName(name: string): string {
  return ` name="_action" value="${html(name)}"`;
}

/** The address of a target, where `record` is the record at hand. */
export function targetUrl(web: WebScope, entity: string | null, target: Target): string {
  if (target.kind === 'home' || target.kind === 'integration') return "{% url 'home' %}";
  if (target.kind === 'experience') {
    const record = target.carriesRecord ? `?record=${entity}:{{ record.pk|urlencode:"" }}` : '';
    return `{% url '${target.routeName}' %}${record}`;
  }
  if (target.record?.kind === 'self') return `{% url '${target.routeName}' record.pk %}`;
  if (target.record?.kind === 'ref') {
    return `{% url '${target.routeName}' record.${web.attribute(entity!, target.record.field)}_id %}`;
  }
  const prefill =
    target.prefill === null
      ? ''
      : `?${web.attribute(target.entity!, target.prefill)}={{ record.pk|urlencode:"" }}`;
  return `{% url '${target.routeName}' %}${prefill}`;
}

/** A target behind an optional ref only exists where the ref is set. */
function guarded(web: WebScope, entity: string | null, target: Target, markup: string): string {
  if (target.kind !== 'page' || target.record?.kind !== 'ref') return markup;
  const attribute = `record.${web.attribute(entity!, target.record.field)}_id`;
  return `{% if ${attribute} is not None %}${markup}{% endif %}`;
}
