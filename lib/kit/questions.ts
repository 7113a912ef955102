import type { Question } from '../backend/types.ts';

/** The question `database` (SQLite or PostgreSQL), the same in each backend that has a database. */
export function databaseQuestion(): Question {
  return {
    name: 'database',
    message: 'Which database do you develop with?',
    type: 'select',
    choices: [
      { value: 'sqlite', label: 'SQLite', hint: 'a file beside the project; nothing to install' },
      { value: 'postgresql', label: 'PostgreSQL', hint: 'a server that DATABASE_URL names' },
    ],
    default: 'sqlite',
  };
}

/** The question `time_zone` (an IANA name: `Europe/Berlin`), the same in each backend that has pages. */
export function timeZoneQuestion(): Question {
  return {
    name: 'time_zone',
    message: 'In which time zone are times shown?',
    type: 'text',
    default: 'UTC',
    check: (value) =>
      isTimeZone(String(value)) ? undefined : `"${value}" is no time zone; write one such as "Europe/Berlin"`,
  };
}

/** Claims that `name` is one of the IANA time zones. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^(?:UTC|GMT|[A-Za-z_]+(?:\/[A-Za-z_0-9+-]+)+)$/.test(name);
  } catch {
    return false;
  }
}
