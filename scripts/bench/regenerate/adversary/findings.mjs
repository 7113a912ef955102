import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a failing triple as a folder, to look at. */
export function writeFinding(folder, pair, { verdict, why, text, reason }) {
  const dir = join(
    folder,
    `${pair.number}-${verdict}-${pair.edits.map(({ kind }) => kind.replaceAll(' ', '_')).join('+')}`,
  );
  mkdirSync(dir, { recursive: true });
  const put = (name, content) => writeFileSync(join(dir, name), content);
  for (const side of ['base', 'mine', 'next']) put(side, pair[side]);
  put('merged', text ?? '');
  const [first, ...others] = pair.expected.texts ?? [];
  if (first !== undefined) put('expected', first);
  others.forEach((other, at) => put(`expected-or-${at + 2}`, other));
  put('path.txt', `${pair.path}\n${pair.nextPath}\n${JSON.stringify(pair.renames)}\n`);
  put(
    'why.txt',
    `${verdict}${pair.isNamed ? ' (names)' : ''}: ${why ?? ''}\n${pair.name}\n${reason ? `dazzle's reason: ${reason}\n` : ''}`,
  );
  return dir;
}
