import {
  buildPages,
  deepestJson,
  defineGenerator,
  formInputs,
  formPages,
  pageProtocol,
  problemTexts,
  py,
  screenWords,
} from '../../../lib/index.ts';
import type { FormFieldModel, FormPage, FreePage, ListFilter, ListPage } from '../../../lib/index.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { docstring, titleDocstring } from '../code/docstring.ts';
import { freeName } from '../code/page-names.ts';
import { importLines } from '../code/python-imports.ts';
import { filterName, webScope } from '../code/web-scope.ts';
import type { WebScope } from '../code/web-scope.ts';

/** Writes `app/forms.py`: a form for each form page, and the filters of each list. */
export const forms = defineGenerator<DjangoAnswers>({
  name: 'forms',
  description: 'forms of the pages and filters of the lists',
  generate({ spec, tree }) {
    const pages = buildPages(spec);
    const web = webScope(spec);
    const imports = new FormImports();
    const classes = pages.entities.flatMap((entity) => [
      ...entity.lists.map((page) => filterForm(web, page, imports)),
      ...formPages(entity).map((page) => recordForm(web, page, imports)),
    ]);
    classes.push(...pages.freePages.map((page) => freeForm(web, page)));
    tree.render('app/forms.py.ejs', 'app/forms.py', {
      docstring: docstring(`Forms of ${spec.title}.`),
      imports: importLines([
        ...(/\bforms\./.test(JSON.stringify(classes)) ? [{ module: 'django', name: 'forms' }] : []),
        ...[...imports.bases].map((name) => ({ module: '.base_forms', name })),
        ...[...imports.models].map((name) => ({ module: '.models', name })),
        ...[...imports.widgets].map((name) => ({ module: '.widgets', name })),
      ]),
      classes,
    });
    tree.render('app/base_forms.py.ejs', 'app/base_forms.py', { problems: problemTexts });
    tree.render('app/widgets.py.ejs', 'app/widgets.py', { deepestJson });
  },
});

class FormImports {
  readonly models = new Set<string>();
  readonly widgets = new Set<string>();
  readonly bases = new Set<string>();
}

interface FormClass {
  readonly name: string;
  readonly base: string;
  readonly docstring: string;
  readonly body: readonly string[];
}

/** Form fields of `app/widgets.py`, by the kind of input for which they replace Django's own. */
const fieldClasses: Readonly<Partial<Record<FormFieldModel['input'], string>>> = {
  json: 'JsonField',
  'datetime-local': 'LocalDateTimeField',
};

function recordForm(web: WebScope, page: FormPage, imports: FormImports): FormClass {
  const fields = formInputs(page);
  const backed = fields.filter((field) => !field.isFreeText);
  const at = (field: FormFieldModel): string => web.attribute(page.entity, field.field);
  const { className } = web.names.model(page.entity);
  imports.models.add(className);
  imports.bases.add('RecordForm');
  const helps = backed.filter((field) => field.help !== null);
  const widgets = backed.flatMap((field) => {
    const code = widgetCode(field, imports);
    return code === null ? [] : [`        ${py(at(field))}: ${code},`];
  });
  const classes = backed.flatMap((field) => {
    const own = fieldClasses[field.input];
    if (own === undefined) return [];
    imports.widgets.add(own);
    return [`        ${py(at(field))}: ${own},`];
  });
  return {
    name: web.pages.form(page.surface),
    base: 'RecordForm',
    docstring: titleDocstring(page.title),
    body: [
      ...fields.filter((field) => field.isFreeText).map(freeInput),
      ...(fields.some((field) => field.isFreeText) ? [''] : []),
      'class Meta:',
      `    model = ${className}`,
      `    fields = ${py(backed.map(at))}`,
      ...(backed.length === 0
        ? []
        : [
            '    labels = {',
            ...backed.map((field) => `        ${py(at(field))}: ${py(field.label)},`),
            '    }',
          ]),
      ...(helps.length === 0
        ? []
        : [
            '    help_texts = {',
            ...helps.map((field) => `        ${py(at(field))}: ${py(field.help)},`),
            '    }',
          ]),
      ...(widgets.length === 0 ? [] : ['    widgets = {', ...widgets, '    }']),
      ...(classes.length === 0 ? [] : ['    field_classes = {', ...classes, '    }']),
    ],
  };
}

function freeForm(web: WebScope, page: FreePage): FormClass {
  return {
    name: web.pages.form(page.surface),
    base: 'forms.Form',
    docstring: titleDocstring(page.title),
    body: formInputs(page).map(freeInput),
  };
}

function freeInput(field: FormFieldModel): string {
  const parts = [`label=${py(field.label)}`, 'required=False'];
  if (field.help !== null) parts.push(`help_text=${py(field.help)}`);
  if (field.placeholder !== null) {
    parts.push(`widget=forms.TextInput(attrs={"placeholder": ${py(field.placeholder)}})`);
  }
  return `${freeName(field.field)} = forms.CharField(${parts.join(', ')})`;
}

