/** Strangers are asked to sign in. */
export interface LoginCase {
  readonly kind: 'needs-login';
}

/** A record whose `field` holds this text shows it as text. */
export interface MarkupCase {
  readonly kind: 'shows-markup-as-text';
  readonly field: string;
  readonly text: string;
}

/** The page of a record that is gone is not found. */
export interface GoneCase {
  readonly kind: 'is-gone-with-the-record';
}
