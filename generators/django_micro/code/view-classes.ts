import {
  leadingActions,
  pageProtocol,
  py,
  screenWords,
  targetAddress,
  targetOf,
  unconnectedLabels,
} from '../../../lib/index.ts';
import type {
  ActionModel,
  DeletePage,
  FormPage,
  FreePage,
  ListPage,
  OrderKey,
  Target,
  ViewPage,
} from '../../../lib/index.ts';
import { titleDocstring } from './docstring.ts';
import { templateOf } from './page-names.ts';
import { querysetLines } from './queryset-code.ts';
import { modelName } from './view-imports.ts';
import type { ViewImports } from './view-imports.ts';
import { filterName, parameterOf } from './web-scope.ts';
import type { WebScope } from './web-scope.ts';

/** A view class as the template of its module prints it; the template indents the lines of `body`. */
export interface ViewClass {
  readonly name: string;
  readonly bases: string;
  readonly docstring: string;
  readonly body: readonly string[];
}

/** Describes the class of a list page. */
export function listView(web: WebScope, page: ListPage, imports: ViewImports): ViewClass {
  const model = modelName(web, page.entity, imports);
  const at = (field: string): string => web.attribute(page.entity, field);
  imports.bases.add('RecordListView');
  imports.forms.add(web.pages.form(page.surface));
  const lookups = page.filters.map((filter) => [
    filterName(web, page, filter),
    at(filter.field) + lookupSuffix(filter.match),
  ]);
  const search = page.search.map((key) =>
    key.through === null
      ? at(key.field)
      : `${at(key.field)}__${throughAttribute(web, page.entity, key.field, key.through)}`,
  );
  const isManySearched = page.search.some((key) => web.field(page.entity, key.field).type.kind === 'many');
  const body = [
    `model = ${model}`,
    ...querysetLines(web, page.entity, page.joins, page.prefetches, imports),
    `template_name = ${py(templateOf(page))}`,
    `filter_form_class = ${web.pages.form(page.surface)}`,
    ...(lookups.length === 0 ? [] : [`filter_lookups = ${py(Object.fromEntries(lookups))}`]),
    ...(search.length === 0 ? [] : [`search_lookups = ${py(search)}`]),
    ...(page.sorts.length === 0
      ? []
      : [
          'sort_fields = {',
          ...page.sorts.map(
            (sort) => `    ${py(sort.parameter)}: ${orderExpression(web, page.entity, sort, imports)},`,
          ),
          '}',
        ]),
    `default_order = [${page.order.map((key) => orderCode(web, page.entity, key, imports)).join(', ')}]`,
    ...notConnected(page.actions),
  ];
  if (isManySearched) {
    body.push(
      '',
      'def search(self, queryset, text):',
      '    return super().search(queryset, text).distinct()',
    );
  }
  return {
    name: web.pages.view(page.surface),
    bases: 'RecordListView',
    docstring: titleDocstring(page.title),
    body,
  };
}

/** Describes the class of a page that shows a record. */
export function detailView(web: WebScope, page: ViewPage, imports: ViewImports): ViewClass {
  const model = modelName(web, page.entity, imports);
  imports.bases.add('RecordDetailView');
  const fields = page.sections.flatMap((section) => section.fields);
  const named = (kind: string): string[] => [
    ...new Set(fields.filter((field) => field.kind === kind).map(({ field }) => field)),
  ];
  return {
    name: web.pages.view(page.surface),
    bases: 'RecordDetailView',
    docstring: titleDocstring(page.title),
    body: [
      `model = ${model}`,
      ...querysetLines(web, page.entity, named('ref'), named('many'), imports),
      `template_name = ${py(templateOf(page))}`,
      ...notConnected(page.actions),
    ],
  };
}

/** Describes the class of a form page. */
export function formView(web: WebScope, page: FormPage, imports: ViewImports): ViewClass {
  const base = page.kind === 'create' ? 'RecordCreateView' : 'RecordUpdateView';
  imports.bases.add(base);
  imports.forms.add(web.pages.form(page.surface));
  const title = web.entity(page.entity).title;
  const said = screenWords[page.kind === 'create' ? 'created' : 'saved'](title);
  return {
    name: web.pages.view(page.surface),
    bases: base,
    docstring: titleDocstring(page.title),
    body: [
      `model = ${modelName(web, page.entity, imports)}`,
      `form_class = ${web.pages.form(page.surface)}`,
      `template_name = ${py(templateOf(page))}`,
      `success_message = ${py(said.replaceAll('%', '%%'))}`,
      ...notConnected(page.actions),
      '',
      ...successUrl(web, page, imports),
    ],
  };
}

