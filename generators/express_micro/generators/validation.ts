import {
  buildPages,
  defineGenerator,
  formPages,
  isGenerated,
  isRequiredInput,
  js,
  keyKind,
  screenWords,
  type AppSpec,
  type EntityPages,
  type FieldSpec,
  type FormPage,
  type FreePage,
  type ListFilter,
  type ListPage,
} from '../../../lib/index.ts';
import { commentText, importLines, keyCode, objectCode, type JavaScriptImport } from '../javascript.ts';
import { pageNames, type PageNames } from '../page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { storedDefault } from '../schema/build-tables.ts';

/** An exported constant of a module below `src/forms`. */
interface SchemaConstant {
  readonly name: string;
  readonly comment: string;
  readonly code: string;
}

/** The functions of `src/forms/fields.js`. */
export const fieldBuilders = [
  ...['boolean', 'choice', 'date', 'datetime', 'decimal', 'email', 'freeText', 'integer', 'json'],
  ...['number', 'reference', 'references', 'text', 'time', 'url', 'uuid', 'yesNo'],
];

/** Writes `src/forms/`: what can be entered, as Zod schemas that pages, the admin area and the tests share. */
export const validation = defineGenerator<ExpressAnswers>({
  name: 'validation',
  description: 'Zod schemas of entities, forms and filters',
  generate({ spec, tree }) {
    const names = pageNames(spec);
    const pages = buildPages(spec);
    for (const name of ['decimals', 'fields', 'parse', 'pages', 'storable']) {
      tree.render(`src/forms/${name}.js.ejs`, `src/forms/${name}.js`, { words: screenWords });
    }
    for (const entity of pages.entities) {
      const constants = entityConstants(spec, names, entity);
      tree.render(
        'src/forms/entity.js.ejs',
        `src/forms/${names.file(entity.entity)}.js`,
        { imports: importsOf(constants), constants },
        { subject: `entity:${entity.entity}`, role: 'forms' },
      );
    }
    if (pages.freePages.length > 0) {
      const constants = pages.freePages.map((page) => freeConstant(names, page));
      tree.render('src/forms/entity.js.ejs', 'src/forms/free-pages.js', {
        imports: importsOf(constants),
        constants,
      });
    }
  },
});

function importsOf(constants: readonly SchemaConstant[]): string {
  const candidates: JavaScriptImport[] = [
    { module: 'zod', name: 'z' },
    ...['today', 'timeOfDay'].map((name) => ({ module: '../clock.js', name })),
    ...fieldBuilders.map((name) => ({ module: './fields.js', name })),
  ];
  return importLines(constants.map(({ code }) => code).join('\n'), candidates);
}

function entityConstants(spec: AppSpec, names: PageNames, pages: EntityPages): SchemaConstant[] {
  const entity = spec.entities.find(({ name }) => name === pages.entity)!;
  const fields = entity.fields.filter((field) => !isGenerated(field));
  return [
    {
      name: names.schema(entity.name),
      comment: `What can be entered for a record of ${commentText(entity.title)}.`,
      code: `z.object({ ${fields.map((field) => `${keyCode(field.name)}: ${fieldCode(spec, field)}`).join(', ')} })`,
    },
    ...formPages(pages).map((page) => formConstant(names, page)),
    ...pages.lists.map((page) => filterConstant(spec, names, page)),
  ];
}

function formConstant(names: PageNames, page: FormPage): SchemaConstant {
  const inputs = page.sections.flatMap((section) => section.fields.filter((field) => !field.isReadOnly));
  const picked = inputs.filter((field) => !field.isFreeText);
  const free = inputs.filter((field) => field.isFreeText);
  const pick = `${names.schema(page.entity)}.pick({ ${picked.map(({ field }) => `${keyCode(field)}: true`).join(', ')} })`;
  const extra = `.extend({ ${free.map(({ field }) => `${keyCode(field)}: freeText()`).join(', ')} })`;
  return {
    name: names.pageSchema(page.surface),
    comment: `The form “${commentText(page.title)}”.`,
    code: free.length > 0 ? pick + extra : pick,
  };
}

