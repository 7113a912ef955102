import type { FieldSpec, FieldType } from '../app-spec.ts';
import type { FieldSyntax, ModifierSyntax, Span, TypeSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type EntityInfo, type LinkContext } from './context.ts';
import { fitDefault } from './default-value.ts';
import { isNullable, takesAuto } from './entity-index.ts';
import { patternCost } from './pattern-cost.ts';
import { checkPattern } from './pattern.ts';
import type { Scope } from './module.ts';
import type { OfKind } from './once.ts';
import { isLess } from './decimal-text.ts';
import { withArticle } from '../../words/phrases.ts';

type Of<K extends ModifierSyntax['kind']> = OfKind<ModifierSyntax, K>;

/** A field with its modifiers checked; `subject` is `field "author" of entity Post`, `target` what a ref names. */
export function linkField(
  context: LinkContext,
  scope: Scope,
  field: FieldSyntax,
  subject: string,
  target: EntityInfo | null,
): FieldSpec {
  const say = (code: Parameters<typeof complain>[2], span: Span, message: string, fix: string): void =>
    complain(context, scope, code, span, message, fix);
  checkRepeats(field, subject, say);
  checkContradictions(field, subject, say);
  if (field.type !== null) checkType(field.type, subject, say);
  const required = has(field, 'required') || has(field, 'pk');
  const bounds = linkBounds(field, subject, say);
  return {
    name: field.name.text,
    type: linkType(field.type, target),
    required,
    nullable: isNullable(field),
    primaryKey: has(field, 'pk'),
    unique: has(field, 'unique'),
    auto: linkAuto(field, subject, say),
    default: fitDefault(context, scope, field, subject),
    min: bounds.min,
    max: bounds.max,
    pattern: linkPattern(field, subject, say),
    help: find(field, 'help')?.value.value ?? null,
    was: find(field, 'was')?.value.text ?? null,
    place: placeOf(scope.file, field.name.span),
  };
}

type Say = (code: Parameters<typeof complain>[2], span: Span, message: string, fix: string) => void;

function find<K extends ModifierSyntax['kind']>(field: FieldSyntax, kind: K): Of<K> | undefined {
  return field.modifiers.find((modifier): modifier is Of<K> => modifier.kind === kind);
}

function has(field: FieldSyntax, kind: ModifierSyntax['kind']): boolean {
  return field.modifiers.some((modifier) => modifier.kind === kind);
}

function linkType(type: TypeSyntax | null, target: EntityInfo | null): FieldType {
  if (type === null) return { kind: 'text' };
  switch (type.kind) {
    case 'str':
      return { kind: 'str', maxLength: type.length?.value ?? 1 };
    case 'decimal':
      return { kind: 'decimal', precision: type.precision?.value ?? 1, scale: type.scale?.value ?? 0 };
    case 'enum':
      return { kind: 'enum', values: [...new Set(type.values.map((value) => value.text))] };
    case 'ref':
    case 'many':
      return { kind: type.kind, entity: target?.declaration.name ?? '' };
    default:
      return { kind: type.kind };
  }
}

function checkType(type: TypeSyntax, subject: string, say: Say): void {
  if (type.kind === 'str' && type.length !== null) {
    const { value, span, text } = type.length;
    if (!Number.isInteger(value) || value < 1 || value > 10_000) {
      const fix =
        value > 10_000 ? 'write "text" for text of any length' : 'write a whole number from 1 to 10000';
      say('DZL161', span, `the length of ${subject} is ${text}, which is not between 1 and 10000`, fix);
    }
  } else if (type.kind === 'decimal' && type.precision !== null && type.scale !== null) {
    const { precision, scale } = type;
    if (!Number.isInteger(precision.value) || precision.value < 1 || precision.value > 65) {
      say(
        'DZL161',
        precision.span,
        `${subject} has ${precision.text} digits, which is not between 1 and 65`,
        'write how many digits the number has in all, as in decimal(12,2)',
      );
    } else if (!Number.isInteger(scale.value) || scale.value < 0 || scale.value > precision.value) {
      say(
        'DZL161',
        scale.span,
        `${subject} has ${scale.text} digits after the point but only ${precision.text} in all`,
        `write the digits in all first, as in decimal(${Math.max(12, scale.value + 2)},${Math.max(0, scale.value)})`,
      );
    }
  } else if (type.kind === 'enum') {
    const seen = new Set<string>();
    if (type.values.length === 0) {
      say(
        'DZL160',
        type.span,
        `the enum of ${subject} has no values`,
        'list its values, as in enum[open,closed]',
      );
    }
    for (const value of type.values) {
      if (seen.has(value.text)) {
        say(
          'DZL160',
          value.span,
          `the enum of ${subject} lists "${value.text}" twice`,
          'remove one of the two',
        );
      }
      seen.add(value.text);
    }
  }
}

function checkRepeats(field: FieldSyntax, subject: string, say: Say): void {
  const seen = new Set<string>();
  for (const { kind, span } of field.modifiers) {
    if (seen.has(kind)) say('DZL181', span, `${subject} says ${kind} twice`, 'remove one of the two');
    seen.add(kind);
  }
}

