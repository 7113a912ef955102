import type { Target } from './target-model.ts';

/**
 * A multi-step flow. A run lives in the session: the step it is at, and the key of one record for each entity, by the
 * entity's name. `path` starts a new run and redirects to the first step.
 */
export interface ExperiencePages {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly routeName: string;
  readonly start: string;
  readonly steps: readonly StepPage[];
}

/**
 * One step of an experience. Where its page is opened without a run, a run starts at this step, with the
 * record that `?record=<Entity>:<key>` names, if any.
 */
export interface StepPage {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly routeName: string;
  /** `process` and `integration` steps show buttons for their outcomes only. */
  readonly kind: 'surface' | 'process' | 'integration';
  readonly surface: string | null;
  /** What the surface's page is (see `Page.kind`); null for other steps. */
  readonly page: 'list' | 'view' | 'create' | 'edit' | 'custom' | 'free' | null;
  readonly entity: string | null;
  /** The page works on the run's record of `entity`; where the run has none, the person chooses one first. */
  readonly needsRecord: boolean;
  /** On this list the person chooses a record for another step; false: a list has a button to go on. */
  readonly choosesRecord: boolean;
  /**
   * The names of the next steps; null: the run ends, and `cancel` leads home. `failure` is also taken where
   * there is no record to work on.
   */
  readonly success: string | null;
  readonly failure: string | null;
  readonly cancel: string | null;
  /** Refs of the form that are prefilled with the run's record of `entity`. */
  readonly prefills: readonly { readonly field: string; readonly entity: string }[];
  /** The integration and its action, for `integration` steps. */
  readonly integration: string | null;
  readonly integrationAction: string | null;
  /** Where the person lands when the run ends here: as after saving the surface outside a run. */
  readonly end: Target;
}
