import type { StepPage } from '../pages/experience-model.ts';
import type { FormEntries, LoginCase } from './page-case.ts';

/** What a test of an experience asserts. */
export type ExperienceCase =
  | LoginCase
  | { readonly kind: 'starts-at-its-first-step'; readonly step: StepPage }
  | { readonly kind: 'opens-each-step'; readonly steps: readonly StepPage[] }
  /** Cancelling `step` leads to `target`; null: home. */
  | { readonly kind: 'cancels'; readonly step: StepPage; readonly target: StepPage | null }
  /** Success leads from each step to the next, and out of the last. */
  | { readonly kind: 'leads-through-to-the-end'; readonly walk: readonly WalkedStep[] };

/** A step on the way of success. */
export interface WalkedStep {
  readonly step: StepPage;
  /** The entity of which a record is chosen before the page shows; null: the run has one, or needs none. */
  readonly choosesFirst: string | null;
  /** What the person does on the page. */
  readonly act:
    /** Presses the button of this name and value. */
    | { readonly kind: 'press'; readonly name: string; readonly value: string }
    | { readonly kind: 'choose'; readonly entity: string }
    | { readonly kind: 'send-texts'; readonly fields: readonly string[] }
    | { readonly kind: 'send-entries'; readonly entries: FormEntries };
  readonly next: StepPage | null;
}
