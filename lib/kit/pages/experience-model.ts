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

/** One step. Opened without a run, it starts one there, with the record of `?record=<Entity>:<key>` if given. */
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
  /** The page works on a record of `entity`: the run's; where it has none, the person chooses one first. */
  readonly needsRecord: boolean;
  /** A list on which the person chooses the record for a later step; otherwise it has a button to go on. */
  readonly choosesRecord: boolean;
  /** Next steps; null: the run ends. `failure`: also where there is no record to work on. `cancel` null: home. */
  readonly success: string | null;
  readonly failure: string | null;
  readonly cancel: string | null;
  /** Refs of the form that start out with the run's record of that entity. */
  readonly prefills: readonly { readonly field: string; readonly entity: string }[];
  /** The integration and its action, for `integration` steps. */
  readonly integration: string | null;
  readonly integrationAction: string | null;
  /** Where the person lands when the run ends here: as after saving the surface outside a run. */
  readonly end: Target;
}