function freeConstant(names: PageNames, page: FreePage): SchemaConstant {
  const inputs = page.sections.flatMap((section) => section.fields);
  return {
    name: names.pageSchema(page.surface),
    comment: `The form “${commentText(page.title)}”.`,
    code: `z.object({ ${inputs.map(({ field }) => `${keyCode(field)}: freeText()`).join(', ')} })`,
  };
}

function filterConstant(spec: AppSpec, names: PageNames, page: ListPage): SchemaConstant {
  const entries = page.filters.map((filter) => `${keyCode(filter.parameter)}: ${filterCode(spec, filter)}`);
  return {
    name: names.pageSchema(page.surface),
    comment: `The filters of “${commentText(page.title)}”.`,
    code: `z.object({ ${entries.join(', ')} })`,
  };
}

/** The schema of a filter's parameter. */
export function filterCode(spec: AppSpec, filter: ListFilter): string {
  switch (filter.control) {
    case 'choice':
      return `choice(${js(filter.choices!.map(({ value }) => value))})`;
    case 'record':
      return referenceCode(spec, filter.entity!, {});
    case 'yes-no':
      return 'yesNo()';
    case 'number':
    case 'date':
    case 'time':
    case 'uuid':
    case 'text':
      return `${filter.control}()`;
  }
}

/** The schema of one field: `text({ required: true, maxLength: 200 })`. */
export function fieldCode(spec: AppSpec, field: FieldSpec): string {
  const { type } = field;
  const options: Record<string, string | undefined> = {
    required: isRequiredInput(field) ? 'true' : undefined,
    fallback: fallbackCode(field),
    min: boundCode(field, field.min),
    max: boundCode(field, field.max),
    pattern: field.pattern === null ? undefined : `new RegExp(${js(field.pattern)}, 'u')`,
  };
  const call = (builder: string, more: Record<string, string | undefined> = {}): string => {
    const code = objectCode({ ...more, ...options });
    return `${builder}(${code === '{}' ? '' : code})`;
  };
  switch (type.kind) {
    case 'str':
      return call('text', { maxLength: String(type.maxLength) });
    case 'int':
      return call('integer');
    case 'float':
      return call('number');
    case 'decimal':
      return call('decimal', { precision: String(type.precision), scale: String(type.scale) });
    case 'bool':
      return call('boolean');
    case 'enum': {
      const code = objectCode(options);
      return `choice(${js(type.values)}${code === '{}' ? '' : `, ${code}`})`;
    }
    case 'ref':
      return referenceCode(spec, type.entity, options);
    case 'many':
      return referenceCode(spec, type.entity, { required: options['required'] }, 'references');
    case 'text':
    case 'date':
    case 'time':
    case 'datetime':
    case 'uuid':
    case 'email':
    case 'url':
    case 'json':
      return call(type.kind);
  }
}

/** A bound; of decimals as written, so that messages show all of its digits. */
function boundCode({ type }: FieldSpec, bound: string | null): string | undefined {
  if (bound === null) return undefined;
  return type.kind === 'decimal' ? js(bound) : bound;
}

/** What an emptied field falls back on, as code; undefined where it may be empty. */
export function fallbackCode(field: FieldSpec): string | undefined {
  const { default: value, type } = field;
  if (value === null) return undefined;
  switch (value.kind) {
    case 'today':
    case 'now':
      return type.kind === 'date' ? 'today' : type.kind === 'time' ? 'timeOfDay' : '() => new Date()';
    case 'number':
      return type.kind === 'decimal' ? js(value.text) : String(value.value);
    default:
      return js(storedDefault(type.kind, value.value));
  }
}

function referenceCode(
  spec: AppSpec,
  entity: string,
  options: Readonly<Record<string, string | undefined>>,
  builder: 'reference' | 'references' = 'reference',
): string {
  const key = keyKind(spec.entities, entity) === 'int' ? "'int'" : undefined;
  const code = objectCode({ key, ...options });
  return `${builder}(${code === '{}' ? '' : code})`;
}
