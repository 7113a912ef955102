import type { EntitySyntax, FieldSyntax, MetaSyntax, ModifierSyntax, TypeSyntax } from '../syntax/ast.ts';
import type { Line } from './line.ts';
import { printLiteral, printOrder, printString, printTitle } from './print-value.ts';

/** A line without a block. */
export function toLine(node: { readonly span: { start: number; end: number } }, text: string): Line {
  return { start: node.span.start, end: node.span.end, text, children: [] };
}

/** A head with the lines of its block. */
export function toBlock(
  node: { readonly head: { start: number; end: number } },
  text: string,
  children: readonly Line[],
): Line {
  return { start: node.head.start, end: node.head.end, text: `${text}:`, children };
}

/** `meta NAME = value`. */
export function printMeta(source: string, meta: MetaSyntax): Line {
  return toLine(meta, `meta ${meta.name.text} = ${printLiteral(source, meta.value!)}`);
}

/** An entity. */
export function printEntity(source: string, entity: EntitySyntax): Line {
  const was = entity.was === null ? '' : ` was ${entity.was.text}`;
  const lines = entity.items.map((item) => {
    switch (item.kind) {
      case 'meta':
        return printMeta(source, item);
      case 'field':
        return toLine(item, printField(source, item));
      default:
        return toLine(item, `${item.kind} ${printOrder(item.keys)}`);
    }
  });
  return toBlock(entity, `entity ${entity.name.text}${printTitle(source, entity.title)}${was}`, lines);
}

/** `name: type modifiers`. */
export function printField(source: string, field: FieldSyntax): string {
  let text = `${field.name.text}: ${printType(field.type!)}`;
  for (const modifier of field.modifiers) {
    const isGlued = modifier.kind === 'default' && text.endsWith(']');
    if (isGlued) text += `=${printLiteral(source, modifier.value)}`;
    else text += ` ${printModifier(source, modifier)}`;
  }
  return text;
}

function printType(type: TypeSyntax): string {
  switch (type.kind) {
    case 'str':
      return `str(${type.length!.text})`;
    case 'decimal':
      return `decimal(${type.precision!.text},${type.scale!.text})`;
    case 'enum':
      return `enum[${type.values.map((value) => value.text).join(',')}]`;
    case 'ref':
    case 'many':
      return `${type.kind} ${type.target!.text}`;
    default:
      return type.kind;
  }
}

function printModifier(source: string, modifier: ModifierSyntax): string {
  switch (modifier.kind) {
    case 'default':
      return `= ${printLiteral(source, modifier.value)}`;
    case 'min':
    case 'max':
    case 'was':
      return `${modifier.kind}=${modifier.value.text}`;
    case 'pattern':
    case 'help':
      return `${modifier.kind}=${printString(source, modifier.value.span)}`;
    default:
      return modifier.kind;
  }
}
