import type { AppSpec, Question } from '../../lib/index.ts';

/** The answers that the generators read. */
export interface ExpressAnswers {
  readonly time_zone: string;
}

/** What express_micro asks before it builds. */
export function questions(_spec: AppSpec | null): readonly Question[] {
  return [
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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.trim() !== '';
  } catch {
    return false;
  }
}
