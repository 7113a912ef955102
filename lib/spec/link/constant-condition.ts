import type { Literal } from '../app-spec.ts';
import type { Condition, Operand } from '../condition.ts';
import type { EntityInfo, FieldInfo } from './context.ts';

type Value = string | number | boolean | null;
type Compare = Extract<Condition, { kind: 'compare' }>;

/** What a comparison asks about: a field or measure whose values are sampled, or itself, as either true or false. */
interface Question {
  readonly kind: 'enum' | 'bool' | 'number' | 'date' | 'text' | 'either';
  readonly nullable: boolean;
  readonly choices: readonly string[];
  readonly constants: Set<Value>;
}

/** At most this many comparisons are tried over all combinations of sample values; a condition with more is not judged. */
const comparisonLimit = 40_000;

/**
 * `true` or `false` where a condition has that truth for every record, else null. Each field takes sample values that
 * stand for all others (every enum value; each number named, those between and beyond); comparisons that cannot be
 * judged, as with `current_user`, count as either. So the answer is never wrong, though it may be null for lack of insight.
 */
export function findConstantTruth(condition: Condition, entity: EntityInfo): boolean | null {
  const questions = new Map<string, Question>();
  collect(condition, entity, questions);
  const names = [...questions.keys()];
  const samples = [...questions.values()].map(sample);
  const combinations = samples.reduce((count, values) => count * values.length, 1);
  if (combinations * countComparisons(condition) > comparisonLimit) return null;
  let truth: boolean | null = null;
  for (let index = 0; index < combinations; index++) {
    const values = new Map<string, Value>();
    let rest = index;
    for (const [position, name] of names.entries()) {
      const choices = samples[position]!;
      values.set(name, choices[rest % choices.length]!);
      rest = Math.floor(rest / choices.length);
    }
    const result = evaluate(condition, entity, values, questions);
    if (truth !== null && truth !== result) return null;
    truth = result;
  }
  return truth;
}

function countComparisons(condition: Condition): number {
  if (condition.kind === 'compare') return 1;
  if (condition.kind === 'not') return countComparisons(condition.part);
  return condition.parts.reduce((count, part) => count + countComparisons(part), 0);
}

function collect(condition: Condition, entity: EntityInfo, questions: Map<string, Question>): void {
  if (condition.kind === 'not') {
    collect(condition.part, entity, questions);
  } else if (condition.kind !== 'compare') {
    for (const part of condition.parts) collect(part, entity, questions);
  } else {
    const { key, question, constants } = askAbout(condition, entity);
    const known = questions.get(key) ?? question;
    questions.set(key, known);
    for (const constant of constants) known.constants.add(constant);
  }
}

function askAbout(
  compare: Compare,
  entity: EntityInfo,
): { key: string; question: Question; constants: readonly Value[] } {
  const either: Question = { kind: 'either', nullable: false, choices: [], constants: new Set() };
  const unclear = { key: keyOf(compare), question: either, constants: [] };
  const { left } = compare;
  const constants = constantsOf(compare.right);
  if (constants === null || (left.kind !== 'field' && left.kind !== 'elapsed')) return unclear;
  const found = followFields(left.path, entity);
  if (found === null) return unclear;
  const kind = left.kind === 'elapsed' ? 'number' : kindOf(found.field);
  const isOrder = ['<', '>', '<=', '>='].includes(compare.operator);
  if (kind === 'either' || (isOrder && (kind === 'text' || kind === 'bool'))) return unclear;
  const type = found.field.type;
  const choices = kind === 'enum' && type?.kind === 'enum' ? type.values.map((value) => value.text) : [];
  const key = `${left.kind === 'elapsed' ? left.measure : 'field'} ${left.path.join('.')}`;
  return { key, question: { kind, nullable: found.nullable, choices, constants: new Set() }, constants };
}