/**
 * The widget class of each kind of input; null: Django's default, always. A `forms.` widget is written out
 * only where it has attributes, the ones of `app/widgets.py` always.
 */
const widgetNames: Readonly<Record<FormFieldModel['input'], string | null>> = {
  text: 'forms.TextInput',
  textarea: 'forms.Textarea',
  email: 'forms.EmailInput',
  url: 'forms.URLInput',
  number: 'forms.NumberInput',
  checkbox: null,
  date: 'DateInput',
  time: 'TimeInput',
  'datetime-local': 'DateTimeInput',
  json: 'forms.Textarea',
  select: null,
  record: null,
  records: null,
};

/**
 * The Python expression of an input's widget, for dates and times and for inputs with bounds, a pattern or a
 * placeholder. Null where Django's default widget does.
 */
function widgetCode(field: FormFieldModel, imports: FormImports): string | null {
  const widget = widgetNames[field.input];
  if (widget === null) return null;
  const attributes = inputAttributes(field);
  const code = Object.keys(attributes).length === 0 ? '' : `attrs=${py(attributes)}`;
  if (widget.startsWith('forms.')) return code === '' ? null : `${widget}(${code})`;
  imports.widgets.add(widget);
  return `${widget}(${code})`;
}

/** The HTML attributes that Django does not add by itself, as it does `maxlength`, `step` and `required`. */
function inputAttributes(field: FormFieldModel): Readonly<Record<string, string>> {
  const pattern = ['text', 'email', 'url'].includes(field.input) ? browserPattern(field.pattern) : null;
  return {
    ...(field.placeholder === null ? {} : { placeholder: field.placeholder }),
    ...(field.input !== 'number' || field.min === null ? {} : { min: field.min }),
    ...(field.input !== 'number' || field.max === null ? {} : { max: field.max }),
    ...(pattern === null ? {} : { pattern }),
  };
}

/**
 * The `pattern` attribute for a pattern of the spec. Browsers match it against the whole text, so `abc`
 * becomes `.*(?:abc).*`. Null where browsers would refuse it: they compile it with the flag `v`.
 */
function browserPattern(pattern: string | null): string | null {
  if (pattern === null) return null;
  const isWhole = pattern.startsWith('^') && pattern.endsWith('$') && !pattern.includes('|');
  const whole = isWhole ? pattern.slice(1, -1) : `.*(?:${pattern}).*`;
  try {
    new RegExp(whole, 'v');
    return whole;
  } catch {
    return null;
  }
}

function filterForm(web: WebScope, page: ListPage, imports: FormImports): FormClass {
  const body =
    page.search.length === 0
      ? []
      : [`${pageProtocol.query.search} = forms.CharField(label=${py(screenWords.search)}, required=False)`];
  imports.bases.add('FilterForm');
  const renamed: [string, string][] = [];
  for (const filter of page.filters) {
    const name = filterName(web, page, filter);
    if (name !== filter.parameter) renamed.push([name, filter.parameter]);
    body.push(`${name} = ${filterField(web, page, filter, imports)}`);
  }
  if (renamed.length > 0) {
    body.push(
      '',
      'def add_prefix(self, field_name):',
      `    parameters = ${py(Object.fromEntries(renamed))}`,
      '    return super().add_prefix(parameters.get(field_name, field_name))',
    );
  }
  return {
    name: web.pages.form(page.surface),
    base: 'FilterForm',
    docstring: docstring(`Search and filters of ${page.title}.`),
    body,
  };
}

function filterField(web: WebScope, page: ListPage, filter: ListFilter, imports: FormImports): string {
  const label = `label=${py(filter.label)}, required=False`;
  switch (filter.control) {
    case 'choice': {
      const { className } = web.names.model(page.entity);
      const { choices } = web.names.field(page.entity, filter.field);
      imports.models.add(className);
      return `forms.ChoiceField(${label}, choices=[("", ${py(screenWords.all)}), *${className}.${choices}.choices])`;
    }
    case 'record': {
      const { className } = web.names.model(filter.entity!);
      imports.models.add(className);
      return `forms.ModelChoiceField(${label}, queryset=${className}.objects.by_label(), empty_label=${py(screenWords.all)})`;
    }
    case 'yes-no':
      imports.widgets.add('YesNoSelect');
      return `forms.NullBooleanField(${label}, widget=YesNoSelect())`;
    case 'number':
      return `forms.DecimalField(${label})`;
    case 'date':
      imports.widgets.add('DateInput');
      return `forms.DateField(${label}, widget=DateInput())`;
    case 'uuid':
      return `forms.UUIDField(${label})`;
    case 'time':
      return `forms.TimeField(${label})`;
    case 'text':
      return `forms.CharField(${label})`;
  }
}
