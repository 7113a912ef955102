import { scanValue } from './scan-value.ts';
import { plainUnit } from './tile-units.ts';
import { rootUnit } from './unit.ts';
import type { Outline } from './unit.ts';

/** Reads JSON as one value whose entries merge by key. */
export function outlineJson(text: string): Outline {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const value = isJson(text) ? scanValue(text, start, end, ':') : undefined;
  const unit = plainUnit('<value>', text, value?.print ?? text);
  const whole = value && {
    type: 'lines',
    start: 0,
    end: text.length,
    source: text,
    print: value.print,
    parts: [value],
  };
  return {
    root: rootUnit(text, [whole ? { ...unit, expression: () => whole } : unit]),
    valid: value !== undefined,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