function kindOf({ type }: FieldInfo): Question['kind'] {
  switch (type?.kind) {
    case 'enum':
    case 'bool':
    case 'date':
      return type.kind;
    case 'int':
    case 'float':
    case 'decimal':
      return 'number';
    // Never decided: a moment may lie within the day that it is compared with, and a list has several values.
    case 'datetime':
    case 'time':
    case 'many':
    case 'json':
    case undefined:
      return 'either';
    default:
      return 'text';
  }
}

function followFields(
  path: readonly string[],
  entity: EntityInfo,
): { field: FieldInfo; nullable: boolean } | null {
  let owner: EntityInfo | null = entity;
  let nullable = false;
  let field: FieldInfo | undefined;
  for (const part of path) {
    field = owner?.fields.get(part);
    if (field === undefined) return null;
    nullable ||= field.nullable;
    owner = field.target;
  }
  return field === undefined ? null : { field, nullable };
}

function constantsOf(operand: Operand): Value[] | null {
  if (operand.kind === 'enum') return [operand.value];
  const literals: readonly Literal[] | null =
    operand.kind === 'literal' ? [operand.value] : operand.kind === 'list' ? operand.values : null;
  if (literals === null || literals.some((literal) => literal.kind === 'current_user')) return null;
  return literals.map((literal) => ('value' in literal ? literal.value : null));
}

/** Values that stand for all that the question can have. */
function sample({ kind, nullable, choices, constants }: Question): Value[] {
  const empty: Value[] = nullable ? [null] : [];
  if (kind === 'either' || kind === 'bool') return [...empty, true, false];
  if (kind === 'enum') return [...empty, ...choices];
  if (kind === 'number') {
    const numbers = [...constants].filter((value) => typeof value === 'number').sort((a, b) => a - b);
    const between = numbers.slice(1).map((value, index) => (value + numbers[index]!) / 2);
    const beyond = numbers.length === 0 ? [0] : [numbers[0]! - 1, numbers.at(-1)! + 1];
    return [...empty, ...numbers, ...between, ...beyond];
  }
  const texts = [...constants].filter((value) => typeof value === 'string');
  if (kind === 'date') return [...empty, '', ...texts.flatMap((text) => [text, `${text}~`])];
  return [...empty, ...texts, `${texts.join('')} and anything else`];
}

/** `=` and `!=` of the same sides are one question. */
function keyOf({ left, operator, right }: Compare): string {
  const positive: Record<string, string> = { '!=': '=', 'is not': '=', is: '=', 'not in': 'in' };
  return JSON.stringify([positive[operator] ?? operator, left, right]);
}

function evaluate(
  condition: Condition,
  entity: EntityInfo,
  values: ReadonlyMap<string, Value>,
  questions: ReadonlyMap<string, Question>,
): boolean {
  if (condition.kind === 'not') return !evaluate(condition.part, entity, values, questions);
  if (condition.kind !== 'compare') {
    const isTrue = (part: Condition): boolean => evaluate(part, entity, values, questions);
    return condition.kind === 'and' ? condition.parts.every(isTrue) : condition.parts.some(isTrue);
  }
  const { operator } = condition;
  const isNegative = operator === '!=' || operator === 'is not' || operator === 'not in';
  const { key, question, constants } = askAbout(condition, entity);
  const value = values.get(key) ?? null;
  if (question.kind === 'either') return (value === true) !== isNegative;
  if (isNegative) return !constants.includes(value);
  if (operator === '=' || operator === 'is' || operator === 'in') return constants.includes(value);
  return isOrdered(value, operator, constants[0] ?? null, question.choices);
}

function isOrdered(value: Value, operator: string, constant: Value, choices: readonly string[]): boolean {
  if (value === null || constant === null) return false;
  const [a, b] =
    choices.length > 0
      ? [choices.indexOf(String(value)), choices.indexOf(String(constant))]
      : [value, constant];
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  return operator === '<=' ? a <= b : a >= b;
}
