import { asTitle, capitalize, snake } from '../../lib/index.ts';

/**
 * A field that a person described in the wizard; `type` is spec text: `str(200)`, `ref Customer`,
 * `enum[new,done]`.
 */
export interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** An entity that a person described in the wizard. */
export interface DescribedEntity {
  readonly name: string;
  readonly fields: readonly DescribedField[];
}

/**
 * The spec text of an entity: its fields, `id: uuid pk` before them and, unless a field has that name,
 * `created_at: datetime auto_add` after them. An `enum` defaults to its first value.
 */
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

/** The spec texts of an entity's four surfaces: list (of at most six columns), view, create and edit. */
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

/** The spec text of an application described in the wizard: its entities, and four surfaces for each. */
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
