import {
  assumedScheme,
  buildPages,
  deepestJson,
  defineGenerator,
  fieldKinds,
  formInputs,
  formPages,
  isGenerated,
  longestDate,
  longestMatched,
  longestNumber,
  longestUuid,
  problemTexts,
  screenWords,
  webSchemes,
  type AppSpec,
  type EntityPages,
  type FormPage,
  type FreePage,
  type ListPage,
} from '../../../lib/index.ts';
import { fieldBuilders, fieldCode, filterCode } from '../code/field-schemas.ts';
import { commentText, importLines, keyCode, type JavaScriptImport } from '../code/javascript.ts';
import { pageNames, type PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';

/** An exported constant of a module below `src/forms`. */
interface SchemaConstant {
  readonly name: string;
  readonly comment: string;
  readonly code: string;
}

/** The greatest lengths of what is entered, and how deep JSON may be. */
const limits = {
  matched: longestMatched,
  number: longestNumber,
  date: longestDate,
  uuid: longestUuid,
  email: fieldKinds.email.maxLength,
  url: fieldKinds.url.maxLength,
  json: deepestJson,
};

/** Writes `src/forms/`: what can be entered, as Zod schemas that pages, the admin area and the tests share. */
export const validation = defineGenerator<ExpressAnswers>({
  name: 'validation',
  description: 'Zod schemas of entities, forms and filters',
  generate({ spec, tree }) {
    const names = pageNames(spec);
    const pages = buildPages(spec);
    for (const name of ['decimals', 'fields', 'parse', 'pages', 'storable']) {
      tree.render(`src/forms/${name}.js.ejs`, `src/forms/${name}.js`, {
        words: screenWords,
        problems: problemTexts,
        limits,
        assumedScheme,
        webSchemes,
      });
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
  const inputs = formInputs(page);
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
  const inputs = formInputs(page);
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
