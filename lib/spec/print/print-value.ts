import type {
  LiteralSyntax,
  NameSyntax,
  OptionSyntax,
  OrderKeySyntax,
  Span,
  StringSyntax,
  ValueSyntax,
} from '../syntax/ast.ts';

/** The string at `span` of `source` in double quotes, its escapes as written; one in `"""` keeps them. */
export function printString(source: string, span: Span): string {
  const written = source.slice(span.start, span.end).replace(/\r\n?/g, '\n');
  if (!written.startsWith("'")) return written;
  const inner = written
    .slice(1, -1)
    .replace(/\\[\s\S]|"/g, (piece) => (piece === '"' ? '\\"' : piece === "\\'" ? "'" : piece));
  return `"${inner}"`;
}

/** ` "Title"`, or nothing. */
export function printTitle(source: string, title: StringSyntax | null): string {
  return title === null ? '' : ` ${printString(source, title.span)}`;
}

/** A literal; `None` becomes `null`. */
export function printLiteral(source: string, literal: LiteralSyntax): string {
  switch (literal.kind) {
    case 'string':
      return printString(source, literal.span);
    case 'number':
      return literal.text;
    case 'bool':
      return literal.value ? 'true' : 'false';
    case 'name':
      return literal.value;
    default:
      return literal.kind;
  }
}

/** A mapping's value. */
export function printValue(source: string, value: ValueSyntax): string {
  return value.kind === 'path' ? value.path.text : printLiteral(source, value);
}

/** `a, b, c`. */
export function printNames(names: readonly (NameSyntax | { readonly text: string })[]): string {
  return names.map((name) => name.text).join(', ');
}

/** `a desc, b`. */
export function printOrder(keys: readonly OrderKeySyntax[]): string {
  return keys
    .map((key) => (key.direction === null ? key.field.text : `${key.field.text} ${key.direction}`))
    .join(', ');
}

/** `name=value`. */
export function printOption(source: string, option: OptionSyntax): string {
  return `${option.name.text}=${printLiteral(source, option.value!)}`;
}

/** ` a=1 b=2`, or nothing. */
export function printOptions(source: string, options: readonly OptionSyntax[]): string {
  return options.map((option) => ` ${printOption(source, option)}`).join('');
}
