import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldKind } from '../fields/field-kinds.ts';
import type { FormFieldModel } from './form-model.ts';
import type { ListModel, OrderKey } from './list-model.ts';
import type { Address, PageLink } from './page-link.ts';
import type { ShownSection } from './shown-model.ts';
import type { ActionModel, Target } from './target-model.ts';
import type { ExperiencePages } from './experience-model.ts';

/**
 * Every decision about the web pages of an application, made once from its spec by `buildPages`: plain JSON, the same
 * for every app backend, which only writes it down in its own framework. Names of entities, fields, surfaces and steps
 * are the spec's; a backend maps them to its own.
 */
export interface PageModel {
  readonly title: string;
  readonly home: HomePage;
  /** Entities in the spec's order; those without a surface have no pages but may be referred to. */
  readonly entities: readonly EntityPages[];
  /** Custom surfaces without an entity. */
  readonly freePages: readonly FreePage[];
  readonly experiences: readonly ExperiencePages[];
  /** Warnings where the pages differ from what the spec says; report each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The page of a surface, by the surface's name. */
  readonly bySurface: Readonly<Record<string, Page>>;
}

/** The home page, `/`: links to the other pages. */
export interface HomePage {
  /** One link for each list surface, in the spec's order. */
  readonly lists: readonly HomeLink[];
  /** Create surfaces of entities without a list: nothing else would lead there. */
  readonly creates: readonly HomeLink[];
  /** Custom surfaces without an entity. */
  readonly free: readonly HomeLink[];
  readonly experiences: readonly HomeLink[];
}

/** A link on the home page. */
export interface HomeLink {
  readonly label: string;
  /** Always without `:id`. */
  readonly path: string;
  readonly routeName: string;
  /** The surface's `purpose`, or null. */
  readonly description: string | null;
  /** The entity listed or created; null for other links. */
  readonly entity: string | null;
}

/** How a record is labelled in text: by the value of `field`; `isKey`: the field is the primary key. */
export interface RecordLabel {
  readonly field: string;
  readonly isKey: boolean;
}

/** How a record's key looks in an address, and where it comes from. */
export interface KeyModel {
  readonly field: string;
  /** The form of the key in an address; of a key that is a ref, the form of the target's key. */
  readonly kind: FieldKind['key'];
  /** The database or the application generates the key (`uuid`, `int`); false: a person enters it. */
  readonly isGenerated: boolean;
}

/** The pages of one entity. */
export interface EntityPages {
  readonly entity: string;
  /** `support ticket`, `support tickets`: for sentences. */
  readonly noun: string;
  readonly pluralNoun: string;
  /** First segment of the entity's paths: `support-tickets`, or `support-tickets-records` where taken. */
  readonly slug: string;
  readonly label: RecordLabel;
  readonly key: KeyModel;
  /** Newest `auto_add` first, else the key ascending; the key is always the last tie-breaker. */
  readonly defaultOrder: readonly OrderKey[];
  readonly lists: readonly ListPage[];
  readonly views: readonly ViewPage[];
  readonly creates: readonly FormPage[];
  readonly edits: readonly FormPage[];
  /** Custom surfaces: a form over a record. */
  readonly customs: readonly FormPage[];
  /** Exists exactly where `edits` is not empty. */
  readonly delete: DeletePage | null;
  /** Where a record's name links to: the first view, else the first edit, else nothing. */
  readonly recordPage: PageLink | null;
}

/** What the page of every surface has, with its `path`, `takesId` and `routeName`. */
export interface PageBase extends Address {
  /** The surface's name in the spec. */
  readonly surface: string;
  /** The surface's title, for the heading of the page. */
  readonly title: string;
  /** The surface's `purpose`, a sentence for below the heading; null where it states none. */
  readonly purpose: string | null;
  /** The surface's actions, in the spec's order; the screens make links and buttons of them. */
  readonly actions: readonly ActionModel[];
}

/** A table of records. */
export interface ListPage extends PageBase, ListModel {
  readonly kind: 'list';
  readonly entity: string;
  /** Create pages of the entity: the first is the main button of the page. */
  readonly createLinks: readonly PageLink[];
}

/** One record, read-only. */
export interface ViewPage extends PageBase {
  readonly kind: 'view';
  readonly entity: string;
  readonly sections: readonly ShownSection[];
  /** The list to go back to, or null. */
  readonly list: PageLink | null;
  /** Edit pages, custom pages and further views of the same record, in that order. */
  readonly recordLinks: readonly PageLink[];
  readonly delete: PageLink | null;
}

/** A form: `create` makes a record; `edit` and `custom` change one. */
export interface FormPage extends PageBase {
  readonly kind: 'create' | 'edit' | 'custom';
  readonly entity: string;
  readonly sections: readonly FormSection[];
  /** Where the form leads once it is saved, unless a `submit` action with another target was pressed. */
  readonly afterSave: Target;
  /** The first view (for `edit`, `custom`) or the list; null is home. */
  readonly cancel: PageLink | null;
  readonly delete: PageLink | null;
  readonly list: PageLink | null;
}

/** A custom surface without an entity: text inputs and buttons; nothing is stored. */
export interface FreePage extends PageBase {
  readonly kind: 'free';
  readonly entity: null;
  readonly sections: readonly FormSection[];
}

/** A page of a surface. */
export type Page = ListPage | ViewPage | FormPage | FreePage;

/** A group of fields of a form. */
export interface FormSection {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly FormFieldModel[];
}

/** The page that asks before a record is deleted, and names what else the deletion changes. */
export interface DeletePage extends Address {
  readonly entity: string;
  readonly title: string;
  /** Required refs to this entity: a row with one keeps the record from being deleted; a message says so. */
  readonly protectedBy: readonly Dependent[];
  /** Optional refs to this entity: the deletion sets them to null. */
  readonly clears: readonly Dependent[];
  /** `many` fields of this entity or to it: the deletion removes the links, and the linked records stay. */
  readonly unlinks: readonly Dependent[];
  /** Where the deletion leads: to the first list; null: home. */
  readonly afterDelete: PageLink | null;
  readonly cancel: PageLink | null;
}

/**
 * A field through which the deletion of a record affects rows of `entity`. `isOwn`: it is a `many` of the
 * record's own entity, and `entity` is its target.
 */
export interface Dependent {
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  /** What the affected rows are called; for an own `many`, the linked records. */
  readonly noun: string;
  readonly pluralNoun: string;
  readonly isOwn: boolean;
}
