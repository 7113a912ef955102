import type { Question } from '../backend/types.ts';

/** `database`: SQLite or PostgreSQL, as every application that keeps records asks. */
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

/** `time_zone`: where times are shown, as every application with pages asks. */
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
