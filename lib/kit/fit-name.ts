import { createHash } from 'node:crypto';

/** How many bytes of a name PostgreSQL keeps; it cuts off the rest without an error. SQLite keeps all. */
export const longestIdentifier = 63;

/**
 * Shortens a name to at most `longest` bytes. A name that fits is returned as it is; of a longer one the
 * start is kept, with `digits` hexadecimal digits of the whole name's hash behind it. The result depends on
 * the name alone, and names that only start alike stay different.
 */
export function fitName(name: string, longest = longestIdentifier, digits = 8): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, digits);
  let start = name.slice(0, longest - digits - 1);
  while (Buffer.byteLength(start) > longest - digits - 1) start = [...start].slice(0, -1).join('');
  return `${start.replace(/_+$/, '')}_${hash}`;
}
