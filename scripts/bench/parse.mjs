import { buildSync } from 'esbuild';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ROUNDS = 7;

/** One entity with its surfaces, a workspace and a test: about 75 lines, without a mistake. */
function writeSlice(index) {
  const name = `Thing${index}`;
  const fields = Array.from(
    { length: 12 },
    (_, field) => `  field_${field}: str(${field + 20}) optional help="What field ${field} says"`,
  );
  const shown = Array.from({ length: 12 }, (_, field) => `    field field_${field} "Field ${field}"`);
  return `entity ${name} "Thing ${index}":
  # the key comes first
  id: uuid pk
${fields.join('\n')}
  status: enum[open,in_progress,closed]=open
  amount: decimal(12,2) = 0.00 min=0 max=99999.99
  owner: ref ${index === 0 ? name : `Thing${index - 1}`}
  created_at: datetime auto_add  # set once

  index status, created_at desc

surface thing_${index}_list "Things ${index}":
  uses entity ${name}
  mode: list

  section main "Main":
${shown.join('\n')}

  ux:
    purpose: "Look at things"
    sort: created_at desc
    filter: status
    search: field_0, field_1

    attention warning:
      when: amount > 100 and (status = open or status = in_progress) and days_since(created_at) > 7
      message: "Look here"

    for manager:
      scope: owner.status != closed
      show: field_0, status, amount

workspace desk_${index} "Desk ${index}":
  open_things:
    source: ${name}
    filter: status = open and created_at > 7_days_ago
    sort: created_at desc
    limit: 10
    display: list
    aggregate:
      total: count(${name} where status = open)
      share: round(100 * sum(amount) / count(*), 1)

test thing_${index}_created:
  """Creates a thing."""
  action: create ${name}
  data:
    field_0: "x"
  expect:
    status: success
    field status equals "open"
`;
}

/** A spec of at least `lines` lines. */
function writeSpec(lines) {
  const slices = ['app bench "Bench"\n'];
  for (let index = 0, count = 2; count < lines; index++) {
    const slice = writeSlice(index);
    slices.push(slice);
    count += slice.split('\n').length;
  }
  return slices.join('\n');
}

async function medianOf(run) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

async function importSource(path, folder) {
  const outfile = join(folder, `${path.replaceAll('/', '-')}.mjs`);
  buildSync({
    entryPoints: [join(root, path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Rows for the table of benchmarks: what a spec costs, as a multiple of reading its file and splitting it into lines. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'dazzle-bench-'));
  try {
    const { parseFile } = await importSource('lib/spec/syntax/parse-file.ts', folder);
    const { formatSpec } = await importSource('lib/spec/print/format-spec.ts', folder);
    const loads = existsSync(join(root, 'lib/spec/load-spec.ts'));
    const { loadSpec } = loads ? await importSource('lib/spec/load-spec.ts', folder) : {};
    const rows = [];
    for (const lines of [15_000, 150_000]) {
      const file = join(folder, `${lines}.dsl`);
      const text = writeSpec(lines);
      writeFileSync(file, text);
      const floor = await medianOf(async () => (await readFile(file, 'utf8')).split('\n').length);
      const add = async (work, run) => {
        const time = await medianOf(run);
        rows.push({
          work: `${work} ${lines} lines`,
          ratio: Number((time / floor).toFixed(1)),
          milliseconds: Number(time.toFixed(1)),
        });
      };
      rows.push({ work: `read and split ${lines} lines`, ratio: 1, milliseconds: Number(floor.toFixed(1)) });
      await add('parse', () => parseFile(file, text));
      await add('format', () => formatSpec(text, file));
      if (loadSpec !== undefined) await add('parse and link', () => loadSpec([{ file, text }]));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await bench());
