import { isRequiredInput, js, keyKind } from '../../../lib/index.ts';
import type { AppSpec, FieldSpec, ListFilter } from '../../../lib/index.ts';
import { objectCode } from './javascript.ts';
import { storedDefault } from './schema/build-tables.ts';

/** Names of the functions of `src/forms/fields.js` that make the Zod schema of an input or a filter. */
export const fieldBuilders = [
  ...['boolean', 'choice', 'date', 'datetime', 'decimal', 'email', 'freeText', 'integer', 'json'],
  ...['number', 'reference', 'references', 'text', 'time', 'url', 'uuid', 'yesNo'],
];

/** The code of the Zod schema of a filter's query parameter: `choice(['open', 'closed'])`. */
export function filterCode(spec: AppSpec, filter: ListFilter): string {
  switch (filter.control) {
    case 'choice':
      return `choice(${js(filter.choices!.map(({ value }) => value))})`;
    case 'record':
      return referenceCode(spec, filter.entity!, {});
    case 'yes-no':
      return 'yesNo()';
    case 'number':
    case 'date':
    case 'time':
    case 'uuid':
    case 'text':
      return `${filter.control}()`;
  }
}

/** The code of a field's Zod schema: `text({ required: true, maxLength: 200 })`. */
export function fieldCode(spec: AppSpec, field: FieldSpec): string {
  const { type } = field;
  const options: Record<string, string | undefined> = {
    required: isRequiredInput(field) ? 'true' : undefined,
    fallback: fallbackCode(field),
    min: boundCode(field, field.min),
    max: boundCode(field, field.max),
    pattern: field.pattern === null ? undefined : `new RegExp(${js(field.pattern)}, 'u')`,
  };
  const call = (builder: string, more: Record<string, string | undefined> = {}): string => {
    const code = objectCode({ ...more, ...options });
    return `${builder}(${code === '{}' ? '' : code})`;
  };
  switch (type.kind) {
    case 'str':
      return call('text', { maxLength: String(type.maxLength) });
    case 'int':
      return call('integer');
    case 'float':
      return call('number');
    case 'decimal':
      return call('decimal', { precision: String(type.precision), scale: String(type.scale) });
    case 'bool':
      return call('boolean');
    case 'enum': {
      const code = objectCode(options);
      return `choice(${js(type.values)}${code === '{}' ? '' : `, ${code}`})`;
    }
    case 'ref':
      return referenceCode(spec, type.entity, options);
    case 'many':
      return referenceCode(spec, type.entity, { required: options['required'] }, 'references');
    case 'text':
    case 'date':
    case 'time':
    case 'datetime':
    case 'uuid':
    case 'email':
    case 'url':
    case 'json':
      return call(type.kind);
  }
}

/** A bound as code. That of a decimal is a string, so that messages show it as written (`'0.10'`, not 0.1). */
function boundCode({ type }: FieldSpec, bound: string | null): string | undefined {
  if (bound === null) return undefined;
  return type.kind === 'decimal' ? js(bound) : bound;
}

/** The code of the value, or of a function that gives it, that an empty field gets: its default; undefined where it has none. */
export function fallbackCode(field: FieldSpec): string | undefined {
  const { default: value, type } = field;
  if (value === null) return undefined;
  switch (value.kind) {
    case 'today':
    case 'now':
      return type.kind === 'date' ? 'today' : type.kind === 'time' ? 'timeOfDay' : '() => new Date()';
    case 'number':
      return type.kind === 'decimal' ? js(value.text) : String(value.value);
    default:
      return js(storedDefault(type.kind, value.value));
  }
}

function referenceCode(
  spec: AppSpec,
  entity: string,
  options: Readonly<Record<string, string | undefined>>,
  builder: 'reference' | 'references' = 'reference',
): string {
  const key = keyKind(spec.entities, entity) === 'int' ? "'int'" : undefined;
  const code = objectCode({ key, ...options });
  return `${builder}(${code === '{}' ? '' : code})`;
}
