import { toAppName, type DescribedEntity, type DescribedField } from '../../../../../generators/app/index.ts';
import type { CommandContext } from '../../../command.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';
import { snake } from '../../../../words/spellings.ts';
import { guessType, readFields, type TypedField } from './read-described.ts';

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

/** What the fields of an entity are asked with. */
interface FieldSurroundings {
  readonly context: CommandContext;
  /** The entity, with the fields that it has so far. */
  readonly entity: DescribedEntity;
  /** What can be referred to, the entity itself too. */
  readonly entities: readonly DescribedEntity[];
}

/** Asks for the next fields, several at a time where they are typed so; none where the person is done, `back` where they go back. */
export async function describeFields(
  at: FieldSurroundings,
): Promise<readonly DescribedField[] | typeof back> {
  const { context, entity } = at;
  const { input } = await loadPrompts(context);
  for (;;) {
    const isFirst = entity.fields.length === 0;
    const text = await ask(
      context,
      (to) =>
        input(
          {
            message: `${entity.name}: ${isFirst ? 'its first field? (like name)' : 'next field? (Enter: no more)'}`,
            validate: (value) => checkFields(value, entity),
          },
          to,
        ),
      true,
    );
    if (text === back) return back;
    const fields = await completeFields(readFields(text), at);
    if (fields !== back) return fields;
  }
}

/** Asks for what was not said of fields that were typed in a list; `back` where the person goes back before the first is known. */
export async function completeFields(
  typed: readonly TypedField[],
  at: FieldSurroundings,
): Promise<readonly DescribedField[] | typeof back> {
  const { entity, entities } = at;
  const fields: DescribedField[] = [];
  let next = 0;
  while (next < typed.length) {
    const soFar = { ...entity, fields: [...entity.fields, ...fields] };
    const others = entities.map((each) => (each.name === entity.name ? soFar : each));
    const field = await completeField(typed[next]!, typed.length === 1, {
      ...at,
      entity: soFar,
      entities: others,
    });
    if (field !== back) {
      fields.push(field);
      next++;
    } else if (next === 0) return back;
    else {
      fields.pop();
      next--;
    }
  }
  return fields;
}

/** One field; of one in a list it is not asked whether it must be filled in: the first must. */
async function completeField(
  typed: TypedField,
  isAlone: boolean,
  { context, entity, entities }: FieldSurroundings,
): Promise<DescribedField | typeof back> {
  const { confirm, select } = await loadPrompts(context);
  for (;;) {
    const meant = await chooseMeaning(context, typed);
    if (meant === back) return back;
    const { name, required: isRequired } = meant;
    const said = meant.said === undefined ? undefined : findEntity(meant.said, entities);
    const given = said === undefined ? meant.type : `ref ${said.name}`;
    const isKnown = given !== null && hasTarget(given, entities);
    const target = findEntity(name, entities);
    const guess = target === undefined ? meant.guess : 'ref';
    const type = isKnown
      ? given
      : await ask(
          context,
          (to) =>
            select({ message: `${name} is`, choices: types, default: guess, loop: false, pageSize: 12 }, to),
          true,
        );
    if (type === back) {
      if (typed.whole === undefined) return back;
      continue;
    }
    const full = isKnown ? type : await completeType(context, type, entities, target);
    if (full === back) continue;
    const isFirst = entity.fields.length === 0;
    // Were it required, no first row could be made: there is none yet that it could refer to.
    if (full === 'bool' || /^(?:enum|many)/.test(full) || full === `ref ${entity.name}`)
      return { name, type: full, required: false };
    if (isRequired || !isAlone) return { name, type: full, required: isRequired || isFirst };
    const required = await ask(
      context,
      (to) => confirm({ message: `Must ${name} be filled in?`, default: isFirst }, to),
      true,
    );
    if (required !== back) return { name, type: full, required };
    if (isKnown) return back;
  }
}

/** Asks whether the last words of a field are its type or part of its name. */
async function chooseMeaning(context: CommandContext, typed: TypedField): Promise<TypedField | typeof back> {
  const { whole, name, type } = typed;
  if (whole === undefined) return typed;
  const { select } = await loadPrompts(context);
  const what = type === null ? 'a number' : types.find(({ value }) => value === type)!.name;
  const isName = type === null ? guessType(name) === 'str(200)' : /^date/.test(type);
  const answer = await ask(
    context,
    (to) =>
      select(
        {
          message: `"${whole.replaceAll('_', ' ')}" is`,
          choices: [
            { value: 'typed', name: `a field ${name}: ${what}` },
            { value: 'name', name: `a field called ${whole}` },
          ],
          default: isName ? 'name' : 'typed',
          loop: false,
        },
        to,
      ),
    true,
  );
  if (answer === back) return back;
  if (answer === 'typed') return typed;
  return {
    name: whole,
    type: null,
    guess: guessType(whole),
    required: typed.required,
  };
}

function findEntity(text: string, entities: readonly DescribedEntity[]): DescribedEntity | undefined {
  return entities.find(({ name }) => snake(name) === toAppName(text));
}

function hasTarget(type: string, entities: readonly DescribedEntity[]): boolean {
  const [, target] = /^(?:ref|many) (\w+)$/.exec(type) ?? [];
  return target === undefined || entities.some(({ name }) => name === target);
}

/** Tells what is wrong with typed fields, or nothing. */
export function checkFields(value: string, { fields }: DescribedEntity): true | string {
  if (value.trim() === '') return fields.length > 0 || 'an entity needs a field';
  const taken = new Set(fields.map(({ name }) => name));
  for (const { name, whole } of readFields(value)) {
    if (name === '') return 'letters, digits and _, beginning with a letter';
    if (name === 'id') return 'every entity has its id already';
    if (taken.has(name) && (whole === undefined || taken.has(whole)))
      return `there is a field ${name} already`;
    taken.add(name);
  }
  return true;
}

async function completeType(
  context: CommandContext,
  type: string,
  entities: readonly DescribedEntity[],
  likely: DescribedEntity | undefined,
): Promise<string | typeof back> {
  const { input, select } = await loadPrompts(context);
  if (type === 'enum') {
    const values = await ask(
      context,
      (to) =>
        input(
          {
            message: 'Which values? (like new, paid, shipped)',
            required: true,
            validate: (value) => enumValues(value).length > 0 || 'at least one word',
          },
          to,
        ),
      true,
    );
    return values === back ? back : `enum[${enumValues(values).join(',')}]`;
  }
  if (type !== 'ref' && type !== 'many') return type;
  const choices = entities.map(({ name }) => ({ value: name, name }));
  const preset = likely === undefined ? {} : { default: likely.name };
  const target = await ask(
    context,
    (to) => select({ message: 'Which entity?', choices, ...preset, loop: false }, to),
    true,
  );
  return target === back ? back : `${type} ${target}`;
}

function enumValues(text: string): string[] {
  return [...new Set(text.split(/[,;]/).map(toAppName))].filter((value) => value !== '');
}