function checkContradictions(field: FieldSyntax, subject: string, say: Say): void {
  const optional = find(field, 'optional');
  const key = find(field, 'pk');
  if (optional !== undefined && has(field, 'required')) {
    say('DZL162', optional.span, `${subject} is both required and optional`, 'keep one of the two');
  } else if (optional !== undefined && key !== undefined) {
    say('DZL162', optional.span, `${subject} is the primary key and cannot be optional`, 'remove "optional"');
  }
  const kind = field.type?.kind;
  if (key !== undefined && (kind === 'many' || kind === 'json' || kind === 'bool')) {
    say(
      'DZL162',
      key.span,
      `${subject} is ${withArticle(kind)}, which cannot be a primary key`,
      'write "id: uuid pk"',
    );
  }
  const unique = find(field, 'unique');
  if (unique !== undefined && (kind === 'many' || kind === 'json')) {
    say('DZL195', unique.span, `${subject} is ${withArticle(kind)}: "unique" is ignored`, 'remove "unique"');
  }
  const add = find(field, 'auto_add');
  const update = find(field, 'auto_update');
  if (add !== undefined && update !== undefined) {
    say('DZL162', update.span, `${subject} is both auto_add and auto_update`, 'keep one of the two');
  }
  const auto = add ?? update;
  const written = find(field, 'default');
  if (auto !== undefined && written !== undefined && takesAuto(field.type)) {
    say(
      'DZL162',
      written.span,
      `${subject} is ${auto.kind} and cannot have a default as well`,
      'keep one of the two',
    );
  }
}

function linkAuto(field: FieldSyntax, subject: string, say: Say): FieldSpec['auto'] {
  const auto = find(field, 'auto_add') ?? find(field, 'auto_update');
  if (auto === undefined) return null;
  if (!takesAuto(field.type)) {
    const fix = `remove it, or make the field a datetime`;
    say(
      'DZL185',
      auto.span,
      `${subject} is ${withArticle(field.type!.kind)}: "${auto.kind}" is ignored`,
      fix,
    );
    return null;
  }
  return auto.kind === 'auto_add' ? 'add' : 'update';
}

function linkBounds(
  field: FieldSyntax,
  subject: string,
  say: Say,
): { min: string | null; max: string | null } {
  const min = find(field, 'min');
  const max = find(field, 'max');
  const kind = field.type?.kind;
  if (kind !== undefined && kind !== 'int' && kind !== 'float' && kind !== 'decimal') {
    for (const bound of [min, max]) {
      if (bound === undefined) continue;
      const fix = kind === 'str' ? 'remove it; the length of a str stands in its brackets' : 'remove it';
      say('DZL195', bound.span, `${subject} is ${withArticle(kind)}: "${bound.kind}" is ignored`, fix);
    }
    return { min: null, max: null };
  }
  for (const bound of [min, max]) {
    if (bound === undefined || kind !== 'int' || /^[-+]?\d+$/.test(bound.value.text)) continue;
    say(
      'DZL164',
      bound.value.span,
      `${bound.kind} of ${subject} is ${bound.value.text}, but the field is an int`,
      'write a whole number',
    );
  }
  if (min !== undefined && max !== undefined && isLess(max.value.text, min.value.text)) {
    say(
      'DZL164',
      max.value.span,
      `${subject} has min ${min.value.text}, which is greater than its max ${max.value.text}`,
      `write min=${max.value.text} max=${min.value.text}`,
    );
  }
  return { min: min?.value.text ?? null, max: max?.value.text ?? null };
}

function linkPattern(field: FieldSyntax, subject: string, say: Say): string | null {
  const pattern = find(field, 'pattern');
  if (pattern === undefined) return null;
  const kind = field.type?.kind;
  if (kind !== undefined && !['str', 'text', 'email', 'url'].includes(kind)) {
    say(
      'DZL195',
      pattern.span,
      `${subject} is ${withArticle(kind)}: "pattern" is ignored`,
      'remove it, or make the field a str',
    );
    return null;
  }
  const problem = checkPattern(pattern.value.value);
  if (problem !== null) {
    say('DZL165', pattern.value.span, `the pattern of ${subject} ${problem.message}`, problem.fix);
  } else {
    const cost = patternCost(pattern.value.value);
    if (cost !== null && cost > 2) sayCostly(cost, pattern.value.span, subject, say);
  }
  return pattern.value.value;
}

/** What grows with the square of a text's length is harmless: applications look at the length first. */
function sayCostly(cost: number, span: Span, subject: string, say: Say): void {
  const growth =
    cost === Infinity
      ? 'doubles with each character of some texts that do not fit'
      : 'grows with the cube of the length of some texts that do not fit, or faster';
  say(
    'DZL383',
    span,
    `the time that the pattern of ${subject} takes ${growth}, so that whoever sends one stops the application`,
    'let no two parts that repeat match the same text, one within or after the other: write ^[a-z]+$ for ^([a-z]+)+$',
  );
}
