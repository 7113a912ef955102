import { buildPages, claimName, oncePerSpec, pascal, snake } from '../../../lib/index.ts';
import type { AppSpec } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import { pythonKeywords } from './reserved-names.ts';

/** The names of the classes and modules of a spec's pages. */
export interface PageNames {
  /** `TicketListView`; by surface. */
  view(surface: string): string;
  /** `TicketDeleteView`; by entity. */
  deleteView(entity: string): string;
  /** `TicketCreateForm`, or `TicketListFilters` for lists; by surface. */
  form(surface: string): string;
  /** `ticket`: the module below `app/views` with the pages of an entity. */
  module(entity: string): string;
  /** `CheckoutPaymentStep`; by experience and step. */
  step(experience: string, step: string): string;
  /** `CheckoutStart`; by experience. */
  start(experience: string): string;
}

/** Modules below `app/views`, and class names in them, that are taken: no page may have one of them. */
const modules = new Set(['base', 'experiences', 'general', 'steps']);
const bases = [
  'RecordListView',
  'RecordDetailView',
  'RecordCreateView',
  'RecordUpdateView',
  'RecordDeleteView',
  'FreePageView',
  'HomeView',
  'OutcomeStepView',
  'StartView',
  'TemplateView',
  'Dependent',
];

/** Names the pages, once for each spec. No two classes share a name, and none has the name of a model. */
export const pageNames = oncePerSpec(namePages);

function namePages(spec: AppSpec): PageNames {
  const pages = buildPages(spec);
  const models = djangoNames(spec);
  const taken = new Set([...bases, ...[...models.models.values()].map((model) => model.className)]);
  const claim = (wanted: string, suffix: string): string =>
    claimName(taken, `${wanted}${suffix}`, (count) => `${wanted}${count}${suffix}`);
  const views = new Map<string, string>();
  const forms = new Map<string, string>();
  for (const surface of spec.surfaces) {
    views.set(surface.name, claim(classWords(surface.name), 'View'));
    forms.set(surface.name, claim(classWords(surface.name), surface.mode === 'list' ? 'Filters' : 'Form'));
  }
  const deletes = new Map<string, string>();
  const files = new Map<string, string>();
  const takenFiles = new Set(modules);
  for (const { entity } of pages.entities) {
    deletes.set(entity, claim(`${models.model(entity).className}Delete`, 'View'));
    const file = snake(entity);
    const isFree = /^[a-z]/.test(file) && !pythonKeywords.has(file) && !takenFiles.has(file);
    const wanted = isFree ? file : `${file}_pages`;
    files.set(
      entity,
      claimName(takenFiles, wanted, (count) => wanted + '_'.repeat(count - 1)),
    );
  }
  const steps = new Map<string, string>();
  for (const experience of spec.experiences) {
    steps.set(experience.name, claim(classWords(experience.name), 'Start'));
    for (const step of experience.steps) {
      steps.set(
        `${experience.name} ${step.name}`,
        claim(classWords(experience.name) + pascal(snake(step.name)), 'Step'),
      );
    }
  }
  return {
    view: (surface) => views.get(surface)!,
    deleteView: (entity) => deletes.get(entity)!,
    form: (surface) => forms.get(surface)!,
    module: (entity) => files.get(entity)!,
    step: (experience, step) => steps.get(`${experience} ${step}`)!,
    start: (experience) => steps.get(experience)!,
  };
}

/** A name in Pascal case, with `Page` before it where it would not begin with a letter. */
function classWords(name: string): string {
  const joined = pascal(snake(name));
  return /^[A-Za-z]/.test(joined) ? joined : `Page${joined}`;
}

/** The path of a page's template below `app/templates`, such as `app/ticket_list.html`. */
export function templateOf(page: { readonly routeName: string }): string {
  return `app/${page.routeName}.html`;
}

/** The form attribute of an input that no field of an entity backs: `comment_text` for `comment`. */
export function freeName(field: string): string {
  return `${field.replace(/_+$/, '')}_text`;
}
