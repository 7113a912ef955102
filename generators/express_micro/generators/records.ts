import {
  buildPages,
  choicesOf,
  defineGenerator,
  fieldKind,
  inSentence,
  inWords,
  isGenerated,
  js,
  isNeverEmptyInput,
  keyField,
  keyKind,
  labelField,
  longestKey,
  longestSearch,
  maxLength,
  numberStep,
  pageRange,
  pageSize,
  plural,
  problemTexts,
  type AppSpec,
  type EntityPages,
  type EntitySpec,
  type FieldSpec,
} from '../../../lib/index.ts';
import { fallbackCode } from '../code/field-schemas.ts';
import { commentText, importLines, objectCode } from '../code/javascript.ts';
import { expressNames } from '../naming.ts';
import { pageNames, type PageNames } from '../code/page-names.ts';
import type { ExpressAnswers } from '../prompting.ts';
import { nameInSpec } from '../code/safe-spec.ts';
import { linkTableNames } from '../code/schema/build-tables.ts';

const shared = ['delete', 'errors', 'find', 'list', 'present', 'save'];

/** How much is looked for and shown at a time. */
const limits = { key: longestKey, search: longestSearch, pageSize, pageRange };

/** Writes `src/models/`, a description of each entity, and `src/records/`, which finds, saves and deletes records. */
export const records = defineGenerator<ExpressAnswers>({
  name: 'records',
  description: 'a description of each entity; reading, listing, saving and deleting records',
  generate({ spec, tree }) {
    const names = pageNames(spec);
    const pages = buildPages(spec);
    for (const name of shared) {
      tree.render(`src/records/${name}.js.ejs`, `src/records/${name}.js`, { problems: problemTexts, limits });
    }
    for (const entity of spec.entities) {
      const entityPages = pages.entities.find((each) => each.entity === entity.name)!;
      tree.render(
        'src/models/entity.js.ejs',
        `src/models/${names.file(entity.name)}.js`,
        modelValues(spec, names, entity, entityPages),
        { subject: `entity:${entity.name}`, role: 'model' },
      );
    }
    tree.render('src/models/index.js.ejs', 'src/models/index.js', {
      models: spec.entities.map(({ name }) => ({
        name,
        model: names.model(name),
        file: names.file(name),
      })),
    });
  },
});

function modelValues(spec: AppSpec, names: PageNames, entity: EntitySpec, pages: EntityPages): object {
  const { tables } = expressNames(spec).entity(entity.name);
  const key = keyField(entity);
  const links = entity.fields
    .filter((field) => field.type.kind === 'many')
    .map((field) => linkTableNames(spec, entity, field).key);
  const code = objectCode({
    name: js(entity.name),
    title: js(entity.title),
    pluralTitle: js(plural(entity.title)),
    noun: js(inSentence(entity.title)),
    pluralNoun: js(inSentence(plural(entity.title))),
    path: js(names.file(entity.name)),
    page: js(pages.recordPage?.path ?? null),
    table: tables,
    schema: names.schema(entity.name),
    key: js(key.name),
    keyKind: js(keyKind(spec.entities, entity.name)),
    label: js(labelField(entity).name),
    order: js(pages.defaultOrder.map(({ field, direction }) => ({ field, direction }))),
    unique: js(uniqueFields(entity)),
    fields: objectCode(
      Object.fromEntries(entity.fields.map((field) => [field.name, fieldValues(spec, entity, field)])),
    ),
  });
  return {
    comment: `${commentText(entity.title)}: how its records are called, found and entered.`,
    name: names.model(entity.name),
    code,
    imports: importLines(code, [
      ...[tables, ...links].map((name) => ({ module: '../db/schema.js', name })),
      { module: `../forms/${names.file(entity.name)}.js`, name: names.schema(entity.name) },
      ...['today', 'timeOfDay'].map((name) => ({ module: '../clock.js', name })),
    ]),
  };
}

function uniqueFields(entity: EntitySpec): string[][] {
  const many = new Set(entity.fields.filter(({ type }) => type.kind === 'many').map(({ name }) => name));
  const alone = entity.fields
    .filter(
      (field) => (field.unique || field.primaryKey) && !isGenerated(field) && field.type.kind !== 'many',
    )
    .map((field) => [field.name]);
  const together = entity.constraints
    .filter(({ kind, fields }) => kind === 'unique' && !fields.some(({ field }) => many.has(field)))
    .map(({ fields }) => fields.map(({ field }) => field));
  const seen = new Set(alone.map(String));
  return [...alone, ...together.filter((fields) => !seen.has(String(fields)) && seen.add(String(fields)))];
}

function fieldValues(spec: AppSpec, entity: EntitySpec, field: FieldSpec): string {
  const { type } = field;
  const link = type.kind === 'many' ? linkTableNames(spec, entity, field) : null;
  const length = maxLength(field);
  const step = numberStep(field);
  return objectCode({
    label: js(inWords(nameInSpec(field))),
    kind: js(type.kind),
    input: js(fieldKind(field).input),
    required: isNeverEmptyInput(field) ? 'true' : undefined,
    isGenerated: isGenerated(field) ? 'true' : undefined,
    entity: 'entity' in type ? js(type.entity) : undefined,
    scale: type.kind === 'decimal' ? String(type.scale) : undefined,
    choices: type.kind === 'enum' ? js(choicesOf(field)) : undefined,
    fallback: fallbackCode(field),
    attributes:
      length === null && step === null && field.min === null && field.max === null
        ? undefined
        : js({
            ...(length === null ? {} : { maxlength: length }),
            ...(step === null ? {} : { step }),
            ...(field.min === null ? {} : { min: field.min }),
            ...(field.max === null ? {} : { max: field.max }),
          }),
    help: field.help === null ? undefined : js(field.help),
    link:
      link === null
        ? undefined
        : objectCode({ table: link.key, source: js(link.source), target: js(link.target) }),
  });
}
