/** Where a link, a button or a saved form leads. */
export type Target =
  | HomeTarget
  | PageTarget
  | ExperienceTarget
  | {
      /** Calls an integration. None is connected yet: the person is told so and stays on the page. */
      readonly kind: 'integration';
      readonly integration: string;
      readonly action: string;
    };

/** Leads to the home page. */
export interface HomeTarget {
  readonly kind: 'home';
  readonly path: '/';
  readonly routeName: 'home';
}

/** Leads to a page of a surface. */
export interface PageTarget {
  readonly kind: 'page';
  readonly surface: string;
  readonly entity: string | null;
  readonly path: string;
  readonly routeName: string;
  readonly takesId: boolean;
  /**
   * Whose key fills `:id`: that of the current record, or of the record that its ref `field` refers to (where
   * the ref is null at run time, the target is the home page). Null where the path has no `:id`.
   */
  readonly record: { readonly kind: 'self' } | { readonly kind: 'ref'; readonly field: string } | null;
  /** For a create page: the ref that `?<ref>=<key>` prefills with the current record; null: none. */
  readonly prefill: string | null;
}

/** Leads to a step of an experience. */
export interface ExperienceTarget {
  readonly kind: 'experience';
  readonly experience: string;
  readonly step: string;
  readonly path: string;
  readonly routeName: string;
  /** The key of the current record is passed as `?record=<Entity>:<key>`. */
  readonly carriesRecord: boolean;
}

/** An action of a surface as a button. */
export interface ActionModel {
  readonly name: string;
  readonly label: string;
  /**
   * `submit`: a button that saves the form and then goes to `target`; `link`: goes there at once; `after-save`: no
   * button (`on auto`), the form goes there when saved.
   */
  readonly control: 'submit' | 'link' | 'after-save';
  /** `row`: beside each row of a list, because the target needs a record; `page` otherwise. */
  readonly scope: 'page' | 'row';
  readonly target: Target;
}
