import type { TypeName } from './case-choices.ts';
import type { InvalidSample } from '../fields/samples.ts';
import type { Dependent } from '../pages/page-model.ts';

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

/** The page shows these labels of its inputs. */
export interface AskCase {
  readonly kind: 'asks-for-its-fields';
  readonly labels: readonly string[];
}

/** What a test of a page with a record asserts. */
export type ViewCase =
  | LoginCase
  | GoneCase
  | MarkupCase
  /** The labels, and the values of a sample record in these fields. */
  | {
      readonly kind: 'shows-the-record';
      readonly labels: readonly string[];
      readonly fields: readonly { readonly field: string; readonly type: TypeName }[];
    };

/** Valid entries for a form: the sample's values in these fields, and a record for each link that no sample has. */
export interface FormEntries {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly links: readonly { readonly field: string; readonly entity: string }[];
}

/** What a test of a form over a record asserts. */
export type FormCase =
  | LoginCase
  | GoneCase
  | AskCase
  /** What is sent with the button `action` is saved; making the entries makes `earlier` records of the entity itself. */
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
  /** The value of another record. */
  | { readonly kind: 'refuses-what-is-taken'; readonly entries: FormEntries; readonly field: string }
  /** The button says that nothing runs yet. */
  | { readonly kind: 'is-not-connected'; readonly entries: FormEntries; readonly action: string };

/** What a test of a page without an entity asserts: `leadsTo` null: its button says that nothing runs yet. */
export type FreeCase =
  | LoginCase
  | AskCase
  | {
      readonly kind: 'answers';
      readonly fields: readonly string[];
      readonly action: string;
      readonly leadsTo: { readonly path: string; readonly routeName: string } | null;
    };

/** What a test of deleting asserts. */
export type DeleteCase =
  | LoginCase
  | GoneCase
  | { readonly kind: 'asks-first' }
  | { readonly kind: 'deletes' }
  /** The record stays while the dependent needs it; the dependent's ref is emptied; what is linked stays. */
  | {
      readonly kind: 'stays-while-needed' | 'empties-a-ref' | 'keeps-what-is-linked';
      readonly dependent: Dependent;
    };
