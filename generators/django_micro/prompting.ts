import { databaseQuestion, timeZoneQuestion } from '../../lib/index.ts';
import type { AppSpec, Question } from '../../lib/index.ts';

/** The answers to the questions of this backend; `time_zone` is an IANA name, such as `Europe/Berlin`. */
export interface DjangoAnswers {
  readonly database: 'sqlite' | 'postgresql';
  readonly time_zone: string;
}

/** The questions of this backend: which database to develop with, and in which time zone times are shown. */
export function questions(_spec: AppSpec | null): readonly Question[] {
  return [databaseQuestion(), timeZoneQuestion()];
}
