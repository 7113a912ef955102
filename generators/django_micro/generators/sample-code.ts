import {
  inWords,
  isGenerated,
  isNumber,
  numberRange,
  patternTexts,
  py,
  textLength,
} from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import type { DjangoNames } from '../naming.ts';

/** Attribute and Python expression (of the number `n`) of each value that a sample record is given. */
export function sampleEntries(entity: EntitySpec, names: DjangoNames): { attribute: string; code: string }[] {
  return entity.fields.flatMap((field) => {
    const code = isGenerated(field) ? null : sampleCode(field, names);
    return code === null ? [] : [{ attribute: names.field(entity.name, field.name).attribute, code }];
  });
}

/** A Python expression of the number `n` for a valid value; null where the record does without one. */
function sampleCode(field: FieldSpec, names: DjangoNames): string | null {
  const { type } = field;
  const texts = patternTexts(field);
  if (texts !== null) return texts.length === 0 ? null : `pick(${py(texts)}, n)`;
  if (isNumber(field)) return numberCode(field);
  switch (type.kind) {
    case 'str':
      return textCode(field, type.maxLength);
    case 'text':
      return textCode(field, 10_000);
    case 'email':
      return 'f"person{n}@example.com"';
    case 'url':
      return 'f"https://example.com/{n}"';
    case 'bool':
      return 'n % 2 == 1';
    case 'date':
      return 'date(2024, 1, 1) + timedelta(days=n)';
    case 'datetime':
      return 'datetime(2024, 1, 1, 12, tzinfo=timezone.utc) + timedelta(hours=n)';
    case 'time':
      return 'time(n % 24, n * 7 % 60)';
    case 'uuid':
      return 'UUID(int=n)';
    case 'json':
      return '{"sample": n}';
    case 'enum':
      return `pick(${py(type.values)}, n)`;
    case 'ref':
      return field.nullable ? null : `Made(${py(names.model(type.entity).className)})`;
    case 'many':
      return field.required ? `[Made(${py(names.model(type.entity).className)})]` : null;
    default:
      return null;
  }
}

function textCode(field: FieldSpec, limit: number): string {
  const length = textLength(field, limit);
  const least = field.min === null ? 0 : Math.ceil(Number(field.min));
  const label = inWords(field.name);
  const code =
    length >= label.length + 7
      ? `f"${label.replace(/[{}"\\]/g, '')} {n}"`
      : length >= 5
        ? 'str(n)'
        : `str(n)[-${length}:]`;
  return least > 5 ? `${code}.ljust(${least}, "x")` : least > 0 ? `${code}.rjust(${least}, "0")` : code;
}

/** Whole numbers within the bounds, walking through the room between them. */
function numberCode(field: FieldSpec): string {
  const { least, most } = numberRange(field);
  if (most < least)
    return field.type.kind === 'decimal' ? `Decimal(${py(field.min ?? '0')})` : (field.min ?? '0');
  const step =
    most - least === 0 ? String(least) : `${least === 0 ? '' : `${least} + `}n % ${most - least + 1}`;
  return field.type.kind === 'decimal'
    ? `Decimal(${step})`
    : field.type.kind === 'float'
      ? `float(${step})`
      : step;
}
