import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nameChanges, pluralsOf } from '../../lib/name-changes.ts';
import { BuildFolder, memoryDisk } from './build-folder.ts';
import type { TreeEntry } from './build-folder.ts';

let folder: BuildFolder;
beforeEach(() => {
  folder = new BuildFolder(memoryDisk);
});
afterEach(() => folder.discard());

const table = (name: string): string => `${name.toLowerCase()}s`;

const model = (name: string, fields: readonly string[]): string =>
  `class ${name}(models.Model):\n    """${name}"""\n\n    class Status(models.TextChoices):\n        DONE = "done"\n\n` +
  fields.map((field) => `    ${field} = models.CharField(max_length=200)\n`).join('');

const defineTable = (name: string, fields: readonly string[]): string =>
  `export const ${table(name)} = defineTable('${name.toLowerCase()}', {\n` +
  `${fields.map((field) => `  ${field}: text('${field}'),\n`).join('')}});\n`;

type Entities = readonly (readonly [name: string, fields: readonly string[]])[];

const home = `import { Router } from 'express';

export function homeRoutes({ db }) {
}
`;

/** What the backends make of entities: models, tables, a form, and a module for each. */
function makeFiles(entities: Entities): Record<string, TreeEntry> {
  const ofEntity = (name: string, contents: string): TreeEntry => ({
    contents,
    identity: `demo/models/entity:${name}/model`,
  });
  return {
    'app/models.py': `from django.db import models\n\n\n${entities.map((each) => model(...each)).join('\n\n')}`,
    'app/views.py': 'from django.db import models\n\n\n# views end\n',
    'app/forms.py': entities
      .map(([name]) => `class ${name}Form(RecordForm):\n    class Meta:\n        model = ${name}\n`)
      .join('\n\n'),
    'src/db/schema.js': `import { defineTable, text } from './tables.js';\n\n${entities.map((each) => defineTable(...each)).join('\n')}`,
    'src/routes/home.js': home,
    ...Object.fromEntries(
      entities.map(([name]) => [
        `src/models/${name.toLowerCase()}.js`,
        ofEntity(
          name,
          `import { ${table(name)} } from '../db/schema.js';\n\nexport const ${name.toLowerCase()}Model = { table: ${table(name)} };\n`,
        ),
      ]),
    ),
  };
}

const before: Entities = [
  ['Visit', ['price', 'state']],
  ['Invoice', ['total', 'state']],
  ['Pet', ['name']],
];

/**
 * Builds, puts the user's lines into files, and builds with other names; gives those files.
 *
 * @param order where the entities stand in the new spec
 */
