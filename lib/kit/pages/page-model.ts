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
  /** Warnings about what had to be decided otherwise than the spec says; report each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The page of a surface, by the surface's name. */
  readonly bySurface: Readonly<Record<string, Page>>;
}

/** `/`: what a person can do here. */
export interface HomePage {
  /** First to last: one for each list surface. They are the navigation, too. */
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

/** What an entity's record is called in text: the value of `field`, or its key. */
export interface RecordLabel {
  readonly field: string;
  readonly isKey: boolean;
}

/** How a record's key looks in an address, and where it comes from. */
export interface KeyModel {
  readonly field: string;
  /** Of a key that is another entity's record: as that one's. */
  readonly kind: FieldKind['key'];
  /** The database or the program makes it up (`uuid`, `int`); otherwise the person enters it on creation. */
  readonly isGenerated: boolean;
}

/** The pages of one entity. */
export interface EntityPages {
  readonly entity: string;
  /** `support ticket`, `support tickets`: for sentences. */
  readonly noun: string;
  readonly pluralNoun: string;
  /** First segment of its addresses: `support-tickets`, or `-records` behind it where that is taken. */
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

interface PageBase extends Address {
  readonly surface: string;
  readonly title: string;
  readonly purpose: string | null;
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
  /** Where it goes after saving, without an action of its own or with the first `submit` action. */
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

/** Asks before a record goes, and names what goes with it. */
export interface DeletePage extends Address {
  readonly entity: string;
  readonly title: string;
  /** Required refs of other entities to this one: while such rows exist, the record stays, with a message. */
  readonly protectedBy: readonly Dependent[];
  /** Optional refs: set to null. */
  readonly clears: readonly Dependent[];
  /** Many-to-many rows on either side: they go. */
  readonly unlinks: readonly Dependent[];
  /** After deleting: the first list, else home. */
  readonly afterDelete: PageLink | null;
  readonly cancel: PageLink | null;
}

/** A field of `entity` through which its rows depend on the record; `isOwn` where the record's own `many` is meant. */
export interface Dependent {
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  /** What those rows are called; for an own `many`, the records at its other end. */
  readonly noun: string;
  readonly pluralNoun: string;
  readonly isOwn: boolean;
}
