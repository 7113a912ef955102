import { databaseQuestion, timeZoneQuestion } from '../../lib/index.ts';
import type { AppSpec, Question } from '../../lib/index.ts';

/** The answers that the generators read. */
export interface ExpressAnswers {
  readonly database: 'sqlite' | 'postgresql';
  readonly time_zone: string;
}

/** What express_micro asks before it builds. */
export function questions(_spec: AppSpec | null): readonly Question[] {
  return [databaseQuestion(), timeZoneQuestion()];
}
