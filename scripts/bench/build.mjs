// What a build costs at ten, a hundred and a thousand entities, as a ratio to writing (or reading and hashing) the same bytes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const sizes = process.argv.slice(2).map(Number);

function writeSpec(count) {
  const parts = ['app big "Big"\n'];
  for (let index = 0; index < count; index++) {
    const name = `Thing${index}`;
    parts.push(`entity ${name} "Thing ${index}":
  id: uuid pk
  name: str(100) required
  state: enum[new,used,gone]=new
  amount: decimal(10,2) min=0
  owner: ref Thing${Math.max(0, index - 1)}
  created_at: datetime auto_add
surface thing${index}_list "Things ${index}":
  uses entity ${name}
  mode: list
  section main "Main":
    field name "Name"
    field state "State"
surface thing${index}_edit "Edit thing ${index}":
  uses entity ${name}
  mode: edit
  section main "Main":
    field name "Name"
    field amount "Amount"
`);
  }
  return parts.join('');
}

function build(project) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'build', '--yes', '--no-disk-hooks', '--quiet', '--cwd', project],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

for (const count of sizes.length > 0 ? sizes : [10, 100, 1000]) {
  const project = mkdtempSync(path.join(tmpdir(), 'dazzle-bench-build-'));
  mkdirSync(path.join(project, 'dsl'));
  writeFileSync(path.join(project, 'dazzle.toml'), '[project]\nname = "big"\n');
  writeFileSync(path.join(project, 'dsl/app.dsl'), writeSpec(count));
  const first = build(project);
  const again = build(project);
  const files = listFiles(path.join(project, 'apps')).map((file) => [file, readFileSync(file)]);

  let start = performance.now();
  const copy = path.join(project, 'copy');
  for (const [file, bytes] of files) {
    const to = path.join(copy, path.relative(project, file));
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
  const writing = performance.now() - start;
  start = performance.now();
  for (const [file] of files) createHash('sha256').update(readFileSync(file)).digest('hex');
  const reading = performance.now() - start;
  const perEntity = (time) => `${(time / count).toFixed(1)} ms an entity`;
  console.log(
    `${String(count).padStart(5)} entities, ${files.length} files: first build ${(first / writing).toFixed(1)}x writing (${perEntity(first)}), ` +
      `build again ${(again / reading).toFixed(1)}x reading and hashing (${perEntity(again)})`,
  );
  rmSync(project, { recursive: true, force: true });
}
