import { toTitle } from './names.ts';

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

/** `PurchaseOrder` as `purchase_order`. */
export function toSnake(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `purchase order` or `purchase_orders` as `PurchaseOrder…`; empty where no letter is left. */
export function toPascal(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word, at) => (at === 0 ? word.replace(/^[0-9]+/, '') : word))
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
    .replace(/^[0-9]+/, '');
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
    `entity ${name} ${JSON.stringify(toTitle(toSnake(name)))}:`,
    '  id: uuid pk',
    ...lines,
    ...stamps,
  ].join('\n');
}

/** The four pages of an entity: list, view, create, edit. */
function surfaceTexts({ name, fields }: DescribedEntity): string[] {
  const snake = toSnake(name);
  const words = toTitle(snake);
  const columns = fields.filter(
    (field) => field.type !== 'text' && field.type !== 'json' && !field.type.startsWith('many '),
  );
  const surface = (mode: string, title: string, shown: readonly DescribedField[]): string =>
    [
      `surface ${snake}_${mode} ${JSON.stringify(title)}:`,
      `  uses entity ${name}`,
      `  mode: ${mode}`,
      `  section main ${JSON.stringify(words)}:`,
      ...(shown.length > 0 ? shown : fields).map(
        (field) => `    field ${field.name} ${JSON.stringify(labelOf(field.name))}`,
      ),
    ].join('\n');
  return [
    surface('list', `${words}: all`, columns.slice(0, 6)),
    surface('view', words, fields),
    surface('create', `New ${words.toLowerCase()}`, fields),
    surface('edit', `Edit ${words.toLowerCase()}`, fields),
  ];
}

function labelOf(name: string): string {
  const words = name.split('_').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The spec of an application that was described in the wizard: its entities, and four pages for each. */
export function describedSpec(name: string, entities: readonly DescribedEntity[]): string {
  const title = toTitle(name);
  const parts = [
    `# ${title}: what it is made of. Change it, then run "dazzle build".`,
    `module ${name}.core\n\napp ${name} ${JSON.stringify(title)}`,
    ...entities.map(entityText),
    ...entities.flatMap(surfaceTexts),
  ];
  return `${parts.join('\n\n').replace(/\n\nmodule/, '\nmodule')}\n`;
}
