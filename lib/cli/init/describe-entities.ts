import type { input as inquirerInput } from '@inquirer/prompts';
import {
  entityText,
  toAppName,
  toPascal,
  type DescribedEntity,
  type DescribedField,
} from '../../../generators/app/index.ts';
import type { CommandContext } from '../command.ts';
import { ask, back } from '../prompt/ask.ts';
import { loadPrompts } from '../prompt/load-prompts.ts';

const types = [
  { value: 'str(200)', name: 'short text', description: 'a name, a title: up to 200 characters' },
  { value: 'text', name: 'long text', description: 'notes, descriptions: as long as needed' },
  { value: 'int', name: 'whole number' },
  { value: 'decimal(10,2)', name: 'amount', description: 'money and other figures with two decimals' },
  { value: 'bool', name: 'yes or no' },
  { value: 'date', name: 'date' },
  { value: 'datetime', name: 'date and time' },
  { value: 'enum', name: 'one of a list', description: 'a status, a category: the values come next' },
  { value: 'ref', name: 'another entity', description: 'an order has one customer' },
  { value: 'many', name: 'several of another entity', description: 'an article has many tags' },
  { value: 'email', name: 'email address' },
  { value: 'url', name: 'web address' },
];

/** Asks for entities and their fields, showing the spec as it grows; `back` where the person left at the first question. */
export async function describeEntities(
  context: CommandContext,
  earlier: readonly DescribedEntity[],
): Promise<readonly DescribedEntity[] | typeof back> {
  const { input, select } = await loadPrompts(context);
  let entities = [...earlier];
  let wantsMore = entities.length === 0;
  for (;;) {
    if (wantsMore) {
      const entity = await describeEntity(context, entities);
      if (entity === back) {
        if (entities.length === 0) return back;
      } else entities.push(entity);
    }
    const last = entities.at(-1)!;
    const choice = await ask(
      context,
      (at) =>
        select(
          {
            message: `${entities.map((entity) => entity.name).join(', ')}: what next?`,
            choices: [
              { value: 'more', name: 'another entity' },
              { value: 'field', name: `one more field for ${last.name}` },
              { value: 'remove', name: `take ${last.name} back` },
              { value: 'done', name: 'that is all' },
            ],
            default: wantsMore ? 'more' : 'done',
            loop: false,
          },
          at,
        ),
      true,
    );
    wantsMore = choice === 'more';
    if (choice === 'done') return entities;
    if (choice === 'remove' || choice === back) {
      entities = entities.slice(0, -1);
      wantsMore = entities.length === 0;
    }
    if (choice === 'field') {
      const field = await describeField(context, last.name, last.fields, entities, input);
      if (field === back || field === null) continue;
      entities[entities.length - 1] = { ...last, fields: [...last.fields, field] };
      showEntity(context, entities.at(-1)!);
    }
  }
}

async function describeEntity(
  context: CommandContext,
  others: readonly DescribedEntity[],
): Promise<DescribedEntity | typeof back> {
  const { input } = await loadPrompts(context);
  for (;;) {
    const text = await ask(
      context,
      (at) =>
        input(
          {
            message:
              others.length === 0
                ? 'What does it keep? (one thing, like Customer)'
                : 'And what else? (like Order)',
            required: true,
            validate: (value) => checkEntityName(value, others),
          },
          at,
        ),
      true,
    );
    if (text === back) return back;
    const name = toPascal(text);
    const fields: DescribedField[] = [];
    for (;;) {
      const field = await describeField(context, name, fields, [...others, { name, fields }], input);
      if (field === null) {
        const entity = { name, fields };
        showEntity(context, entity);
        return entity;
      }
      if (field !== back) fields.push(field);
      else if (fields.pop() === undefined) break;
    }
  }
}

function checkEntityName(value: string, others: readonly DescribedEntity[]): true | string {
  const name = toPascal(value);
  if (name === '') return 'letters and digits, beginning with a letter';
  return others.every((entity) => entity.name !== name) || `there is an entity ${name} already`;
}

type Input = typeof inquirerInput;

/** One field; null where the person is done, `back` where they take the last one back. */
async function describeField(
  context: CommandContext,
  entity: string,
  fields: readonly DescribedField[],
  entities: readonly DescribedEntity[],
  input: Input,
): Promise<DescribedField | null | typeof back> {
  const { confirm, select } = await loadPrompts(context);
  for (;;) {
    const text = await ask(
      context,
      (at) =>
        input(
          {
            message: `${entity}: ${fields.length === 0 ? 'its first field? (like name)' : 'next field? (Enter: no more)'}`,
            validate: (value) => checkFieldName(value, fields),
          },
          at,
        ),
      true,
    );
    if (text === back) return back;
    if (text.trim() === '') return null;
    const name = toAppName(text);
    const type = await ask(
      context,
      (at) => select({ message: `${name} is`, choices: types, loop: false, pageSize: 12 }, at),
      true,
    );
    if (type === back) continue;
    const full = await completeType(context, type, entities, input);
    if (full === back) continue;
    if (full === 'bool' || /^(?:enum|many)/.test(full)) return { name, type: full, required: false };
    const required = await ask(
      context,
      (at) => confirm({ message: `Must ${name} be filled in?`, default: fields.length === 0 }, at),
      true,
    );
    if (required !== back) return { name, type: full, required };
  }
}

function checkFieldName(value: string, fields: readonly DescribedField[]): true | string {
  if (value.trim() === '') return fields.length > 0 || 'an entity needs a field';
  const name = toAppName(value);
  if (name === '') return 'letters, digits and _, beginning with a letter';
  if (name === 'id') return 'every entity has its id already';
  return fields.every((field) => field.name !== name) || `there is a field ${name} already`;
}

async function completeType(
  context: CommandContext,
  type: string,
  entities: readonly DescribedEntity[],
  input: Input,
): Promise<string | typeof back> {
  if (type === 'enum') {
    const values = await ask(
      context,
      (at) =>
        input(
          {
            message: 'Which values? (like new, paid, shipped)',
            required: true,
            validate: (value) => enumValues(value).length > 0 || 'at least one word',
          },
          at,
        ),
      true,
    );
    return values === back ? back : `enum[${enumValues(values).join(',')}]`;
  }
  if (type !== 'ref' && type !== 'many') return type;
  const { select } = await loadPrompts(context);
  const choices = entities.map(({ name }) => ({ value: name, name }));
  const target = await ask(
    context,
    (at) => select({ message: 'Which entity?', choices, loop: false }, at),
    true,
  );
  return target === back ? back : `${type} ${target}`;
}

function enumValues(text: string): string[] {
  return [...new Set(text.split(/[,;]/).map(toAppName))].filter((value) => value !== '');
}

function showEntity(context: CommandContext, entity: DescribedEntity): void {
  const { err } = context.terminal;
  err.line();
  for (const line of entityText(entity).split('\n')) err.line(err.colours.cyan(`  ${line}`));
  err.line();
}