async function evolve(
  now: Entities,
  edits: Readonly<Record<string, readonly [mark: string, lines: string]>>,
  order = [0, 1, 2],
): Promise<string[]> {
  await folder.build(makeFiles(before));
  for (const [path, [mark, lines]] of Object.entries(edits)) {
    const text = folder.read(`apps/demo/${path}`)!;
    folder.write(
      `apps/demo/${path}`,
      text.replace(mark, () => lines + mark),
    );
  }
  const renames = before.flatMap(([from, fields], at) => {
    const [to, fresh] = now[at]!;
    const own = fields.map((each, n) => ({ kind: 'field', from: each, to: fresh[n]!, entity: to }) as const);
    const all = [{ kind: 'entity', from, to, plurals: pluralsOf({ from, to }) } as const, ...own];
    return all.filter((rename) => rename.from !== rename.to);
  });
  const shape = (entities: Entities) => ({
    entities: Object.fromEntries(
      entities.map(([name, fields]) => [
        name,
        Object.fromEntries(fields.map((field) => [field, 'str(200)'])),
      ]),
    ),
    surfaces: {},
  });
  const names = nameChanges(shape(before), shape(now), renames);
  const built = await folder.build(makeFiles(order.map((at) => now[at]!)), {
    findRenaming: () => ({ renames, names }),
  });
  expect(built.diagnostics.filter(({ code }) => code !== 'DZL414')).toEqual([]);
  expect(built.changes.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  return Object.keys(edits).map((path) => folder.read(`apps/demo/${path}`)!);
}

/** Claims that of the lines that were put into a file, these came out. */
const holds = (lines: string): unknown => expect.stringContaining(lines);

const chain: Entities = [
  ['Appointment', ['fee', 'state']],
  ['Visit', ['total', 'state']],
  ['Pet', ['name']],
];
const swap: Entities = [
  ['Invoice', ['fee', 'state']],
  ['Visit', ['total', 'state']],
  ['Pet', ['name']],
];
const longer: Entities = [
  ['Pet', ['fee', 'state']],
  ['Visit', ['total', 'state']],
  ['Animal', ['name']],
];

describe('entities of which one takes the name of another', () => {
  const imports = [
    "import { invoices, visits } from '../db/schema.js';",
    "import { visitModel } from '../models/visit.js';",
    "import { invoiceModel } from '../models/invoice.js';",
  ].join('\n');
  const python = {
    'app/models.py': [
      'class Pet(',
      'def spent():\n    return Visit.objects.filter(price=Visit.Status.DONE), Invoice.objects.get(total=1), Pet\n\n\n',
    ],
    'app/views.py': [
      '# views end',
      'from .models import Invoice, Visit\nfrom .forms import VisitForm, InvoiceForm\n\nBOTH = Visit(price=1), VisitForm, Invoice(total=2), InvoiceForm\n\n\n',
    ],
  } as const;
  const script = {
    'src/routes/home.js': [
      '\nexport function homeRoutes',
      `${imports}\n\nexport const both = (db, eq) => {\n  db.select().from(visits).where(eq(visits.price, invoices.total));\n  return [visitModel, invoiceModel];\n};\n`,
    ],
  } as const;

  it.each([
    ['a chain', chain, 'Appointment', 'Visit', 'Pet'],
    ['a swap', swap, 'Invoice', 'Visit', 'Pet'],
    ['three', longer, 'Pet', 'Visit', 'Animal'],
  ])('follows %s in Python', async (_, now, visit, invoice, pet) => {
    expect(await evolve(now, python)).toEqual([
      holds(
        `def spent():\n    return ${visit}.objects.filter(fee=${visit}.Status.DONE), ${invoice}.objects.get(total=1), ${pet}\n`,
      ),
      holds(
        `from .models import ${invoice}, ${visit}\nfrom .forms import ${visit}Form, ${invoice}Form\n\nBOTH = ${visit}(fee=1), ${visit}Form, ${invoice}(total=2), ${invoice}Form\n`,
      ),
    ]);
  });

  it.each([
    ['a chain', chain, 'appointment', 'visit'],
    ['a swap', swap, 'invoice', 'visit'],
    ['three', longer, 'pet', 'visit'],
  ])('follows %s in JavaScript', async (_, now, visit, invoice) => {
    expect(await evolve(now, script)).toEqual([
      holds(
        [
          `import { ${invoice}s, ${visit}s } from '../db/schema.js';`,
          `import { ${visit}Model } from '../models/${visit}.js';`,
          `import { ${invoice}Model } from '../models/${invoice}.js';`,
          '',
          'export const both = (db, eq) => {',
          `  db.select().from(${visit}s).where(eq(${visit}s.fee, ${invoice}s.total));`,
          `  return [${visit}Model, ${invoice}Model];`,
        ].join('\n'),
      ),
    ]);
  });

  it('follows a swap of entities that changed places, too', async () => {
    const [routes] = await evolve(swap, script, [1, 0, 2]);
    expect(routes).toContain(
      "import { visits, invoices } from '../db/schema.js';\nimport { invoiceModel } from '../models/invoice.js';\nimport { visitModel } from '../models/visit.js';\n",
    );
    expect(routes).toContain('from(invoices).where(eq(invoices.fee, visits.total))');
  });
});
