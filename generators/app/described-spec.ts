import { asTitle, capitalize, snake } from '../../lib/index.ts';

/** A field as the wizard asks for it; `type` as the language writes it (`str(200)`, `ref Customer`, `enum[new,done]`). */
export interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** An entity as the wizard asks for it. */
export interface DescribedEntity {
  readonly name: string;
  readonly fields: readonly DescribedField[];
}

/** One entity in the language, with the key and the time of creation that every entity gets. */
export function entityText({ name, fields }: DescribedEntity): string {
  const lines = fields.map(({ name: field, type, required }) => {
    const isBool = type === 'bool';
    const hasDefault = /^enum\[/.test(type);
    const first = /^enum\[([^,\]]+)/.exec(type)?.[1];
    if (hasDefault) return `  ${field}: ${type}=${first}`;
    return `  ${field}: ${type}${required && !isBool ? ' required' : ''}`;
  });
  const stamps = fields.some((field) => field.name === 'created_at')
    ? []
    : ['  created_at: datetime auto_add'];
  return [
    `entity ${name} ${JSON.stringify(asTitle(snake(name)))}:`,
    '  id: uuid pk',
    ...lines,
    ...stamps,
  ].join('\n');
}

/** The four pages of an entity: list, view, create, edit. */
function surfaceTexts({ name, fields }: DescribedEntity): string[] {
  const base = snake(name);
  const words = asTitle(base);
  const columns = fields.filter(
    (field) => field.type !== 'text' && field.type !== 'json' && !field.type.startsWith('many '),
  );
  const surface = (mode: string, title: string, shown: readonly DescribedField[]): string =>
    [
      `surface ${base}_${mode} ${JSON.stringify(title)}:`,
      `  uses entity ${name}`,
      `  mode: ${mode}`,
      `  section main ${JSON.stringify(words)}:`,
      ...(shown.length > 0 ? shown : fields).map(
        (field) => `    field ${field.name} ${JSON.stringify(capitalize(field.name.split('_').join(' ')))}`,
      ),
    ].join('\n');
  return [
    surface('list', `${words}: all`, columns.slice(0, 6)),
    surface('view', words, fields),
    surface('create', `New ${words.toLowerCase()}`, fields),
    surface('edit', `Edit ${words.toLowerCase()}`, fields),
  ];
}

/** The spec of an application that was described in the wizard: its entities, and four pages for each. */
export function describedSpec(name: string, entities: readonly DescribedEntity[]): string {
  const title = asTitle(name);
  const parts = [
    `# ${title}: what it is made of. Change it, then run "dazzle build".`,
    `module ${name}.core\n\napp ${name} ${JSON.stringify(title)}`,
    ...entities.map(entityText),
    ...entities.flatMap(surfaceTexts),
  ];
  return `${parts.join('\n\n').replace(/\n\nmodule/, '\nmodule')}\n`;
}
