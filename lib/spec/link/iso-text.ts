const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Claims that a text is a calendar date, `2026-01-31`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !isLeap) return false;
  return year > 0 && day >= 1 && day <= (daysInMonth[month - 1] ?? 0);
}

/** Claims that a text is a time of day, `09:00` or `09:00:30`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(text);
}

/** Claims that a text is a date and time, `2026-01-31T09:00`, with or without a zone. */
export function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]([0-9:.]+)(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  return match !== null && isDate(match[1]!) && (match[2] === undefined || isTime(match[2]));
}
