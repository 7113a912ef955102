const day = 24 * 60 * 60 * 1000;

let clock;

/** A moment in the settings' time zone: `2026-01-31T13:45:00`. */
export function toLocal(date) {
  clock ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: process.env.TIME_ZONE || 'UTC',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return clock.format(date).replace(' ', 'T').padStart(19, '0');
}

/**
 * The moment of `2026-01-31T13:45` in the settings' time zone: the first of two where the clock is turned back, and as
 * much later as it is turned forward where it leaves that time out.
 */
export function fromLocal(text) {
  const asUtc = new Date(`${text}Z`).getTime();
  const moments = [-day, day].map((near) => new Date(asUtc - offsetAt(asUtc + near)));
  return moments.find((moment) => isShown(moment, text)) ?? moments[0];
}

/** Claims that clocks in the settings' time zone show `2026-01-31T13:45` at a moment of the years 1 to 9999. */
export function isShown(moment, text) {
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 && toLocal(moment).startsWith(text.slice(0, 19));
}

/** First moment of a day, and that of the next one. */
export function dayRange(day) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return [fromLocal(`${day}T00:00:00`), fromLocal(next.toISOString().slice(0, 19))];
}

/** Claims that there is such a day: not 2026-02-30, and none of a year 0. */
export function isDay(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000')
  );
}

/** Milliseconds by which the time zone is ahead of UTC at a time. */
function offsetAt(time) {
  return new Date(`${toLocal(time)}Z`).getTime() - Math.floor(time / 1000) * 1000;
}
