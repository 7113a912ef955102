import { buildPages } from '../../../lib/kit/pages/build-pages.ts';
import type { PageModel } from '../../../lib/kit/pages/page-model.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

/** Two entities with refs, to hang surfaces on. */
export const ticket = `
entity User "User":
  id: uuid pk
  email: email required
  name: str(80) required
entity Ticket "Support Ticket":
  id: uuid pk
  title: str(200) required
  status: enum[open,closed]=open
  q: bool
  owner: ref User required
  helper: ref User
  watchers: many User
  notes: text
  created_at: datetime auto_add
`;

/** The pages of a spec; throws where it has errors. */
export function pagesOf(text: string): PageModel {
  const { spec, diagnostics } = loadSpec([{ file: 'a.dsl', text: `app desk "Desk"\n${text}` }]);
  if (spec === null) throw new Error(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  return buildPages(spec);
}

/** A surface of Ticket with one section. */
export function surface(name: string, mode: string, fields: readonly string[], more = ''): string {
  return `surface ${name} "${name}":\n  uses entity Ticket\n  mode: ${mode}\n  section main "Main":\n${fields.map((field) => `    field ${field}\n`).join('')}${more}`;
}

/** The codes of the model's warnings. */
export const codes = (model: PageModel): string[] => model.diagnostics.map((diagnostic) => diagnostic.code);
