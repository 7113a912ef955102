const shorthands: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const parts = [
  { name: 'minute', low: 0, high: 59, words: [] as string[], first: 0 },
  { name: 'hour', low: 0, high: 23, words: [], first: 0 },
  { name: 'day of the month', low: 1, high: 31, words: [], first: 0 },
  { name: 'month', low: 1, high: 12, words: months, first: 1 },
  { name: 'day of the week', low: 0, high: 7, words: weekdays, first: 0 },
] as const;

/** A cron line in its five parts (`@daily` is written out), or what is wrong with it. */
export function readCron(text: string): { readonly schedule: string } | { readonly problem: string } {
  const line = text.trim();
  const written = shorthands[line.toLowerCase()];
  if (written !== undefined) return { schedule: written };
  const words = line === '' ? [] : line.split(/\s+/);
  if (words.length !== 5) {
    return { problem: `has ${words.length} part${words.length === 1 ? '' : 's'} instead of 5` };
  }
  for (const [index, part] of parts.entries()) {
    const word = words[index]!;
    if (!word.split(',').every((item) => isRange(item, part))) {
      return { problem: `has "${word}" as its ${part.name}, which goes from ${part.low} to ${part.high}` };
    }
  }
  return { schedule: words.join(' ') };
}

function isRange(item: string, part: (typeof parts)[number]): boolean {
  const match = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item);
  if (match === null) return false;
  const [, star, low, high, step] = match;
  if (step !== undefined && (Number(step) < 1 || Number(step) > part.high)) return false;
  if (star !== undefined) return true;
  const from = toNumber(low!, part);
  const to = high === undefined ? from : toNumber(high, part);
  return from !== null && to !== null && (from <= to || high === undefined);
}

function toNumber(word: string, part: (typeof parts)[number]): number | null {
  const index = part.words.indexOf(word.toLowerCase() as never);
  if (index >= 0) return index + part.first;
  if (!/^\d+$/.test(word)) return null;
  const value = Number(word);
  return value >= part.low && value <= part.high ? value : null;
}
