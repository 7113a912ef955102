// Runs the benchmarks: `npm run bench [-- name…]`. Each reports ratios to a floor measured in the same run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const benches = {
  start: 'scripts/bench/start.mjs',
  parse: 'scripts/bench/parse.mjs',
  plan: 'scripts/bench/plan.mjs',
  build: 'scripts/bench/build.mjs',
  express: 'scripts/bench/express.mjs',
};

const root = path.resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
for (const name of wanted.filter((given) => !(given in benches))) {
  console.error(`There is no benchmark "${name}"; choose among ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

let failed = false;
for (const [name, script] of Object.entries(benches)) {
  if ((wanted.length > 0 && !wanted.includes(name)) || !existsSync(path.join(root, script))) continue;
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [path.join(root, script)], { stdio: 'inherit', cwd: root });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
