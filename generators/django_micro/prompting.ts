import type { AppSpec, Question } from '../../lib/index.ts';

/** The answers that the generators read. */
export interface DjangoAnswers {
  readonly database: 'sqlite' | 'postgresql';
  readonly time_zone: string;
}

/** What django_micro asks before it builds. */
export function questions(_spec: AppSpec | null): readonly Question[] {
  return [
    {
      name: 'database',
      message: 'Which database do you develop with?',
      type: 'select',
      choices: [
        { value: 'sqlite', label: 'SQLite', hint: 'a file beside the project; nothing to install' },
        { value: 'postgresql', label: 'PostgreSQL', hint: 'a server that DATABASE_URL names' },
      ],
      default: 'sqlite',
    },
    {
      name: 'time_zone',
      message: 'In which time zone are times shown?',
      type: 'text',
      default: 'UTC',
      check: (value) =>
        isTimeZone(String(value))
          ? undefined
          : `"${value}" is no time zone; write one such as "Europe/Berlin"`,
    },
  ];
}

/** Claims that `name` is one of the IANA time zones. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^(?:UTC|GMT|[A-Za-z_]+(?:\/[A-Za-z_0-9+-]+)+)$/.test(name);
  } catch {
    return false;
  }
}
