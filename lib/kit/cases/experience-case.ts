import type { StepPage } from '../pages/experience-model.ts';
import type { FormEntries, LoginCase } from './page-case.ts';

/** What a test of an experience asserts. */
export type ExperienceCase =
  | LoginCase
  | { readonly kind: 'starts-at-its-first-step'; readonly step: StepPage }
  | { readonly kind: 'opens-each-step'; readonly steps: readonly StepPage[] }
  /** Cancelling `step` leads to `target`; null: home. */
  | { readonly kind: 'cancels'; readonly step: StepPage; readonly target: StepPage | null }
  /** Success leads from each step to the next one, and the last step ends the run. */
  | { readonly kind: 'leads-through-to-the-end'; readonly walk: readonly WalkedStep[] };

/** A step of the walk through an experience in which each step succeeds. */
export interface WalkedStep {
  readonly step: StepPage;
  /**
   * The entity of which the person must choose a record before the step's page shows; null: the step needs no
   * record, or the run already has one.
   */
  readonly choosesFirst: string | null;
  /** What the person does on the page. */
  readonly act:
    /** Presses the button of this name and value. */
    | { readonly kind: 'press'; readonly name: string; readonly value: string }
    | { readonly kind: 'choose'; readonly entity: string }
    | { readonly kind: 'send-texts'; readonly fields: readonly string[] }
    | { readonly kind: 'send-entries'; readonly entries: FormEntries };
  /** The step that success leads to; null: the run ends. */
  readonly next: StepPage | null;
}
