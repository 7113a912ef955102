import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const heading = '## Foreign edits';

/** Writes one half of the report; the other stays as its last run left it. */
export async function writeHalf(file, half, text) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const at = before.indexOf(`${heading}\n`);
  const halves = {
    own: at < 0 ? before : before.slice(0, at),
    foreign: at < 0 ? '' : before.slice(at + heading.length),
    [half]: text,
  };
  const whole =
    halves.foreign === ''
      ? halves.own
      : `${halves.own.trimEnd()}\n\n${heading}\n\n${halves.foreign.trim()}\n`;
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
