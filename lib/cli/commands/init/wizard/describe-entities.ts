import { entityText, type DescribedEntity } from '../../../../../generators/app/index.ts';
import type { CommandContext } from '../../../command.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';
import { snake } from '../../../../words/spellings.ts';
import { checkFields, completeFields, describeFields } from './describe-field.ts';
import { readEntities, type TypedEntity } from './read-described.ts';

/** Asks for entities and their fields, showing the spec as it grows; `back` where the person left at the first question. */
export async function describeEntities(
  context: CommandContext,
  earlier: readonly DescribedEntity[],
): Promise<readonly DescribedEntity[] | typeof back> {
  const { select } = await loadPrompts(context);
  let entities = [...earlier];
  let wantsMore = entities.length === 0;
  for (;;) {
    if (wantsMore) {
      const more = await describeMore(context, entities);
      if (more.length === 0 && entities.length === 0) return back;
      entities.push(...more);
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
            default: wantsMore && entities.length < 2 ? 'more' : 'done',
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
      const fields = await describeFields({ context, entity: last, entities });
      if (fields === back || fields.length === 0) continue;
      entities[entities.length - 1] = { ...last, fields: [...last.fields, ...fields] };
      showEntity(context, entities.at(-1)!);
    }
  }
}

/** The entities of one answer, each with its fields; none where the person goes back. */
async function describeMore(
  context: CommandContext,
  others: readonly DescribedEntity[],
): Promise<DescribedEntity[]> {
  const { input } = await loadPrompts(context);
  let typed: string | undefined;
  asking: for (;;) {
    const text = await ask(
      context,
      (at) =>
        input(
          {
            message:
              others.length === 0
                ? 'What does it keep? (like Customer, or Customer, Order)'
                : 'And what else? (like Order)',
            required: true,
            validate: (value) => checkEntities(value, others),
            ...(typed === undefined ? {} : { default: typed }),
          },
          at,
        ),
      true,
    );
    if (text === back) return [];
    typed = text;
    const described: DescribedEntity[] = [];
    const wanted = readEntities(text);
    while (described.length < wanted.length) {
      const entity = await describeEntity(context, wanted[described.length]!, [...others, ...described]);
      if (entity !== back) described.push(entity);
      else if (described.pop() === undefined) continue asking;
    }
    return described;
  }
}

/** One entity: what was typed of it is completed, and more fields are asked for until the person is done. */
async function describeEntity(
  context: CommandContext,
  typed: TypedEntity,
  others: readonly DescribedEntity[],
): Promise<DescribedEntity | typeof back> {
  let entity: DescribedEntity = { name: typed.name, fields: [] };
  const at = (): Parameters<typeof describeFields>[0] => ({ context, entity, entities: [...others, entity] });
  const given = await completeFields(typed.fields, at());
  if (given === back) return back;
  entity = { ...entity, fields: given };
  if (given.length > 0) showEntity(context, entity);
  for (;;) {
    const fields = await describeFields(at());
    if (fields === back) {
      if (entity.fields.length === 0) return back;
      entity = { ...entity, fields: entity.fields.slice(0, -1) };
    } else if (fields.length > 0) entity = { ...entity, fields: [...entity.fields, ...fields] };
    else {
      if (entity.fields !== given) showEntity(context, entity);
      return entity;
    }
  }
}

/** Tells what is wrong with typed entities, or nothing. Names that differ only in their capitals name the same pages. */
function checkEntities(value: string, others: readonly DescribedEntity[]): true | string {
  const entities = readEntities(value);
  if (entities.length === 0) return 'letters and digits, beginning with a letter';
  const taken = new Map(others.map(({ name }) => [snake(name), name]));
  for (const { name, fields } of entities) {
    const known = taken.get(snake(name));
    if (known !== undefined) return `there is an entity ${known} already`;
    taken.set(snake(name), name);
    const list = fields.map((field) => field.whole ?? field.name).join(', ');
    const verdict = fields.length === 0 ? true : checkFields(list, { name, fields: [] });
    if (verdict !== true) return `${name}: ${verdict}`;
  }
  return true;
}

function showEntity(context: CommandContext, entity: DescribedEntity): void {
  const { err } = context.terminal;
  err.line();
  for (const line of entityText(entity).split('\n')) err.tell(err.colours.cyan(`  ${line}`), 2);
  err.line();
}
