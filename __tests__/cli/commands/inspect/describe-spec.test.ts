import pc from 'picocolors';
import { describe, expect, it } from '@jest/globals';
import { describeApp, narrowSpec } from '../../../../lib/cli/commands/inspect/describe-spec.ts';
import { loadSpec } from '../../../../lib/spec/load-spec.ts';

const { spec, diagnostics } = loadSpec(
  [
    {
      file: 'app.dsl',
      text: `module shop.core
app shop "Shop"
persona clerk "Clerk":
  description: "Sells"
entity Client "Client":
  id: uuid pk
  email: email required unique
  size: int = 5 min=1 max=9
  code: str(8) = "a" pattern="[a-z]+"
  open: bool = true
  since: datetime auto_add
  seen: datetime auto_update
  born: date = today
  unique: email, size desc
surface clients "Clients":
  uses entity Client
  mode: list
  section main "Main":
    field email "Email"
  action add "Add":
    on click -> surface add
  action first "First":
    on click -> experience tour step who
  action all "All":
    on click -> experience tour
  action sync "Sync":
    on click -> integration vat action look
surface add "Add":
  mode: custom
  section main "Main":
    field agreed "I agree"
experience tour "Tour":
  start at step who
  step who:
    kind: surface
    surface clients
    on success -> step done
  step done:
    kind: process
workspace home "Home":
  all:
    source: clients
  plain:
    source: Client
  sums:
    aggregate:
      total: count(Client)
service tax "Tax":
  spec: "x"
integration vat "VAT":
  uses service tax
  action look:
    call tax.look with:
      number <- 1
`,
    },
  ],
  { root: 'shop.core' },
);
if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const plain = pc.createColors(false);

describe('an application in lines', () => {
  it('has its entities, surfaces, experiences and workspaces, and the rest by name', () => {
    expect(describeApp(spec, plain)).toEqual([
      'Shop  shop, module shop.core',
      '',
      'entity Client  Client',
      '  id     uuid  key',
      '  email  email  required, unique',
      '  size   int  default 5, at least 1, at most 9',
      '  code   str(8)  default "a", like [a-z]+',
      '  open   bool  default true',
      '  since  datetime  set when added',
      '  seen   datetime  set when saved',
      '  born   date  default today',
      '  unique email, size desc',
      '',
      'Surfaces',
      '  clients  list of Client  add -> add, first -> tour.who, all -> tour, sync -> vat.look',
      '  add      custom',
      '',
      'experience tour  Tour',
      '  who (start): clients  success -> done',
      '  done: process',
      '',
      'workspace home  Home',
      '  all: clients',
      '  plain: Client',
      '  sums: figures',
      '',
      'Personas',
      '  clerk',
      '',
      'Services',
      '  tax',
      '',
      'Integrations',
      '  vat',
    ]);
  });

  it('has no module where there is none', () => {
    expect(describeApp({ ...narrowSpec(spec, 'nothing'), module: '' }, plain)).toEqual(['Shop  shop']);
  });
});

it.each([
  ['Client', ['Client'], ['clients'], [], []],
  ['add', [], ['add'], [], []],
  ['tour', [], [], ['tour'], []],
  ['home', [], [], [], ['home']],
])('what is called %s is all that is left', (name, ...left) => {
  const narrow = narrowSpec(spec, name);
  const named = [narrow.entities, narrow.surfaces, narrow.experiences, narrow.workspaces];
  expect(named.map((items) => items.map((item) => item.name))).toEqual(left);
});