/** Describes the class of a delete page. */
export function deleteView(web: WebScope, page: DeletePage, imports: ViewImports): ViewClass {
  imports.bases.add('RecordDeleteView');
  imports.needsReverse = true;
  const body = [
    `model = ${modelName(web, page.entity, imports)}`,
    `template_name = ${py(templateOf(page))}`,
    '',
    'def get_success_url(self):',
    `    return reverse(${py(page.afterDelete?.routeName ?? 'home')})`,
  ];
  const parts = [
    ['get_protecting', page.protectedBy],
    ['get_cleared', page.clears],
    ['get_unlinked', page.unlinks],
  ] as const;
  for (const [method, dependents] of parts) {
    if (dependents.length === 0) continue;
    imports.bases.add('Dependent');
    body.push('', `def ${method}(self):`, '    return [');
    for (const dependent of dependents) {
      const attribute = dependent.isOwn
        ? web.attribute(page.entity, dependent.field)
        : web.attribute(dependent.entity, dependent.field);
      const rows = dependent.isOwn
        ? `self.object.${attribute}.all()`
        : `${modelName(web, dependent.entity, imports)}.objects.filter(${attribute}=self.object)`;
      body.push(`        Dependent(${py(dependent.noun)}, ${py(dependent.pluralNoun)}, ${rows}),`);
    }
    body.push('    ]');
  }
  return {
    name: web.pages.deleteView(page.entity),
    bases: 'RecordDeleteView',
    docstring: titleDocstring(page.title),
    body,
  };
}

/** Describes the class of a page without an entity. */
export function freeView(web: WebScope, page: FreePage, imports: ViewImports): ViewClass {
  imports.forms.add(web.pages.form(page.surface));
  imports.bases.add('FreePageView');
  const leading = leadingActions(page.actions);
  const branches = leading.flatMap((action) => [
    `    if self.request.POST.get(${py(pageProtocol.form.action)}) == ${py(action.name)}:`,
    ...targetCode(web, null, action.target, imports).map((line) => `        ${line}`),
  ]);
  const automatic = leading.find((action) => action.control === 'after-save');
  return {
    name: web.pages.view(page.surface),
    bases: 'FreePageView',
    docstring: titleDocstring(page.title),
    body: [
      `form_class = ${web.pages.form(page.surface)}`,
      `template_name = ${py(templateOf(page))}`,
      ...notConnected(page.actions),
      ...(leading.length === 0
        ? []
        : [
            '',
            'def get_success_url(self):',
            ...branches,
            ...(automatic === undefined
              ? ['    return super().get_success_url()']
              : targetCode(web, null, automatic.target, imports).map((line) => `    ${line}`)),
          ]),
    ],
  };
}

/** The lines of `get_success_url`: a branch for each `submit` action whose target is not the form's own. */
function successUrl(web: WebScope, page: FormPage, imports: ViewImports): readonly string[] {
  const main = targetCode(web, page.entity, page.afterSave, imports);
  const branches = leadingActions(page.actions).filter(({ control }) => control === 'submit');
  const lines = ['def get_success_url(self):'];
  for (const action of branches) {
    const code = targetCode(web, page.entity, action.target, imports);
    if (code.join('\n') === main.join('\n')) continue;
    lines.push(`    if self.request.POST.get(${py(pageProtocol.form.action)}) == ${py(action.name)}:`);
    lines.push(...code.map((line) => `        ${line}`));
  }
  return [...lines, ...main.map((line) => `    ${line}`)];
}

/**
 * Python statements that return a target's address (home where its ref is null); `self.object` is the record.
 */
function targetCode(
  web: WebScope,
  entity: string | null,
  target: Target,
  imports: ViewImports,
): readonly string[] {
  imports.needsReverse = true;
  const { routeName, record, query } = targetAddress(target, entity);
  const route = py(routeName);
  if (record?.kind === 'self') return [`return reverse(${route}, args=[self.object.pk])`];
  if (record?.kind === 'ref') {
    const attribute = `self.object.${web.attribute(entity!, record.field)}_id`;
    return [
      `if ${attribute} is None:`,
      '    return reverse("home")',
      `return reverse(${route}, args=[${attribute}])`,
    ];
  }
  const parameter = query === null ? '' : ` + f"?${parameterOf(web, query)}=${query.before}{self.object.pk}"`;
  return [`return reverse(${route})${parameter}`];
}

/** The attribute, on the model that a `ref` or `many` refers to, of the target's field `through`. */
function throughAttribute(web: WebScope, entity: string, field: string, through: string): string {
  const target = targetOf(web.field(entity, field));
  return target === null ? through : web.attribute(target, through);
}

function lookupSuffix(match: string): string {
  return { 'same-text': '__iexact', day: '__date', contains: '__icontains' }[match] ?? '';
}

/**
 * The Python expression that rows are ordered by: an attribute, a lookup such as `project__name`, or the
 * order in which an enum's values are declared.
 */
function orderExpression(web: WebScope, entity: string, key: OrderKey, imports: ViewImports): string {
  const { attribute, choices } = web.names.field(entity, key.field);
  if (key.enumOrder !== null) {
    imports.bases.add('as_declared');
    return `as_declared(${py(attribute)}, ${modelName(web, entity, imports)}.${choices})`;
  }
  if (key.through === null) return py(attribute);
  return py(`${attribute}__${throughAttribute(web, entity, key.field, key.through)}`);
}

function orderCode(web: WebScope, entity: string, key: OrderKey, imports: ViewImports): string {
  const direction = key.direction === 'desc' ? 'descending' : 'ascending';
  imports.bases.add(direction);
  return `${direction}(${orderExpression(web, entity, key, imports)})`;
}

/** The line that sets `not_connected`, the labels of buttons that call an integration; empty without any. */
function notConnected(actions: readonly ActionModel[]): readonly string[] {
  const labels = unconnectedLabels(actions);
  return labels === null ? [] : [`not_connected = ${py(labels)}`];
}
