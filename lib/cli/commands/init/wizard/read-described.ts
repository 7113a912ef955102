import { toAppName, toEntityName } from '../../../../../generators/app/index.ts';

/** A field as it was typed in a list. */
export interface TypedField {
  readonly name: string;
  /** In the language; null where it was not said, or in words that may mean several. */
  readonly type: string | null;
  /** The likeliest type. */
  readonly guess: string;
  readonly required: boolean;
  /** What was said of its type, where that is no type: another entity's name, perhaps. */
  readonly said?: string;
  /** The last words may say what it is, or belong to its name: `start date`. */
  readonly whole?: string;
}

/** An entity as it was typed, with the fields behind its name. */
export interface TypedEntity {
  readonly name: string;
  readonly fields: readonly TypedField[];
}

/** The type that people's words for it stand for; an empty one where they may mean an int or a decimal. */
const meanings: readonly (readonly [words: RegExp, type: string])[] = [
  [/^(?:short text|string|str|words?)$/, 'str(200)'],
  [/^(?:long text|text|paragraphs?|notes?)$/, 'text'],
  [/^(?:whole number|integer|int|count)$/, 'int'],
  [/^(?:amount|money|currency|decimal|price)$/, 'decimal(10,2)'],
  [/^(?:yes or no|yes\/no|true or false|boolean|bool|checkbox|flag)$/, 'bool'],
  [/^(?:date and time|datetime|timestamp|time)$/, 'datetime'],
  [/^(?:date|day)$/, 'date'],
  [/^(?:email address|email|e-mail|mail)$/, 'email'],
  [/^(?:web address|url|link|website)$/, 'url'],
  [/^(?:number|numeric|figure)$/, ''],
];

/** What a name suggests. */
const suggestions: readonly (readonly [name: RegExp, type: string])[] = [
  [/(?:^|_)(?:price|amount|cost|total|fee|salary|balance|tax)$/, 'decimal(10,2)'],
  [/(?:^|_)(?:count|quantity|age|year|pages|stock|position)$/, 'int'],
  [/^(?:is|has|can)_|(?:^|_)(?:active|done|paid|enabled|visible)$/, 'bool'],
  [/(?:^|_)(?:date|birthday|day)$|_on$/, 'date'],
  [/(?:^|_)time$|_at$/, 'datetime'],
  [/(?:^|_)e?mail(?:_address)?$/, 'email'],
  [/(?:^|_)(?:url|website|link|homepage)$/, 'url'],
  [/(?:^|_)(?:notes?|description|comments?|body|text|content)$/, 'text'],
];

/** A type with its arguments, in the language. */
const language = /^(?:(?:str|decimal|enum)\s*[([].*[)\]]|(?:ref|many)\s+\w.*)$/;

/** The likeliest type for a field of this name. */
export function guessType(name: string): string {
  return suggestions.find(([pattern]) => pattern.test(name))?.[1] ?? 'str(200)';
}

/**
 * Reads what a person types when asked what is kept: `Customer`, `Customer, Order`, `Item: name, price number`,
 * `Customer (name, email); Order (total)`. Entities without a name are left out.
 */
export function readEntities(text: string): TypedEntity[] {
  const entities: { name: string; fields: TypedField[] }[] = [];
  for (const part of splitOutside(text, /[;\n]/)) {
    const pieces = splitOutside(part, /,/);
    let isList = false;
    for (const piece of pieces) {
      const [, head, rest] = /^([^:([]+):\s*(.*)$/s.exec(piece) ?? [];
      const [, group, inner] = isList ? [] : (/^([^:([]+)\((.*)\)$/s.exec(piece) ?? []);
      if (head !== undefined && (!isList || /^\p{Lu}/u.test(head))) {
        entities.push({ name: toEntityName(head), fields: readFields(rest!) });
        isList = true;
      } else if (group !== undefined)
        entities.push({ name: toEntityName(group), fields: readFields(inner!) });
      else if (isList) entities.at(-1)!.fields.push(...readFields(piece));
      else {
        const names = pieces.length > 1 ? piece.split(/\s+and\s+/) : [piece];
        entities.push(...names.map((name) => ({ name: toEntityName(name), fields: [] })));
      }
    }
  }
  return entities.filter(({ name }) => name !== '');
}

/** Reads a list of fields: `name, price number, code: str(8) required`. */
export function readFields(text: string): TypedField[] {
  return splitOutside(text, /[,;]/).map(readField);
}

function readField(piece: string): TypedField {
  const required = /\s+required$/i.test(piece);
  const text = piece.replace(/\s+required$/i, '').trim();
  const said = splitType(text);
  if (said !== null) {
    const name = toAppName(said.name);
    const type = typeOf(said.type);
    return {
      name,
      type,
      guess: type ?? guessType(name),
      required,
      ...(type === null ? { said: said.type } : {}),
    };
  }
  const words = text.split(/\s+/);
  for (const size of [3, 2, 1]) {
    if (words.length <= size) continue;
    const meant = meaningOf(words.slice(-size).join(' '));
    const name = toAppName(words.slice(0, -size).join(' '));
    if (meant === undefined || name === '') continue;
    const type = meant === '' ? null : meant;
    return { name, type, guess: type ?? numberFor(name), required, whole: toAppName(text) };
  }
  const name = toAppName(text);
  return { name, type: null, guess: guessType(name), required };
}

/** A field whose type stands apart from its name: `price: number`, `price (number)`, `code str(8)`, `price decimal`. */
function splitType(text: string): { name: string; type: string } | null {
  const [, name, type] =
    /^([^:]+):\s*(.+)$/s.exec(text) ??
    /^(.+?)\s+((?:str|decimal|enum)\s*[([].*[)\]]|(?:ref|many)\s+\w+)$/s.exec(text) ??
    /^([^([]+)\((.+)\)$/s.exec(text) ??
    /^(.+)\s+(str|string|int|integer|bool|boolean|decimal|datetime)$/is.exec(text) ??
    [];
  return name === undefined ? null : { name, type: type! };
}

/** A type as the language or a person says it; null where that may mean several or nothing. */
function typeOf(text: string): string | null {
  const said = text.trim();
  if (language.test(said)) return said.replaceAll(/\s*([([,)\]])\s*/g, '$1').replaceAll(/\s+/g, ' ');
  const values = said.split(/\s*[/|]\s*/).map(toAppName);
  if (values.length > 1 && meaningOf(said) === undefined && !values.includes(''))
    return `enum[${values.join(',')}]`;
  return meaningOf(said) || null;
}

function meaningOf(words: string): string | undefined {
  return meanings.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1];
}

function numberFor(name: string): string {
  return guessType(name) === 'decimal(10,2)' ? 'decimal(10,2)' : 'int';
}

/** Splits where a separator stands outside of brackets; empty pieces are left out. */
function splitOutside(text: string, separator: RegExp): string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(character)) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
