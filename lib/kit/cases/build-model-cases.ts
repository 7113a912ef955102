import type { ConstraintSpec, EntitySpec, FieldSpec } from '../../spec/app-spec.ts';
import { keyField, labelField } from '../fields/entity-fields.ts';
import { isGenerated, isRequiredInput } from '../fields/field-claims.ts';
import { fieldKind } from '../fields/field-kinds.ts';
import { isText } from '../fields/field-limits.ts';
import { invalidSamples } from '../fields/samples.ts';
import type { CaseScope } from './case-scope.ts';
import type { BoundCase, FieldCase, ModelCase, Twins } from './model-case.ts';
import { hasSample } from './sample-rule.ts';

/** The cases of an entity's model: what its validation and the database's constraints enforce. */
export function buildModelCases(scope: CaseScope, entity: EntitySpec): readonly ModelCase[] {
  const label = labelField(entity);
  const isCalled = !scope.choices.isCautious || hasSample(label) || isGenerated(label);
  return [
    { kind: 'keeps-its-values', fields: entity.fields.filter(hasSample).map(({ name }) => name) },
    ...(isCalled
      ? [
          {
            kind: 'is-called-by-its-label',
            field: label.name,
            isKey: label === keyField(entity),
          } as const,
        ]
      : []),
    ...entity.fields.flatMap((field) => fieldCases(scope, entity, field)),
    ...entity.constraints
      .filter(({ kind }) => kind === 'unique')
      .flatMap((constraint, index) => uniqueTogether(scope, entity, constraint, index + 1)),
  ];
}

function fieldCases(scope: CaseScope, entity: EntitySpec, spec: FieldSpec): readonly ModelCase[] {
  const { name: field, type, primaryKey: isKey } = spec;
  const { isCautious } = scope.choices;
  if (isGenerated(spec)) return [{ kind: 'is-filled-in', field }];
  if (type.kind === 'many') {
    if (isCautious && !scope.isMakeable(type.entity)) return [];
    const links: ModelCase = { kind: 'links-records', field, entity: type.entity };
    return spec.required ? [{ kind: 'requires-links', field }, links] : [links];
  }
  const cases: ModelCase[] = [];
  const refused = (problem: string): string | undefined =>
    invalidSamples(spec).find((sample) => sample.problem === problem)?.value;
  if (isRequiredInput(spec)) cases.push({ kind: 'is-required', field, type: type.kind });
  if (type.kind === 'str') cases.push({ kind: 'has-a-max-length', field, length: type.maxLength });
  if (type.kind === 'enum') cases.push({ kind: 'is-one-of-its-choices', field, isKey });
  const [pattern, form] = [refused('wrong pattern'), refused('wrong form')];
  if (pattern !== undefined) cases.push({ kind: 'matches-its-pattern', field, value: pattern });
  else if (form !== undefined) cases.push({ kind: 'has-the-form-of-its-type', field, value: form });
  for (const side of ['lower', 'upper'] as const) {
    const bound = boundCase(spec, side, refused(side === 'lower' ? 'too small' : 'too large'));
    if (bound !== null) cases.push({ ...bound, field });
  }
  const value = spec.default;
  if (value !== null && value.kind !== 'today' && value.kind !== 'now')
    cases.push({ kind: 'has-a-default', field, type: type.kind, value: value.value });
  if (type.kind === 'ref') cases.push(...refCases(scope, spec, type.entity));
  const isSure = (hasSample(spec) || type.kind === 'ref') && scope.canMake(entity.name, 2);
  if ((spec.unique || isKey) && (isSure || !isCautious))
    cases.push({ kind: 'is-unique', field, isKey, ...twins([spec]) });
  if (spec.nullable && isText(spec)) cases.push({ kind: 'is-null-when-empty', field, isUnique: spec.unique });
  return cases;
}

function boundCase(
  { type, min, max, primaryKey: isKey }: FieldSpec,
  side: BoundCase['side'],
  value: string | undefined,
): BoundCase | null {
  const bound = side === 'lower' ? min : max;
  if (bound === null || value === undefined) return null;
  const digits = value.replace(/^-|\..*$/g, '').length;
  const stored = String(Math.trunc(Math.abs(Number(bound)) + 1)).length;
  const whole = type.kind === 'decimal' ? type.precision - type.scale : null;
  return {
    kind: 'has-a-bound',
    side,
    type: type.kind,
    bound,
    value,
    isKey,
    isEnterable: whole === null || digits <= Math.max(1, whole),
    isStorable: whole === null ? stored < 10 : stored <= whole,
  };
}

/** For each kind of primary key, a value that no record has. */
const unknownKeys = {
  int: 999_999,
  uuid: '00000000-0000-4000-8000-999999999999',
  text: 'no-such-record',
} as const;

function refCases(
  scope: CaseScope,
  { name: field, nullable }: FieldSpec,
  entity: string,
): readonly FieldCase[] {
  const unknown = unknownKeys[fieldKind(keyField(scope.entity(entity))).key];
  const missing: FieldCase = { kind: 'refers-to-a-record', field, unknown };
  if (scope.choices.isCautious && !scope.isMakeable(entity)) return [missing];
  return [missing, { kind: nullable ? 'is-emptied-with-its-record' : 'protects-its-record', field, entity }];
}

function uniqueTogether(
  scope: CaseScope,
  entity: EntitySpec,
  constraint: ConstraintSpec,
  number: number,
): readonly ModelCase[] {
  const fields = constraint.fields.map((key) => scope.field(entity.name, key.field));
  const isSure = fields.every(
    (field) => hasSample(field) || (field.type.kind === 'ref' && scope.isMakeable(field.type.entity)),
  );
  const isTested = scope.choices.isCautious
    ? isSure && fields.length > 1 && scope.canMake(entity.name, 2)
    : fields.every(({ auto }) => auto === null);
  return isTested ? [{ kind: 'is-unique-together', number, ...twins(fields) }] : [];
}

function twins(fields: readonly FieldSpec[]): Twins {
  return {
    fields: fields.map(({ name }) => name),
    filled: fields.flatMap(({ name, type, nullable }) =>
      type.kind === 'ref' && nullable ? [{ field: name, entity: type.entity }] : [],
    ),
  };
}
