import type { FieldType } from './app-spec.ts';

/** A field's type as the language writes it: `str(200)`, `enum[open,closed]`, `ref User`. */
export function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'str':
      return `str(${type.maxLength})`;
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'enum':
      return `enum[${type.values.join(',')}]`;
    case 'ref':
    case 'many':
      return `${type.kind} ${type.entity}`;
    default:
      return type.kind;
  }
}
