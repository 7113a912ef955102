import {
  defaultOf,
  fieldKind,
  isGeneratedKey,
  isNeverEmptyInput,
  isNumber,
  isText,
  longestMatched,
  maxLength,
  problemTexts,
  py,
} from '../../../lib/index.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/index.ts';
import type { DjangoField, DjangoNames } from '../naming.ts';
import type { PythonImport } from './python-imports.ts';

/** The Python expression of a model field, and what `app/models.py` must import for it. */
export interface FieldCode {
  readonly code: string;
  readonly imports: readonly PythonImport[];
}

/** Field classes of `app/records.py` that replace Django's own: written without `models.` before them. */
const ownFields = ['UrlField', 'ExactDecimalField'];

/** The model field for a field of the spec: `models.CharField(max_length=200, unique=True)`. */
export function fieldCode(entity: EntitySpec, field: FieldSpec, names: DjangoNames): FieldCode {
  const name = names.field(entity.name, field.name);
  const imports: PythonImport[] = [];
  const parts: string[] = [];
  const type = fieldClass(field, parts, entity, names, imports);
  if (field.primaryKey) parts.push('primary_key=True');
  if (name.choices !== null) parts.push(`max_length=${enumLength(field)}`, `choices=${name.choices}`);
  parts.push(...uniqueness(field), ...nullness(field));
  if (field.primaryKey && field.type.kind === 'uuid') {
    imports.push({ module: 'uuid', name: 'uuid4' });
    parts.push('default=uuid4', 'editable=False');
  } else {
    parts.push(...defaultCode(field, name, imports));
  }
  if (field.auto !== null) parts.push(field.auto === 'add' ? 'auto_now_add=True' : 'auto_now=True');
  const validators = validatorsOf(field, imports);
  if (validators.length > 0) parts.push(`validators=[${validators.join(', ')}]`);
  if (name.relatedName !== null) parts.push(`related_name=${py(name.relatedName)}`);
  if (name.column !== null)
    parts.push(`${field.type.kind === 'many' ? 'db_table' : 'db_column'}=${py(name.column)}`);
  if (name.attribute !== field.name)
    parts.push(`verbose_name=${py(field.name.replace(/_+/g, ' ').trim() || field.name)}`);
  if (field.help !== null) parts.push(`help_text=${py(field.help)}`);
  const prefix = ownFields.includes(type) ? '' : 'models.';
  return { code: `${prefix}${type}(${parts.join(', ')})`, imports };
}

/** The `max_length` of an enum: at least 50, so that a longer value added later still fits the column. */
function enumLength(field: FieldSpec): number {
  const longest =
    field.type.kind === 'enum' ? Math.max(...field.type.values.map((value) => value.length)) : 0;
  return Math.max(50, longest);
}

function fieldClass(
  field: FieldSpec,
  parts: string[],
  entity: EntitySpec,
  names: DjangoNames,
  imports: PythonImport[],
): string {
  const { type } = field;
  switch (type.kind) {
    case 'str':
      parts.push(`max_length=${type.maxLength}`);
      return 'CharField';
    case 'enum':
      return 'CharField';
    case 'email':
      return 'EmailField';
    case 'url':
      parts.push(`max_length=${maxLength(field)}`);
      imports.push({ module: '.records', name: 'UrlField' });
      return 'UrlField';
    case 'bool':
      return 'BooleanField';
    case 'int':
      if (isGeneratedKey(field)) return 'BigAutoField';
      return isBeyond32Bits(field) ? 'BigIntegerField' : 'IntegerField';
    case 'decimal':
      parts.push(`max_digits=${type.precision}`, `decimal_places=${type.scale}`);
      imports.push({ module: '.records', name: 'ExactDecimalField' });
      return 'ExactDecimalField';
    case 'ref': {
      parts.push(targetCode(entity, type.entity, names));
      // A required ref protects its target; an optional one is set to null.
      parts.push(`on_delete=models.${field.nullable ? 'SET_NULL' : 'PROTECT'}`);
      return field.unique || field.primaryKey ? 'OneToOneField' : 'ForeignKey';
    }
    case 'many':
      parts.push(targetCode(entity, type.entity, names));
      if (type.entity === entity.name) parts.push('symmetrical=False');
      return 'ManyToManyField';
    case 'text':
      return 'TextField';
    case 'float':
      return 'FloatField';
    case 'date':
      return 'DateField';
    case 'time':
      return 'TimeField';
    case 'datetime':
      return 'DateTimeField';
    case 'uuid':
      return 'UUIDField';
    case 'json':
      return 'JSONField';
  }
}

function targetCode(entity: EntitySpec, target: string, names: DjangoNames): string {
  return target === entity.name ? '"self"' : py(names.model(target).className);
}

function isBeyond32Bits(field: FieldSpec): boolean {
  return [field.min, field.max].some((bound) => bound !== null && Math.abs(Number(bound)) > 2147483647);
}

