import type { DottedSyntax, NameSyntax } from './ast.ts';
import { readDotted } from './read-value.ts';
import type { Reader } from './reader.ts';

/** Reads `service.operation`; the last part is the operation. */
export function readOperation(reader: Reader): {
  service: DottedSyntax | null;
  operation: NameSyntax | null;
} {
  const path = readDotted(reader, 'a service and its operation');
  if (path === null) return { service: null, operation: null };
  if (path.parts.length === 1) {
    reader.reportMissing('the operation', `write ${path.text}.OPERATION`);
    return { service: path, operation: null };
  }
  const parts = path.parts.slice(0, -1);
  const operation = path.parts[path.parts.length - 1]!;
  const span = { start: path.span.start, end: parts[parts.length - 1]!.span.end };
  return { service: { text: parts.map((part) => part.text).join('.'), parts, span }, operation };
}
