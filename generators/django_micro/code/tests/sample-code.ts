import { py, sampleRule } from '../../../../lib/index.ts';
import type { EntitySpec, SampleRule } from '../../../../lib/index.ts';
import type { DjangoNames } from '../../naming.ts';

/** The attributes that a sample record has a value in, each with a Python expression of its number `n`. */
export function sampleEntries(entity: EntitySpec, names: DjangoNames): { attribute: string; code: string }[] {
  return entity.fields.flatMap((field) => {
    const rule = sampleRule(field);
    if (rule === null) return [];
    return [{ attribute: names.field(entity.name, field.name).attribute, code: sampleCode(rule, names) }];
  });
}

/** A Python expression of `n` for a valid value in the n-th sample record: `f"Title {n}"`. */
function sampleCode(rule: SampleRule, names: DjangoNames): string {
  switch (rule.kind) {
    case 'pick':
      return `pick(${py(rule.values)}, n)`;
    case 'text': {
      const { label, digits } = rule;
      if (label !== null) return `f"${label.replace(/[{}"\\]/g, '')} {n}"`;
      return digits === null ? 'str(n)' : `str(n)[-${digits}:]`;
    }
    case 'number': {
      const { least, span, fixed } = rule;
      if (fixed !== null) return rule.type === 'decimal' ? `Decimal(${py(fixed)})` : fixed;
      const step = span === 1 ? String(least) : `${least === 0 ? '' : `${least} + `}n % ${span}`;
      return { decimal: `Decimal(${step})`, double: `float(${step})`, integer: step }[rule.type];
    }
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
    case 'record': {
      const made = `Made(${py(names.model(rule.entity).className)})`;
      return rule.isMany ? `[${made}]` : made;
    }
  }
}
