import type { TypeName } from './case-choices.ts';
import type { InvalidSample } from '../fields/samples.ts';
import type { Dependent } from '../pages/page-model.ts';

/** A visitor who is not logged in is sent to the login page. */
export interface LoginCase {
  readonly kind: 'needs-login';
}

/** A page that shows a record with this text in `field` escapes the markup in it. */
export interface MarkupCase {
  readonly kind: 'shows-markup-as-text';
  readonly field: string;
  readonly text: string;
}

/** The page of a deleted record answers 404. */
export interface GoneCase {
  readonly kind: 'is-gone-with-the-record';
}

/** The page shows these labels of its inputs. */
export interface AskCase {
  readonly kind: 'asks-for-its-fields';
  readonly labels: readonly string[];
}

/** What a test of a page that shows a record asserts. */
export type ViewCase =
  | LoginCase
  | GoneCase
  | MarkupCase
  /** The page shows these labels, and the values of a sample record in these fields. */
  | {
      readonly kind: 'shows-the-record';
      readonly labels: readonly string[];
      readonly fields: readonly { readonly field: string; readonly type: TypeName }[];
    };

/**
 * Valid entries for a form: the values of a sample record in `fields`, and for each of `links` (optional
 * `many` fields, which samples leave empty) a new record of its entity.
 */
export interface FormEntries {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly links: readonly { readonly field: string; readonly entity: string }[];
}

/**
 * What a test of a form over a record asserts. Several cases of one form can be `refuses`, each with another `field` or
 * `sample.problem`, `refuses-what-is-taken` (another `field`) or `is-not-connected` (another `action`): the name of the test
 * contains these.
 */
export type FormCase =
  | LoginCase
  | GoneCase
  | AskCase
  /**
   * Entries sent with the submit button `action` (null: the standard one) are saved. `earlier`: how many
   * records of the form's own entity exist by then because `links` needed them.
   */
  | {
      readonly kind: 'saves';
      readonly entries: FormEntries;
      readonly action: string | null;
      readonly earlier: number;
    }
  | { readonly kind: 'refuses-an-empty-form'; readonly required: readonly string[] }
  | {
      readonly kind: 'refuses';
      readonly entries: FormEntries;
      readonly field: string;
      readonly sample: InvalidSample;
    }
  /** The form refuses a value of a unique field that another record has. */
  | { readonly kind: 'refuses-what-is-taken'; readonly entries: FormEntries; readonly field: string }
  /** The button of an integration tells that it is not connected yet. */
  | { readonly kind: 'is-not-connected'; readonly entries: FormEntries; readonly action: string };

/**
 * What a test of a page without an entity asserts, `answers` for each `action`. `leadsTo`: the page that the button leads to; null: the
 * button tells that its integration is not connected yet.
 */
export type FreeCase =
  | LoginCase
  | AskCase
  | {
      readonly kind: 'answers';
      readonly fields: readonly string[];
      readonly action: string;
      readonly leadsTo: { readonly path: string; readonly routeName: string } | null;
    };

/**
 * What a test of a delete page asserts. The name of a test with a `dependent` contains the entity and the field of that, and
 * whether it `isOwn`.
 */
export type DeleteCase =
  | LoginCase
  | GoneCase
  | { readonly kind: 'asks-first' }
  | { readonly kind: 'deletes' }
  /**
   * With a row of the dependent entity that refers to the record: a required ref keeps the record from being
   * deleted, an optional ref is set to null, and a record linked by a `many` stays.
   */
  | {
      readonly kind: 'stays-while-needed' | 'empties-a-ref' | 'keeps-what-is-linked';
      readonly dependent: Dependent;
    };