function uniqueness(field: FieldSpec): string[] {
  const isImplied = field.primaryKey || field.type.kind === 'ref' || field.type.kind === 'many';
  return field.unique && !isImplied ? ['unique=True'] : [];
}

/** The options `blank` (a form may leave the field empty) and `null` (so may the column), where needed. */
function nullness(field: FieldSpec): string[] {
  const isSaid = field.primaryKey || field.auto !== null || field.type.kind === 'bool';
  if (isSaid || isNeverEmptyInput(field)) return [];
  return field.nullable && field.type.kind !== 'many' ? ['blank=True', 'null=True'] : ['blank=True'];
}

function defaultCode(field: FieldSpec, name: DjangoField, imports: PythonImport[]): string[] {
  const value = defaultOf(field);
  if (value === null) return [];
  switch (value.kind) {
    case 'today':
      imports.push({ module: 'django.utils.timezone', name: 'localdate' });
      return ['default=localdate'];
    case 'now':
      if (field.type.kind === 'time') {
        imports.push({ module: '.records', name: 'current_time' });
        return ['default=current_time'];
      }
      imports.push({ module: 'django.utils.timezone', name: 'now' });
      return ['default=now'];
    case 'bool':
      return [`default=${py(value.value)}`];
    case 'number':
      return [`default=${numberCode(value.text, field, imports)}`];
    case 'string':
      return [`default=${textDefault(value.value, field, name, imports)}`];
  }
}

function textDefault(value: string, field: FieldSpec, name: DjangoField, imports: PythonImport[]): string {
  const parse = (parser: string, text: string): string => {
    imports.push({ module: 'django.utils.dateparse', name: parser });
    return `${parser}(${py(text)})`;
  };
  const { storage } = fieldKind(field);
  switch (storage) {
    case 'date':
      return parse('parse_date', value);
    case 'time':
      return parse('parse_time', value);
    case 'timestamp':
      return parse('parse_datetime', /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
    case 'uuid':
      imports.push({ module: 'uuid', name: 'UUID' });
      return `UUID(${py(value)})`;
    case 'json':
      return jsonDefault(value, imports);
    case 'decimal':
      return numberCode(value, field, imports);
    case 'varchar':
    case 'text':
    case 'integer':
    case 'double':
    case 'boolean':
    case 'key':
    case 'links':
      return name.choices === null ? py(value) : `${name.choices}.${name.members.get(value)!}`;
  }
}

/**
 * The default of a JSON field. A list or object is given as a function (`list`, `dict`,
 * `partial(json.loads, "…")`), so that each row gets one of its own; a lambda would not do, as migrations
 * cannot store it.
 */
function jsonDefault(value: string, imports: PythonImport[]): string {
  let parsed: unknown = value;
  try {
    parsed = JSON.parse(value);
  } catch {
    return py(value);
  }
  if (typeof parsed !== 'object' || parsed === null) return py(parsed);
  if (Array.isArray(parsed) && parsed.length === 0) return 'list';
  if (Object.keys(parsed).length === 0) return 'dict';
  imports.push({ module: 'functools', name: 'partial' }, { module: 'json' });
  return `partial(json.loads, ${py(JSON.stringify(parsed))})`;
}

/** A bound or default as a Python number: `Decimal("1.50")` for a decimal, else the text as it is. */
export function numberCode(text: string, field: FieldSpec, imports: PythonImport[]): string {
  if (field.type.kind !== 'decimal') return text;
  imports.push({ module: 'decimal', name: 'Decimal' });
  return `Decimal(${py(text)})`;
}

function validatorsOf(field: FieldSpec, imports: PythonImport[]): string[] {
  const validators: string[] = [];
  const add = (name: string, argument: string): void => {
    imports.push({ module: 'django.core.validators', name });
    validators.push(`${name}(${argument})`);
  };
  if (isNumber(field)) {
    if (field.min !== null) add('MinValueValidator', numberCode(field.min, field, imports));
    if (field.max !== null) add('MaxValueValidator', numberCode(field.max, field, imports));
  } else if (isText(field)) {
    if (field.min !== null) add('MinLengthValidator', String(Math.ceil(Number(field.min))));
    if (field.max !== null) add('MaxLengthValidator', String(Math.floor(Number(field.max))));
    else if (field.pattern !== null && field.type.kind === 'text')
      add('MaxLengthValidator', String(longestMatched));
  }
  if (field.pattern !== null && isText(field)) {
    const message = `${field.name} ${problemTexts.mismatch(field.pattern.replaceAll('%', '%%'))}`;
    const longest = maxLength(field) ?? Math.floor(Number(field.max ?? longestMatched));
    imports.push({ module: '.records', name: 'PatternValidator' });
    validators.push(
      `PatternValidator(${py(field.pattern)}, message=${py(message)}, code="pattern", longest=${longest})`,
    );
  }
  return validators;
}
