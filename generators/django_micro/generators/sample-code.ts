import { inWords, isGenerated, py, sampleValue } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import type { DjangoNames } from '../naming.ts';
import { isNumber } from './model-fields.ts';

/** How many texts are made up for a pattern. */
const patternSamples = 30;

/** Entities of which no first record can be made, because what they need leads back to them. */
export function unmakeableEntities(entities: readonly EntitySpec[]): ReadonlySet<string> {
  const makeable = new Set<string>();
  for (let before = -1; before !== makeable.size;) {
    before = makeable.size;
    for (const entity of entities) {
      const waits = entity.fields.some(
        (field) =>
          (field.type.kind === 'ref' && !field.nullable && !makeable.has(field.type.entity)) ||
          (field.type.kind === 'many' && field.required && !makeable.has(field.type.entity)) ||
          (field.pattern !== null &&
            field.required &&
            field.default === null &&
            sampleValue(field, 1) === null),
      );
      if (!waits) makeable.add(entity.name);
    }
  }
  return new Set(entities.filter((entity) => !makeable.has(entity.name)).map((entity) => entity.name));
}

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
  if (field.pattern !== null && ['str', 'text', 'email', 'url'].includes(type.kind)) {
    const texts = new Set<string>();
    for (let index = 1; index <= patternSamples; index++) {
      const text = sampleValue(field, index);
      if (text !== null) texts.add(text);
    }
    return texts.size === 0 ? null : `pick(${py([...texts])}, n)`;
  }
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
  const length = Math.min(limit, field.max === null ? limit : Math.floor(Number(field.max)));
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
  const digits = field.type.kind === 'decimal' ? Math.min(9, field.type.precision - field.type.scale) : 6;
  const ceiling = field.type.kind === 'decimal' ? 10 ** digits - 1 : 1_000_000;
  const most = Math.floor(field.max === null ? Math.max(ceiling, Number(field.min ?? 0)) : Number(field.max));
  const least = Math.ceil(field.min === null ? Math.min(0, most) : Number(field.min));
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
