const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Escapes a scalar for HTML text and attribute values, also where the page is a Django, Jinja or EJS template. */
export function html(value: unknown): string {
  return scalarText(value)
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/\{(?=[{%#])/g, '&#123;')
    .replace(/&#123;\{/g, '&#123;&#123;');
}

/** A scalar as text; throws a TypeError for null, undefined, objects and functions, which would print as nonsense. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  throw new TypeError(`a template can print text, numbers and booleans, but not ${nameOf(value)}`);
}

/** A Python expression for a plain value: text, numbers, booleans, null, lists and objects (as dicts). */
export function py(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('\u007f', '\\x7f');
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `float("${value}")`;
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(py).join(', ')}]`;
  return `{${entriesOf(value, 'py')
    .map(([key, item]) => `${py(key)}: ${py(item)}`)
    .join(', ')}}`;
}

/** A JavaScript expression for a plain value, safe inside a `<script>` too. */
export function js(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return jsText(value);
  if (Array.isArray(value)) return `[${value.map(js).join(', ')}]`;
  const entries = entriesOf(value, 'js').map(([key, item]) => `${jsKey(key)}: ${js(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function jsText(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replace(/<(?=\/script|!--|script)/gi, '\\x3C')}'`;
}

function jsKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : jsText(key);
}

/** JSON text, indented by `spaces` (default 2). */
export function json(value: unknown, spaces = 2): string {
  const text = JSON.stringify(value, null, spaces);
  if (text === undefined) throw new TypeError(`json() cannot write ${nameOf(value)}`);
  return text;
}

const yamlWord = /^[A-Za-z_][\w./-]*(?: [\w./-]+)*$/;
const yamlReserved = /^(?:true|false|null|yes|no|on|off|y|n|~|\.nan|\.inf)$/i;

/** A YAML flow value; text is quoted where a plain one would read as something else. */
export function yaml(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return yamlWord.test(value) && !yamlReserved.test(value) ? value : yamlQuoted(value);
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  const entries = entriesOf(value, 'yaml').map(([key, item]) => `${yaml(key)}: ${yaml(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function yamlQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, unicodeEscape);
}

/** A TOML value, with objects as inline tables. Throws a TypeError for null, which TOML does not have. */
export function toml(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value).replace(/[\u007f]/g, unicodeEscape);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (Array.isArray(value)) return `[${value.map(toml).join(', ')}]`;
  const entries = entriesOf(value, 'toml').map(([key, item]) => `${tomlKey(key)} = ${toml(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function tomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : toml(key);
}

/** An HCL expression (Terraform); `${` and `%{` in text stay text. */
export function hcl(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string')
    return JSON.stringify(value)
      .replace(/\$(?=\{)/g, '$$$$')
      .replace(/%(?=\{)/g, '%%');
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  const entries = entriesOf(value, 'hcl').map(
    ([key, item]) => `${/^[A-Za-z_][\w-]*$/.test(key) ? key : hcl(key)} = ${hcl(item)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** One word of a POSIX shell command. */
export function sh(value: unknown): string {
  const text = scalarText(value);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `text` with each line but the first (and empty ones) indented by `spaces`. */
export function indent(text: string, spaces: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(spaces)}`);
}

/** The functions that every template has by name. */
export const literals = { py, js, json, yaml, html, sh, toml, hcl, indent } as const;

function entriesOf(value: unknown, language: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`${language}() cannot write ${nameOf(value)}`);
  }
  return Object.entries(value);
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
