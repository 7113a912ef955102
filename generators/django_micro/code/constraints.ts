import { claimName, fitName, isNumber, isText, py } from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import type { DjangoNames } from '../naming.ts';
import { numberCode } from './model-fields.ts';
import type { PythonImport } from './python-imports.ts';

/** Python expressions for `Meta.constraints` and `Meta.indexes`, and the imports that they need. */
export interface TableRules {
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly imports: readonly PythonImport[];
}

/** Most characters in the name of an index or constraint: Django refuses longer index names (models.E034). */
const longestName = 30;

/**
 * The name of an index or constraint, the same in every build: `['Task', 'status', 'valid']` gives
 * `task_status_valid`. One of more than 30 characters is cut and ends with six hexadecimal digits of a hash.
 */
export function ruleName(parts: readonly string[]): string {
  return fitName(parts.join('_').toLowerCase(), longestName, 6);
}

/**
 * The check constraints of an entity's table (bounds, choices, patterns), and what its `unique` and `index`
 * lines say. A `many` has no column and is left out of those lines.
 */
export function tableRules(entity: EntitySpec, names: DjangoNames): TableRules {
  const imports: PythonImport[] = [];
  const constraints: string[] = [];
  const indexes: string[] = [];
  const { className } = names.model(entity.name);
  const attribute = (field: string): string => names.field(entity.name, field).attribute;
  const fields = new Map(entity.fields.map((field) => [field.name, field]));
  const taken = new Set<string>();
  const claim = (parts: readonly string[]): string =>
    claimName(taken, ruleName(parts), (count) => ruleName([...parts, String(count)]));

  for (const field of entity.fields) {
    for (const { suffix, condition, message } of checksOf(field, attribute(field.name), imports)) {
      constraints.push(
        `models.CheckConstraint(condition=${condition}, name=${py(claim([className, attribute(field.name), suffix]))}, ` +
          `violation_error_message=${py(message)})`,
      );
    }
  }
  for (const constraint of entity.constraints) {
    const keys = constraint.fields.filter((key) => fields.get(key.field)?.type.kind !== 'many');
    if (keys.length === 0) continue;
    const attributes = keys.map((key) => attribute(key.field));
    if (constraint.kind === 'unique') {
      constraints.push(
        `models.UniqueConstraint(fields=${py(attributes)}, name=${py(claim([className, ...attributes, 'uniq']))})`,
      );
    } else {
      const ordered = keys.map((key) => `${key.direction === 'desc' ? '-' : ''}${attribute(key.field)}`);
      const parts = keys.map((key) => `${attribute(key.field)}${key.direction === 'desc' ? '_desc' : ''}`);
      indexes.push(`models.Index(fields=${py(ordered)}, name=${py(claim([className, ...parts, 'idx']))})`);
    }
  }
  return { constraints, indexes, imports };
}

interface Check {
  readonly suffix: string;
  readonly condition: string;
  readonly message: string;
}

function checksOf(field: FieldSpec, attribute: string, imports: PythonImport[]): Check[] {
  const checks: Check[] = [];
  if (isNumber(field) && field.auto === null && !field.primaryKey) {
    const bounds: string[] = [];
    const limits: string[] = [];
    if (field.min !== null) {
      bounds.push(`models.Q(${attribute}__gte=${numberCode(field.min, field, imports)})`);
      limits.push(`at least ${field.min}`);
    }
    if (field.max !== null) {
      bounds.push(`models.Q(${attribute}__lte=${numberCode(field.max, field, imports)})`);
      limits.push(`at most ${field.max}`);
    }
    if (bounds.length > 0) {
      checks.push({
        suffix: 'range',
        condition: bounds.join(' & '),
        message: `${field.name} must be ${limits.join(' and ')}`,
      });
    }
  }
  if (field.type.kind === 'enum') {
    checks.push({
      suffix: 'valid',
      condition: `models.Q(${attribute}__in=${py(field.type.values)})`,
      message: `${field.name} has an invalid choice`,
    });
  }
  if (field.pattern !== null && isText(field) && isPortable(field.pattern)) {
    checks.push({
      suffix: 'pattern',
      // An empty text passes: a migration that adds a required field writes it into existing rows.
      condition: `models.Q(${attribute}="") | models.Q(${attribute}__regex=${py(field.pattern)})`,
      message: `${field.name} does not match the pattern`,
    });
  }
  return checks;
}

/** Claims that PostgreSQL and Python read a pattern alike; others are checked by the validators alone. */
function isPortable(pattern: string): boolean {
  return !/\\[bBupPkxAZ0-9]|\(\?(?!:|=|!)/.test(pattern);
}
