import { html, inSentence } from '../../../lib/index.ts';
import type { ActionModel, PageLink, ShownField, Target } from '../../../lib/index.ts';
import type { WebScope } from './view-values.ts';
import type { PageNavigation } from './templates.ts';

const dash = '<span class="muted">–</span>';

/** The value of a field as a template shows it; `in` tells apart a table's cell and a record's page. */
export function valueMarkup(
  web: WebScope,
  navigation: PageNavigation,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
  const value = `record.${web.attribute(entity, field.field)}`;
  const present = presentMarkup(web, navigation, entity, field, where);
  switch (field.kind) {
    case 'bool':
      return `{{ ${value}|yesno:"Yes,No,–" }}`;
    case 'many':
      return `{% for other in ${value}.all %}${present}{% if not forloop.last %}, {% endif %}{% empty %}${dash}{% endfor %}`;
    default:
      return isNeverEmpty(web, entity, field.field)
        ? present
        : `{% if ${value} is not None %}${present}{% else %}${dash}{% endif %}`;
  }
}

function presentMarkup(
  web: WebScope,
  navigation: PageNavigation,
  entity: string,
  field: ShownField,
  where: 'cell' | 'page',
): string {
  const attribute = web.attribute(entity, field.field);
  const value = `record.${attribute}`;
  switch (field.kind) {
    case 'enum':
      return `<span class="badge">{{ ${enumLabel(attribute)} }}</span>`;
    case 'date':
      return `{{ ${value}|date:"Y-m-d" }}`;
    case 'time':
      return `{{ ${value}|time:"H:i" }}`;
    case 'datetime':
      return `{{ ${value}|date:"Y-m-d H:i" }}`;
    case 'text':
      return where === 'cell'
        ? `{{ ${value}|truncatechars:80 }}`
        : `<div class="preformatted">{{ ${value} }}</div>`;
    case 'json':
      return where === 'cell'
        ? `{{ ${value}|as_json|truncatechars:80 }}`
        : `<pre class="preformatted">{{ ${value}|as_json }}</pre>`;
    case 'email':
      return `<a href="mailto:{{ ${value}|urlencode:"@" }}">{{ ${value} }}</a>`;
    case 'url':
      return `{{ ${value}|urlize }}`;
    case 'ref':
      return recordLink(navigation, field.target!, `${value}_id`, value);
    case 'many':
      return recordLink(navigation, field.target!, 'other.pk', 'other');
    default:
      return `{{ ${value} }}`;
  }
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
  const attribute = web.attribute(entity, field.field);
  const text: Readonly<Record<string, string>> = {
    enum: enumLabel(attribute),
    bool: `record.${attribute}|yesno:"Yes,No,–"`,
    date: `record.${attribute}|date:"Y-m-d"`,
    time: `record.${attribute}|time:"H:i"`,
    datetime: `record.${attribute}|date:"Y-m-d H:i"`,
    text: `record.${attribute}|truncatechars:80`,
    json: 'record',
    many: 'record',
  };
  const value = text[field.kind] ?? `record.${attribute}`;
  const shown =
    isNeverEmpty(web, entity, field.field) || value === 'record' ? value : `${value}|default:record`;
  return `<a href="{% url '${page}' record.pk %}">{{ ${shown} }}</a>`;
}

function enumLabel(attribute: string): string {
  return `record.get_${attribute}_display`;
}

function recordLink(navigation: PageNavigation, entity: string, key: string, label: string): string {
  const page = navigation.recordPage(entity);
  return page === null ? `{{ ${label} }}` : `<a href="{% url '${page}' ${key} %}">{{ ${label} }}</a>`;
}

function isNeverEmpty(web: WebScope, entity: string, name: string): boolean {
  const field = web.entity(entity).fields.find((candidate) => candidate.name === name)!;
  return !field.nullable || field.primaryKey;
}

/** A link that looks like a button. */
export function buttonLink(url: string, label: string, look = ''): string {
  return `<a class="button${look === '' ? '' : ` ${look}`}" href="${url}">${html(label)}</a>`;
}

/** The address of a page of the same entity. */
export function linkUrl(link: PageLink): string {
  return link.takesId ? `{% url '${link.routeName}' record.pk %}` : `{% url '${link.routeName}' %}`;
}

/** An action as a button: a link where it leads somewhere, a small form where its service is not connected. */
export function actionMarkup(
  web: WebScope,
  action: ActionModel,
  entity: string | null,
  look: string,
): string {
  if (action.target.kind === 'integration') {
    const name = html(action.name);
    return `<form method="post">{% csrf_token %}<button class="button${look === '' ? '' : ` ${look}`}" type="submit" name="_action" value="${name}">${html(action.label)}</button></form>`;
  }
  return guarded(
    web,
    entity,
    action.target,
    buttonLink(targetUrl(web, entity, action.target), action.label, look),
  );
}

/** A button that saves the form and goes where its action leads. */
export function submitMarkup(action: ActionModel, isFirst: boolean): string {
  const look = isFirst ? ' button-primary' : '';
  return `<button class="button${look}" type="submit" name="_action" value="${html(action.name)}">${html(action.label)}</button>`;
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

/** A label inside a sentence, escaped. */
export function nounMarkup(text: string): string {
  return html(inSentence(text));
}
