import type { DefaultValue, FieldSpec } from '../app-spec.ts';
import type { FieldSyntax, LiteralSyntax, TypeSyntax } from '../syntax/ast.ts';
import { complain, type LinkContext, nearest } from './context.ts';
import { fitsDecimal, isLess } from './decimal-text.ts';
import { isDate, isDateTime, isTime } from './iso-text.ts';
import type { Scope } from './module.ts';
import { listNames } from '../../words/phrases.ts';

/** The default of a field, fitted to its type; a `bool` without one is false. Reports one that does not fit. */
export function fitDefault(
  context: LinkContext,
  scope: Scope,
  field: FieldSyntax,
  subject: string,
): FieldSpec['default'] {
  const isBool = field.type?.kind === 'bool';
  const modifier = field.modifiers.find((candidate) => candidate.kind === 'default');
  if (modifier === undefined || modifier.value.kind === 'null' || field.type === null) {
    return isBool ? { kind: 'bool', value: false } : null;
  }
  const fitted = fitValue(modifier.value, field.type);
  if (typeof fitted !== 'string') {
    reportOutside(context, scope, field, modifier.value, fitted, subject);
    return fitted;
  }
  complain(
    context,
    scope,
    'DZL163',
    modifier.value.span,
    `the default ${showLiteral(modifier.value)} does not fit ${subject}, ${describeType(field.type)}`,
    mendValue(context, modifier.value, field.type, fitted),
  );
  return null;
}

/** The mend that `fitValue` gave, or the enum's value that was likely meant. */
export function mendValue(
  context: LinkContext,
  literal: LiteralSyntax,
  type: TypeSyntax,
  mend: string,
): string {
  const word = wordOf(literal);
  if (type.kind !== 'enum' || word === null) return mend;
  const near = nearest(context, word, valuesOf(type));
  return near === undefined ? mend : `write "${near}"`;
}

/** The value, or how to mend it. */
export function fitValue(literal: LiteralSyntax, type: TypeSyntax): DefaultValue | string {
  const text = wordOf(literal);
  switch (type.kind) {
    case 'enum':
      if (text !== null && type.values.some((value) => value.text === text)) {
        return { kind: 'string', value: text };
      }
      return `write one of its values: ${listNames(valuesOf(type))}`;
    case 'bool':
      return literal.kind === 'bool' ? { kind: 'bool', value: literal.value } : 'write true or false';
    case 'int':
      if (literal.kind === 'number' && /^[-+]?\d+$/.test(literal.text)) return asNumber(literal);
      return 'write a whole number';
    case 'float':
      return literal.kind === 'number' ? asNumber(literal) : 'write a number';
    case 'decimal': {
      const { precision, scale } = type;
      if (literal.kind !== 'number') return 'write a number';
      if (precision === null || scale === null || scale.value > precision.value) return asNumber(literal);
      if (fitsDecimal(literal.text, precision.value, scale.value)) return asNumber(literal);
      return `write a number with at most ${precision.value - scale.value} digits before the point and ${scale.value} after it`;
    }
    case 'str':
    case 'text':
    case 'email':
    case 'url':
      return fitText(literal, type);
    case 'date':
      if (text === 'today') return { kind: 'today' };
      return literal.kind === 'string' && isDate(literal.value)
        ? { kind: 'string', value: literal.value }
        : 'write today, or a date as in "2026-01-31"';
    case 'datetime':
      if (text === 'now') return { kind: 'now' };
      return literal.kind === 'string' && isDateTime(literal.value)
        ? { kind: 'string', value: literal.value }
        : 'write now, or a date and time as in "2026-01-31T09:00"';
    case 'time':
      return literal.kind === 'string' && isTime(literal.value)
        ? { kind: 'string', value: literal.value }
        : 'write a time as in "09:00"';
    case 'uuid':
      return literal.kind === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(literal.value)
        ? { kind: 'string', value: literal.value }
        : 'remove it: a uuid primary key is filled in by itself';
    case 'json':
      return literal.kind === 'string' && isJson(literal.value)
        ? { kind: 'string', value: literal.value }
        : `write JSON in quotes, as in '{"a": 1}'`;
    case 'ref':
    case 'many':
      return 'remove it; give it under "defaults:" in the ux of a create surface';
  }
}

function fitText(literal: LiteralSyntax, type: Extract<TypeSyntax, { kind: string }>): DefaultValue | string {
  const text = wordOf(literal);
  if (text === null) return `write it in quotes: "${literal.kind === 'number' ? literal.text : ''}"`;
  if (type.kind === 'str' && type.length !== null && text.length > Math.max(1, type.length.value)) {
    return `shorten it to ${type.length.value} characters, or make the str longer`;
  }
  if (type.kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text))
    return 'write an address as in "ann@example.com"';
  if (type.kind === 'url' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text))
    return 'write an address as in "https://example.com"';
  return { kind: 'string', value: text };
}

/** A string or bare word; words that the language reserves count as themselves where they are words. */
function wordOf(literal: LiteralSyntax): string | null {
  if (literal.kind === 'string' || literal.kind === 'name') return literal.value;
  if (literal.kind === 'bool') return String(literal.value);
  return literal.kind === 'current_user' ? 'current_user' : null;
}

function asNumber(literal: Extract<LiteralSyntax, { kind: 'number' }>): DefaultValue {
  return { kind: 'number', value: literal.value, text: literal.text };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function reportOutside(
  context: LinkContext,
  scope: Scope,
  field: FieldSyntax,
  literal: LiteralSyntax,
  fitted: DefaultValue,
  subject: string,
): void {
  if (fitted.kind !== 'number' || field.type === null) return;
  for (const bound of field.modifiers) {
    if (bound.kind !== 'min' && bound.kind !== 'max') continue;
    const [less, more] =
      bound.kind === 'min' ? [fitted.text, bound.value.text] : [bound.value.text, fitted.text];
    if (!isLess(less, more)) continue;
    complain(
      context,
      scope,
      'DZL163',
      literal.span,
      `the default ${fitted.text} of ${subject} is beyond its ${bound.kind} ${bound.value.text}`,
      `write a default within the bounds, or another ${bound.kind}`,
    );
  }
}

/** The values of an enum, each once. */
function valuesOf(type: Extract<TypeSyntax, { kind: 'enum' }>): string[] {
  return [...new Set(type.values.map((value) => value.text))];
}

/** A literal as a user wrote it. */
export function showLiteral(literal: LiteralSyntax): string {
  switch (literal.kind) {
    case 'string':
      return JSON.stringify(literal.value);
    case 'number':
      return literal.text;
    case 'bool':
      return String(literal.value);
    case 'name':
      return `"${literal.value}"`;
    default:
      return literal.kind;
  }
}

/** `a str(200)`, `an enum of open, closed`. */
export function describeType(type: TypeSyntax): string {
  switch (type.kind) {
    case 'str':
      return type.length === null ? 'a str' : `a str(${type.length.text})`;
    case 'decimal':
      return type.precision === null || type.scale === null
        ? 'a decimal'
        : `a decimal(${type.precision.text},${type.scale.text})`;
    case 'enum':
      return `an enum of ${listNames(valuesOf(type))}`;
    case 'ref':
    case 'many':
      return `a ${type.kind} ${type.target?.text ?? ''}`.trimEnd();
    default:
      return `${type.kind === 'int' || type.kind === 'email' ? 'an' : 'a'} ${type.kind}`;
  }
}
