import { createHash } from 'node:crypto';

/** How many bytes of a name PostgreSQL keeps; it cuts off the rest without an error. SQLite keeps all. */
export const longestIdentifier = 63;

/**
 * A name of at most `longest` bytes: the same one while it fits, else its start and `digits` hexadecimal digits of a hash of
 * the whole, so that the same name always becomes the same, and two that only start alike stay apart.
 */
export function fitName(name: string, longest = longestIdentifier, digits = 8): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, digits);
  let start = name.slice(0, longest - digits - 1);
  while (Buffer.byteLength(start) > longest - digits - 1) start = [...start].slice(0, -1).join('');
  return `${start.replace(/_+$/, '')}_${hash}`;
}
