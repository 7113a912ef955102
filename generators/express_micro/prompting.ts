import { timeZoneQuestion } from '../../lib/index.ts';
import type { AppSpec, Question } from '../../lib/index.ts';

/** The answers that the generators read. */
export interface ExpressAnswers {
  readonly database: 'sqlite' | 'postgresql';
  readonly time_zone: string;
}

/** What express_micro asks before it builds. */
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
    timeZoneQuestion(),
  ];
}
