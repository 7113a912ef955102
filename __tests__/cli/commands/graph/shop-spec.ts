import type { AppSpec } from '../../../../lib/spec/app-spec.ts';
import { loadSpec } from '../../../../lib/spec/load-spec.ts';

/** A spec without errors. */
export function load(text: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text }], {});
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

/** A shop with refs to others and to itself, pages, an experience, and a title that looks like markup. */
export const shop = load(`app shop "Shop & <Co>"
entity Client "Client":
  id: uuid pk
  name: str(100) required
entity Order "Order":
  id: uuid pk
  client: ref Client required
  parent: ref Order
  items: many Item
entity Item "Item":
  id: uuid pk
  state: enum[new,used,broken,lost]=new
surface client_create "New client":
  uses entity Client
  mode: create
  section main "Main":
    field name "Name"
  action next "Order now":
    on submit -> surface order_list
surface order_list "Orders":
  uses entity Order
  mode: list
  section main "Main":
    field client "Client"
surface rules "House rules":
  mode: custom
  section main "Main":
    field agreed "I agree"
experience first "First order":
  start at step who
  step who:
    kind: surface
    surface client_create
    on success -> step what
    on cancel -> step what
  step what:
    kind: surface
    surface order_list
`);
